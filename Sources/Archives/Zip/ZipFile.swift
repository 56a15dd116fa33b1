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
