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
