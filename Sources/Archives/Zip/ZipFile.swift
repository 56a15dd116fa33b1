import Glibc

/// A zip archive in a file, however large: neither the archive nor more than one of its entries is
/// held in memory, and what is wrong with an entry is that entry's alone. Names are never paths of a
/// file system here: nothing is unpacked.
public final class ZipFile: Sendable {
  public static let entryLimit = 65_534

  public let path: String
  /// In the directory's order, those that cannot be read included.
  public let entries: [ZipEntry]
  private let source: ZipFileSource

  /// Reads the directory of the archive. Refused as a whole: no zip archive, several volumes, a ZIP64
  /// directory (65,535 files or 4 GiB), a damaged directory.
  public init(path: String) throws {
    self.path = path
    source = try ZipFileSource(path)
    entries = try ZipDirectoryReader(source: source, path: path)
      .entries(entryLimit: Self.entryLimit)
  }

  /// The bytes of an entry as stored, deflated or not: what decides its contents.
  public func stored(_ entry: ZipEntry, limit: Int) throws(ArchiveError) -> [UInt8] {
    if let fault = entry.fault { throw ArchiveError(path, fault) }
    guard entry.size <= limit, entry.compressed.count <= limit else {
      throw ArchiveError(path, .tooLarge(limit: limit))
    }
    guard let stored = source.bytes(entry.compressed) else {
      throw ArchiveError(path, .corruptEntry(entry.name))
    }
    return stored
  }

  /// The contents of an entry of at most `limit` bytes, given its stored bytes.
  public func contents(of entry: ZipEntry, stored: [UInt8]) throws(ArchiveError) -> [UInt8] {
    try entry.contents(stored, path: path)
  }
}

/// One file of a zip archive, as its central directory announces it.
public struct ZipEntry: Hashable, Sendable {
  public let name: String
  /// Announced size of the contents in bytes.
  public let size: Int
  /// Why it cannot be read; nil where nothing speaks against it so far.
  public internal(set) var fault: ArchiveFault?
  let checksum: Int
  let isDeflated: Bool
  let compressed: Range<Int>

  /// The contents of an entry whose stored bytes are `stored`, checked against announced size and
  /// checksum.
  func contents(_ stored: [UInt8], path: String) throws(ArchiveError) -> [UInt8] {
    let corrupt = ArchiveError(path, .corruptEntry(name))
    var contents = stored
    if isDeflated {
      let inflater = Inflater(.raw)
      contents = try inflater.readAll(
        stored, before: stored.count, limit: size, truncated: corrupt, corrupt: corrupt,
        tooLarge: corrupt)
      guard inflater.position == stored.count else { throw corrupt }
    }
    guard contents.count == size, Int(CRC32.checksum(contents)) == checksum else { throw corrupt }
    return contents
  }
}

/// The entries of a zip archive, found by its central directory. Nothing is inflated before
/// `contents(of:)`, and nothing is ever written to a disk.
public struct ZipArchive: Sendable {
  public typealias Entry = ZipEntry

  public let entries: [Entry]
  private let bytes: [UInt8]
  private let path: String

  /// Reads the directory of the archive. Refused: more entries or announced bytes than the limits,
  /// encryption, methods other than stored and deflated, several volumes, ZIP64 directories, entries
  /// that overlap or share a name, and names that are absolute or climb with `..`.
  public init(
    _ bytes: [UInt8], path: String, entryLimit: Int = 64, sizeLimit: Int
  ) throws(ArchiveError) {
    self.bytes = bytes
    self.path = path
    let reader = ZipDirectoryReader(source: bytes, path: path)
    entries = try reader.entries(entryLimit: entryLimit)
    var total = 0
    for entry in entries {
      if let fault = entry.fault { throw ArchiveError(path, fault) }
      total += entry.size
      guard total <= sizeLimit else { throw ArchiveError(path, .tooLarge(limit: sizeLimit)) }
    }
  }

  /// The bytes of an entry, checked against its announced size and checksum.
  public func contents(of entry: Entry) throws(ArchiveError) -> [UInt8] {
    try entry.contents(Array(bytes[entry.compressed]), path: path)
  }
}

/// The bytes of an archive by their places, in memory or in a file.
protocol ZipSource: Sendable {
  var count: Int { get }
  /// The bytes of a range within `0..<count`; nil where they cannot be read any more.
  func bytes(_ range: Range<Int>) -> [UInt8]?
}

extension [UInt8]: ZipSource {
  func bytes(_ range: Range<Int>) -> [UInt8]? { Array(self[range]) }
}

/// A regular file, read piece by piece.
final class ZipFileSource: ZipSource {
  let count: Int
  private let descriptor: Int32

  init(_ path: String) throws(FileError) {
    descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard descriptor >= 0 else {
      throw FileError(path, errno == ENOENT || errno == ENOTDIR ? .notFound : .notAllowed)
    }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw FileError(path, .notRegular)
    }
    count = Int(status.st_size)
  }

  deinit { close(descriptor) }

  func bytes(_ range: Range<Int>) -> [UInt8]? {
    let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
      while count < range.count {
        let got = pread(
          descriptor, buffer.baseAddress! + count, range.count - count,
          off_t(range.lowerBound + count))
        if got < 0 && errno == EINTR { continue }
        guard got > 0 else { return }
        count += got
      }
    }
    return bytes.count == range.count ? bytes : nil
  }
}
