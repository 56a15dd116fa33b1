import Diagnostics

/// What is wrong with a compressed file, a zip archive or a NumPy array, and in which file.
public struct ArchiveError: UserError, Hashable {
  public let path: String
  public let fault: ArchiveFault

  public init(_ path: String, _ fault: ArchiveFault) {
    self.path = path
    self.fault = fault
  }

  public var place: Place? { Place(path) }
  public var message: Message { fault.message }
}

/// What can be wrong inside an archive. Sizes are in bytes.
public enum ArchiveFault: Error, Hashable, Sendable {
  case notGzip
  case truncated
  case corrupt
  case wrongChecksum
  case wrongLength
  case trailingBytes(count: Int)
  /// More would come out than the limit allows.
  case tooLarge(limit: Int)

  case notZip
  case unsupportedZip
  case tooManyEntries(found: Int, limit: Int)
  case encryptedEntry(String)
  case unsupportedMethod(entry: String, method: Int)
  case unsafeName(String)
  case duplicateEntry(String)
  case corruptEntry(String)

  case notAnArray(entry: String)
  case unsupportedType(entry: String, type: String)
  case wrongArrayLength(entry: String, announced: Int, found: Int)
  /// A value that is no number, or too large for a Float32; its index in the file's order.
  case notFinite(entry: String, index: Int)

  var message: Message {
    switch self {
    case .notGzip: Message("archive.notGzip")
    case .truncated: Message("archive.truncated")
    case .corrupt: Message("archive.corrupt")
    case .wrongChecksum: Message("archive.wrongChecksum")
    case .wrongLength: Message("archive.wrongLength")
    case .trailingBytes(let count): Message("archive.trailingBytes", ["count": "\(count)"])
    case .tooLarge(let limit): Message("archive.tooLarge", ["limit": byteCount(limit)])
    case .notZip: Message("archive.notZip")
    case .unsupportedZip: Message("archive.unsupportedZip")
    case .tooManyEntries(let found, let limit):
      Message("archive.tooManyEntries", ["found": "\(found)", "limit": "\(limit)"])
    case .encryptedEntry(let entry): Message("archive.encryptedEntry", ["entry": entry])
    case .unsupportedMethod(let entry, let method):
      Message("archive.unsupportedMethod", ["entry": entry, "method": "\(method)"])
    case .unsafeName(let entry): Message("archive.unsafeName", ["entry": entry])
    case .duplicateEntry(let entry): Message("archive.duplicateEntry", ["entry": entry])
    case .corruptEntry(let entry): Message("archive.corruptEntry", ["entry": entry])
    case .notAnArray(let entry): Message("archive.notAnArray", ["entry": entry])
    case .unsupportedType(let entry, let type):
      Message("archive.unsupportedType", ["entry": entry, "type": type])
    case .wrongArrayLength(let entry, let announced, let found):
      Message(
        "archive.wrongArrayLength",
        ["entry": entry, "announced": "\(announced)", "found": "\(found)"])
    case .notFinite(let entry, let index):
      Message("archive.notFinite", ["entry": entry, "index": "\(index)"])
    }
  }
}

/// A size as people read it: whole MiB or KiB where it is one, else bytes.
func byteCount(_ bytes: Int) -> String {
  if bytes >= 1 << 20, bytes % (1 << 20) == 0 { return "\(bytes >> 20) MiB" }
  if bytes >= 1 << 10, bytes % (1 << 10) == 0 { return "\(bytes >> 10) KiB" }
  return "\(bytes) bytes"
}
