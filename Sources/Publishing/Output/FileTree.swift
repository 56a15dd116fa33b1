import Glibc

/// File system calls for publishing; errors are `errno` values.
public enum FileTree {
  public struct SystemError: Error {
    public let code: Int32

    package init(code: Int32) {
      self.code = code
    }
  }

  package enum Kind {
    case absent, file, folder, link, other
  }

  /// The kind of file at `path`, without following a symbolic link.
  package static func kind(_ path: String) throws(SystemError) -> Kind {
    var status = stat()
    guard lstat(path, &status) == 0 else {
      if errno == ENOENT { return .absent }
      throw SystemError(code: errno)
    }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: return .folder
    case S_IFREG: return .file
    case S_IFLNK: return .link
    default: return .other
    }
  }

  /// The names in a folder, sorted by bytes.
  public static func names(in folder: String) throws(SystemError) -> [String] {
    guard let stream = opendir(folder) else { throw SystemError(code: errno) }
    defer { closedir(stream) }
    var names: [String] = []
    while true {
      errno = 0
      guard let entry = readdir(stream) else {
        if errno != 0 { throw SystemError(code: errno) }
        break
      }
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The paths of all files below a folder, relative to it; links count as files. A name that is no
  /// UTF-8 is the error `EILSEQ`: its file could be neither kept nor copied by what we make of it.
  static func files(below folder: String, prefix: String = "") throws(SystemError) -> [String] {
    var paths: [String] = []
    for name in try names(in: folder) {
      if name.unicodeScalars.contains("\u{FFFD}"), try kind("\(folder)/\(name)") == .absent {
        throw SystemError(code: EILSEQ)
      }
      if try kind("\(folder)/\(name)") == .folder {
        paths += try files(below: "\(folder)/\(name)", prefix: "\(prefix)\(name)/")
      } else {
        paths.append(prefix + name)
      }
    }
    return paths
  }

  /// Creates a file; fails if it exists.
  package static func write(_ path: String, _ bytes: [UInt8]) throws(SystemError) {
    let file = try NewFile(path)
    try file.append(bytes)
    try file.finish()
  }

  /// Flushes a file or folder to disk.
  package static func synchronize(_ path: String) throws(SystemError) {
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { throw SystemError(code: errno) }
    defer { close(descriptor) }
    while fsync(descriptor) != 0 {
      if errno == EINTR { continue }
      // Some network file systems do not support this, especially for folders.
      if errno == EINVAL || errno == ENOTSUP { return }
      throw SystemError(code: errno)
    }
  }

  /// Whether two paths are the same file or folder, without following links.
  static func isSame(_ first: String, _ second: String) throws(SystemError) -> Bool {
    var (one, other) = (stat(), stat())
    guard lstat(first, &one) == 0, lstat(second, &other) == 0 else {
      if errno == ENOENT { return false }
      throw SystemError(code: errno)
    }
    return one.st_dev == other.st_dev && one.st_ino == other.st_ino
  }

  /// Whether `path` leads to the open file.
  static func isSame(_ descriptor: Int32, _ path: String) -> Bool {
    var (one, other) = (stat(), stat())
    return fstat(descriptor, &one) == 0 && lstat(path, &other) == 0
      && one.st_dev == other.st_dev && one.st_ino == other.st_ino
  }

  /// Creates a folder and its missing parents; returns the created ones, outermost first.
  @discardableResult
  package static func createFolder(_ path: String) throws(SystemError) -> [String] {
    var code = make(path)
    var made: [String] = []
    if code == ENOENT, let parent = parent(of: path), parent != path {
      made = try createFolder(parent)
      code = make(path)
    }
    switch code {
    case 0: return made + [path]
    case EEXIST: return made
    default:
      removeEmpty(made)
      throw SystemError(code: code)
    }
  }

  /// Removes the folders returned by `createFolder` that are empty.
  static func removeEmpty(_ folders: [String]) {
    for folder in folders.reversed() { rmdir(folder) }
  }

  /// Returns 0, EEXIST if the folder exists, ENOTDIR if something else does, or another error.
  private static func make(_ path: String) -> Int32 {
    if mkdir(path, 0o777) == 0 { return 0 }
    let code = errno
    var status = stat()
    guard code == EEXIST, stat(path, &status) == 0 else { return code }
    return status.st_mode & S_IFMT == S_IFDIR ? EEXIST : ENOTDIR
  }

  /// Removes a file, a link or a folder with its contents; ignores failures.
  package static func remove(_ path: String) {
    if (try? kind(path)) == .folder {
      for name in (try? names(in: path)) ?? [] { remove("\(path)/\(name)") }
      rmdir(path)
    } else {
      unlink(path)
    }
  }

  /// The folder that holds an absolute path.
  package static func parent(of path: String) -> String? {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return nil }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  package static func name(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path }
    return String(path[path.utf8.index(after: slash)...])
  }
}
