/// The entries of a zip archive, found by its central directory. Nothing is inflated before
/// `contents(of:)`, and nothing is ever written to a disk.
public struct ZipArchive: Sendable {
  /// One file of the archive.
  public struct Entry: Hashable, Sendable {
    public let name: String
    /// Announced size of the contents in bytes.
    public let size: Int
    let checksum: Int
    let isDeflated: Bool
    let compressed: Range<Int>
  }

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
    var reader = ZipDirectoryReader(bytes: bytes, path: path)
    entries = try reader.entries(entryLimit: entryLimit, sizeLimit: sizeLimit)
  }

  /// The bytes of an entry, checked against its announced size and checksum.
  public func contents(of entry: Entry) throws(ArchiveError) -> [UInt8] {
    let corrupt = ArchiveError(path, .corruptEntry(entry.name))
    var contents: [UInt8]
    if entry.isDeflated {
      let inflater = Inflater(.raw, startingAt: entry.compressed.lowerBound)
      contents = try inflater.readAll(
        bytes, before: entry.compressed.upperBound, limit: entry.size, truncated: corrupt,
        corrupt: corrupt, tooLarge: corrupt)
      guard inflater.position == entry.compressed.upperBound else { throw corrupt }
    } else {
      contents = Array(bytes[entry.compressed])
    }
    guard contents.count == entry.size, Int(CRC32.checksum(contents)) == entry.checksum else {
      throw corrupt
    }
    return contents
  }
}
