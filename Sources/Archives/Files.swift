import Diagnostics
import Glibc

/// Reading files that others made.
public enum Files {
  /// The bytes of a regular file of at most `limit` bytes. Never waits for a pipe or a device.
  public static func read(_ path: String, limit: Int) throws(FileError) -> [UInt8] {
    guard !path.utf8.contains(0) else { throw FileError(path, .notFound) }
    let descriptor = retrying { open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY) }
    guard descriptor >= 0 else { throw failure(path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw failure(path) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw FileError(path, .notRegular) }
    guard status.st_size <= limit else {
      throw FileError(path, .tooLarge(size: status.st_size, limit: limit))
    }
    return try contents(of: descriptor, size: status.st_size, limit: limit, path: path)
  }

  /// Whether `path` leads to a regular file, or to what cannot be looked at: then `read` says why,
  /// and nothing goes on as if it were not there.
  public static func isFile(_ path: String) -> Bool { kind(of: path, unknown: S_IFREG) == S_IFREG }

  /// Whether `path` leads to a folder, or to what cannot be looked at.
  public static func isFolder(_ path: String) -> Bool {
    kind(of: path, unknown: S_IFDIR) == S_IFDIR
  }

  /// The absolute path without links, `.` and `..`; nil where it leads nowhere.
  public static func resolved(_ path: String) -> String? {
    guard !path.utf8.contains(0), let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(validatingCString: resolved)
  }

  /// nil where nothing is there.
  private static func kind(of path: String, unknown: mode_t) -> mode_t? {
    guard !path.utf8.contains(0) else { return nil }
    var status = stat()
    if stat(path, &status) == 0 { return status.st_mode & S_IFMT }
    return [ENOENT, ENOTDIR, ENAMETOOLONG].contains(errno) ? nil : unknown
  }

  /// Reads to the end, which may be nearer or farther than `size` if the file is being written.
  package static func contents(
    of descriptor: Int32, size: Int, limit: Int, path: String
  ) throws(FileError) -> [UInt8] {
    var bytes: [UInt8] = []
    var room = size + 1
    while true {
      var problem: FileError?
      let piece = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        while count < room {
          let got = retrying { Glibc.read(descriptor, buffer.baseAddress! + count, room - count) }
          if got < 0 { problem = failure(path) }
          guard got > 0 else { return }
          count += got
        }
      }
      if let problem { throw problem }
      if bytes.isEmpty { bytes = piece } else { bytes += piece }
      guard bytes.count <= limit else {
        throw FileError(path, .tooLarge(size: bytes.count, limit: limit))
      }
      if piece.count < room { return bytes }
      room = 1 << 16
    }
  }

  /// A call that a signal interrupted is made again.
  private static func retrying<Result: SignedInteger>(_ call: () -> Result) -> Result {
    while true {
      let result = call()
      if result >= 0 || errno != EINTR { return result }
    }
  }

  private static func failure(_ path: String) -> FileError {
    let code = errno
    if code == ENOENT || code == ENOTDIR { return FileError(path, .notFound) }
    if code == EACCES || code == EPERM { return FileError(path, .notAllowed) }
    if code == ENXIO { return FileError(path, .notRegular) }
    return FileError(path, .unreadable(code: code))
  }
}

/// Why a file could not be read.
public struct FileError: UserError, Hashable {
  public enum Fault: Hashable, Sendable {
    case notFound
    case notAllowed
    /// `code` is of `errno`.
    case unreadable(code: Int32)
    /// A folder, a pipe, a device.
    case notRegular
    case tooLarge(size: Int, limit: Int)
  }

  public let path: String
  public let fault: Fault

  public init(_ path: String, _ fault: Fault) {
    self.path = path
    self.fault = fault
  }

  public var place: Place? { Place(path) }

  public var message: Message {
    switch fault {
    case .notFound: Message("file.notFound")
    case .notAllowed: Message("file.notAllowed")
    case .unreadable(let code): Message("file.unreadable", reason: code)
    case .notRegular: Message("file.notRegular")
    case .tooLarge(let size, let limit):
      Message("file.tooLarge", ["size": byteCount(size), "limit": byteCount(limit)])
    }
  }

  public var exitCode: ExitCode {
    switch fault {
    case .notFound: .missingInput
    case .notAllowed, .unreadable: .inputOutput
    case .notRegular, .tooLarge: .invalidInput
    }
  }
}
