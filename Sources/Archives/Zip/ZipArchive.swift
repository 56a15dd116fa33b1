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
