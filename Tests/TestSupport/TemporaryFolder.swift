import Glibc

/// A folder of its own for a test, gone when the test is.
public final class TemporaryFolder: Sendable {
  public let path: String

  public init() {
    var template = Array("/tmp/cuaderno-test-XXXXXX".utf8CString)
    precondition(mkdtemp(&template) != nil, "no temporary folder: errno \(errno)")
    path = template.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
  }

  deinit {
    chmod(path, 0o700)
    remove(path)
  }

  /// Writes a file below the folder and makes the folders above it.
  public func write(_ name: String, _ text: String) {
    var folder = path
    for part in name.split(separator: "/").dropLast() {
      folder += "/\(part)"
      mkdir(folder, 0o755)
    }
    let file = fopen("\(path)/\(name)", "w")!
    fputs(text, file)
    fclose(file)
  }

  /// Writes a file of any bytes below the folder and makes the folders above it.
  public func write(_ name: String, bytes: [UInt8]) {
    write(name, "")
    let file = fopen("\(path)/\(name)", "w")!
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
  }

  /// Removes a file below the folder.
  public func delete(_ name: String) { unlink("\(path)/\(name)") }

  /// Makes a symbolic link below the folder and the folders above it.
  public func link(_ name: String, to goal: String) {
    write(name, "")
    unlink("\(path)/\(name)")
    symlink(goal, "\(path)/\(name)")
  }

  /// Every file below the folder with its text, links as `-> goal`, empty folders as `NAME/`.
  public var contents: [String: String] { Self.contents(of: path) }

  /// The same of any folder; `prefix` begins every name.
  public static func contents(of folder: String, prefix: String = "") -> [String: String] {
    var result: [String: String] = [:]
    for name in names(in: folder) {
      let path = "\(folder)/\(name)"
      var status = stat()
      lstat(path, &status)
      switch status.st_mode & S_IFMT {
      case S_IFDIR:
        let below = contents(of: path, prefix: "\(prefix)\(name)/")
        result.merge(below) { first, _ in first }
        if below.isEmpty { result["\(prefix)\(name)/"] = "" }
      default: result["\(prefix)\(name)"] = text(of: path)
      }
    }
    return result
  }

  /// The text of the file at `path`, read as UTF-8.
  public static func text(of path: String) -> String {
    guard let bytes = bytes(of: path) else { return "unreadable" }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Of a file below the folder; empty where it is not there.
  public func bytes(_ name: String) -> [UInt8] { Self.bytes(of: "\(path)/\(name)") ?? [] }

  private static func bytes(of path: String) -> [UInt8]? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var byte = fgetc(file)
    while byte != EOF {
      bytes.append(UInt8(byte))
      byte = fgetc(file)
    }
    return bytes
  }

  private static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names
  }

  private func remove(_ path: String) {
    for name in Self.names(in: path) {
      if unlink("\(path)/\(name)") != 0 { remove("\(path)/\(name)") }
    }
    rmdir(path)
  }
}
