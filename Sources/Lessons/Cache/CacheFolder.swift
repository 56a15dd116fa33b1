import Archives
import Glibc

/// The user's folder of results that need not be found out again.
///
/// Files are written aside and renamed, so that runs beside each other see whole ones. What is
/// damaged, or of another format, counts as absent. Nothing here is an error: without the cache
/// everything is worked out anew.
public struct CacheFolder: Sendable {
  /// The folders in it, each with a bound of its own.
  public enum Shelf: String, CaseIterable, Sendable {
    /// What lessons found out.
    case results
    /// From what a lesson was last trained, part by part.
    case inputs
    /// From what the report in a place was made.
    case reports
    /// Drawn figures.
    case figures

    /// In bytes; the files that were not used for longest go first.
    var limit: Int {
      switch self {
      case .results: 512 << 20
      case .figures: 256 << 20
      case .inputs, .reports: 4 << 20
      }
    }
  }

  /// Files and bytes held.
  public struct Usage: Equatable, Sendable {
    public var files = 0
    public var bytes = 0
  }

  private static let magic = Array("CUADCACHE".utf8)
  private static let format: UInt8 = 1
  private static let headerSize = magic.count + 1 + 32
  private static let temporaryPrefix = ".new-"
  /// After so many seconds a file that is still aside belongs to nobody.
  private static let abandonedAfter = 3600

  public let path: String
  private let resultsLimit: Int

  /// - Parameter resultsLimit: bytes of results to keep, where not the usual 512 MiB.
  public init(path: String, resultsLimit: Int? = nil) {
    self.path = path
    self.resultsLimit = resultsLimit ?? Shelf.results.limit
  }

  /// `$XDG_CACHE_HOME/cuaderno`, else `~/.cache/cuaderno`; nil where neither variable says where.
  public static func standard(environment: (String) -> String?) -> CacheFolder? {
    // The XDG specification: what is not absolute is to be ignored.
    if let folder = environment("XDG_CACHE_HOME"), folder.hasPrefix("/") {
      return CacheFolder(path: "\(folder)/cuaderno")
    }
    guard let home = environment("HOME"), home.hasPrefix("/") else { return nil }
    return CacheFolder(path: "\(home)/.cache/cuaderno")
  }

  /// What was kept under `name`, 64 hexadecimal digits; nil where it is absent or damaged.
  public func read(_ shelf: Shelf, _ name: String) -> [UInt8]? {
    let file = file(shelf, name)
    guard let bytes = try? Files.read(file, limit: shelf.limit),
      bytes.count >= Self.headerSize, bytes.starts(with: Self.magic),
      bytes[Self.magic.count] == Self.format
    else { return nil }
    let payload = Array(bytes[Self.headerSize...])
    guard bytes[(Self.headerSize - 32)..<Self.headerSize].elementsEqual(SHA256.hash(payload))
    else { return nil }
    // Says that it is in use; which results fit is decided by their names alone.
    utimensat(AT_FDCWD, file, nil, 0)
    return payload
  }

  /// The value that was kept under `name`; nil where it is absent, damaged or of another kind.
  public func value<Value: Decodable>(
    _ type: Value.Type, _ shelf: Shelf, _ name: String
  ) -> Value? {
    guard let bytes = read(shelf, name), let packed = PackedReader.value(bytes) else { return nil }
    return try? PackedDecoder.decode(type, from: packed)
  }

  /// Keeps a value under `name`; false where it cannot be written.
  ///
  /// - Parameter trims: false where more is to come, and `trim` is called after it.
  @discardableResult
  public func keep<Value: Encodable>(
    _ value: Value, _ shelf: Shelf, _ name: String, trims: Bool = true
  ) -> Bool {
    guard let packed = try? PackingEncoder.encode(value) else { return false }
    return write(shelf, name, PackedWriter.bytes(packed), trims: trims)
  }

  /// Keeps `payload` under `name`; false where it cannot be written.
  @discardableResult
  public func write(
    _ shelf: Shelf, _ name: String, _ payload: [UInt8], trims: Bool = true
  ) -> Bool {
    guard makeFolder("\(path)/\(shelf.rawValue)") else { return false }
    let random = String(UInt64.random(in: .min ... .max), radix: 16)
    let aside = "\(path)/\(shelf.rawValue)/\(Self.temporaryPrefix)\(getpid())-\(random)"
    let bytes = Self.magic + [Self.format] + SHA256.hash(payload) + payload
    guard create(aside, bytes), rename(aside, file(shelf, name)) == 0 else {
      unlink(aside)
      return false
    }
    if trims { trim(shelf) }
    return true
  }

  public var usage: Usage {
    Shelf.allCases.flatMap(entries).reduce(into: Usage()) { usage, entry in
      usage.files += 1
      usage.bytes += entry.size
    }
  }

  /// Removes every file of ours, and the folders where they are empty then.
  public func clear() {
    for shelf in Shelf.allCases {
      for entry in entries(shelf) { unlink(entry.path) }
      rmdir("\(path)/\(shelf.rawValue)")
    }
    rmdir(path)
  }

  // MARK: Files

  private struct Entry {
    var path: String
    var isAside: Bool
    var size: Int
    var lastUse: timespec
  }

  private func file(_ shelf: Shelf, _ name: String) -> String {
    precondition(Self.isName(name), "\(name) is not a hash")
    return "\(path)/\(shelf.rawValue)/\(name)"
  }

  private static func isName(_ name: String) -> Bool {
    name.utf8.count == 64
      && name.utf8.allSatisfy {
        UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 || UInt8(ascii: "a")...UInt8(ascii: "f") ~= $0
      }
  }

  /// Files of ours in a shelf.
  private func entries(_ shelf: Shelf) -> [Entry] {
    let folder = "\(path)/\(shelf.rawValue)"
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var entries: [Entry] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      let isAside = name.hasPrefix(Self.temporaryPrefix)
      var status = stat()
      guard isAside || Self.isName(name), lstat("\(folder)/\(name)", &status) == 0,
        status.st_mode & S_IFMT == S_IFREG
      else { continue }
      entries.append(
        Entry(
          path: "\(folder)/\(name)", isAside: isAside, size: Int(status.st_size),
          lastUse: status.st_mtim))
    }
    return entries
  }

  /// Removes what is more than the shelf's bound, and what nobody will finish.
  public func trim(_ shelf: Shelf) {
    let entries = entries(shelf)
    let now = time(nil)
    for entry in entries where entry.isAside && entry.lastUse.tv_sec < now - Self.abandonedAfter {
      unlink(entry.path)
    }
    let kept = entries.filter { !$0.isAside }
    var size = kept.reduce(0) { $0 + $1.size }
    let limit = shelf == .results ? resultsLimit : shelf.limit
    guard size > limit else { return }
    let oldestFirst = kept.sorted {
      ($0.lastUse.tv_sec, $0.lastUse.tv_nsec) < ($1.lastUse.tv_sec, $1.lastUse.tv_nsec)
    }
    for entry in oldestFirst where size > limit {
      unlink(entry.path)
      size -= entry.size
    }
  }

  private func makeFolder(_ folder: String) -> Bool {
    if mkdir(folder, 0o700) == 0 || errno == EEXIST { return true }
    guard errno == ENOENT, let slash = folder.utf8.lastIndex(of: UInt8(ascii: "/")),
      slash != folder.startIndex, makeFolder(String(folder[..<slash]))
    else { return false }
    return mkdir(folder, 0o700) == 0 || errno == EEXIST
  }

  private func create(_ file: String, _ bytes: [UInt8]) -> Bool {
    let descriptor = open(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return false }
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress! + written, bytes.count - written)
      }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { break }
      written += count
    }
    return close(descriptor) == 0 && written == bytes.count
  }
}
