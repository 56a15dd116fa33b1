import Archives
import CLinux
import Glibc

/// The folder that a download was unpacked to. Only regular files below it are ever opened: no link
/// is followed, no pipe waited for, and a file with a second name elsewhere is left alone.
final class FolderSubmissions: SubmissionSource {
  private(set) var entries: [SubmissionEntry] = []
  private let descriptor: Int32

  /// Folders within folders.
  private static let depthLimit = 12
  /// Files below one folder of the first level.
  private static let fileLimit = 2_000

  init(path: String) throws(FileError) {
    descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError(path, .notFound) }
    var ignored = 0
    list(descriptor, [], depth: 0, &ignored)
  }

  deinit { close(descriptor) }

  private func list(_ folder: Int32, _ parts: [[UInt8]], depth: Int, _ count: inout Int) {
    for name in Self.names(in: folder) {
      // Each folder of the first level is one student's, with a bound of its own.
      if parts.isEmpty { count = 0 }
      add(name, folder, parts + [name], depth: depth, &count)
    }
  }

  private func add(
    _ name: [UInt8], _ folder: Int32, _ parts: [[UInt8]], depth: Int, _ count: inout Int
  ) {
    func append(_ size: Int, _ fault: SubmittedFault?) {
      entries.append(
        SubmissionEntry(index: entries.count, parts: parts, size: size, fault: fault))
    }
    count += 1
    guard count <= Self.fileLimit else {
      if count == Self.fileLimit + 1 { append(0, .tooMany(limit: Self.fileLimit)) }
      return
    }
    var status = stat()
    let path = name.map { CChar(bitPattern: $0) } + [0]
    guard fstatat(folder, path, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
      return append(0, .unreadable)
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: append(Int(status.st_size), status.st_nlink == 1 ? nil : .hardLink)
    case S_IFLNK: append(0, .symbolicLink)
    case S_IFDIR:
      guard depth < Self.depthLimit else { return append(0, .unreadable) }
      let below = clinux_openat(folder, path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      guard below >= 0 else { return append(0, .unreadable) }
      defer { close(below) }
      list(below, parts, depth: depth + 1, &count)
    default: append(0, .notRegular)
    }
  }

  /// Sorted by their bytes.
  private static func names(in folder: Int32) -> [[UInt8]] {
    let copy = clinux_openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard copy >= 0, let stream = fdopendir(copy) else { return [] }
    defer { closedir(stream) }
    var names: [[UInt8]] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      if name != Array(".".utf8) && name != Array("..".utf8) { names.append(name) }
    }
    return names.sorted { $0.lexicographicallyPrecedes($1) }
  }

  func load(_ entry: SubmissionEntry, limit: Int) throws(SubmittedFault) -> LoadedFile {
    if let fault = entry.fault { throw fault }
    let file = try opened(entry.parts)
    defer { close(file) }
    // What was listed may be something else by now.
    var status = stat()
    guard fstat(file, &status) == 0 else { throw .unreadable }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notRegular }
    guard status.st_nlink == 1 else { throw .hardLink }
    guard status.st_size <= limit else { throw .tooLarge(limit: limit) }
    do throws(FileError) {
      return LoadedFile(
        try Files.contents(of: file, size: Int(status.st_size), limit: limit, path: ""))
    } catch {
      if case .tooLarge = error.fault { throw .tooLarge(limit: limit) }
      throw .unreadable
    }
  }

  private func opened(_ parts: [[UInt8]]) throws(SubmittedFault) -> Int32 {
    let flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY
    let path = Array(parts.joined(separator: [UInt8(ascii: "/")])).map { CChar(bitPattern: $0) }
    let file = clinux_open_beneath(descriptor, path + [0], flags)
    if file >= 0 { return file }
    if errno == ELOOP { throw .symbolicLink }
    guard errno == ENOSYS || errno == EPERM else { throw .unreadable }
    return try openedPartByPart(parts, flags)
  }

  /// For kernels before 5.6, and sandboxes that do not know the call.
  private func openedPartByPart(_ parts: [[UInt8]], _ flags: Int32) throws(SubmittedFault) -> Int32
  {
    var folder = descriptor
    defer { if folder != descriptor { close(folder) } }
    for (index, part) in parts.enumerated() {
      let isLast = index == parts.count - 1
      let name = part.map { CChar(bitPattern: $0) } + [0]
      let next = clinux_openat(
        folder, name, flags | O_NOFOLLOW | (isLast ? 0 : O_DIRECTORY))
      guard next >= 0 else { throw errno == ELOOP ? .symbolicLink : .unreadable }
      if isLast { return next }
      if folder != descriptor { close(folder) }
      folder = next
    }
    throw .unreadable
  }
}
