import Archives

/// The platform's download: its zip, or the folder it was unpacked to.
protocol SubmissionSource: AnyObject {
  /// Every file, in an order that depends on the names alone.
  var entries: [SubmissionEntry] { get }
  /// Reads a file of at most `limit` bytes, once: what identifies its contents and how to get them.
  func load(_ entry: SubmissionEntry, limit: Int) throws(SubmittedFault) -> LoadedFile
}

/// A file of the download. Its path is bytes: names are compared as they are stored.
struct SubmissionEntry {
  /// In the source's own order.
  let index: Int
  let parts: [[UInt8]]
  let size: Int
  let fault: SubmittedFault?
}

/// The bytes of a handed-in file as they are stored, and how they become its contents.
struct LoadedFile {
  /// What decides the contents: the same bytes, the same contents.
  let stored: [UInt8]
  private let inflate: ([UInt8]) throws -> [UInt8]

  init(_ stored: [UInt8], inflate: @escaping ([UInt8]) throws -> [UInt8] = { $0 }) {
    self.stored = stored
    self.inflate = inflate
  }

  func contents() throws(SubmittedFault) -> [UInt8] {
    do {
      return try inflate(stored)
    } catch {
      throw .damaged
    }
  }
}

/// The zip that a platform lets a teacher download, as it is: nothing is unpacked to a disk.
final class ZipSubmissions: SubmissionSource {
  let entries: [SubmissionEntry]
  private let file: ZipFile

  init(path: String) throws {
    let file = try ZipFile(path: path)
    self.file = file
    entries = file.entries.indices.compactMap { index in
      let entry = file.entries[index]
      let parts = entry.name.utf8.split(separator: UInt8(ascii: "/")).map(Array.init)
      // A folder's own entry ends with a slash and holds nothing.
      guard entry.name.utf8.last != UInt8(ascii: "/") else { return nil }
      return SubmissionEntry(
        index: index, parts: parts, size: entry.size,
        fault: entry.fault.map { SubmittedFault($0) })
    }.sorted { Self.precedes($0, $1) }
  }

  private static func precedes(_ left: SubmissionEntry, _ right: SubmissionEntry) -> Bool {
    let (first, second) = (left.parts.joined(separator: [0]), right.parts.joined(separator: [0]))
    return Array(first).lexicographicallyPrecedes(Array(second))
  }

  func load(_ entry: SubmissionEntry, limit: Int) throws(SubmittedFault) -> LoadedFile {
    if let fault = entry.fault { throw fault }
    let zipped = file.entries[entry.index]
    do throws(ArchiveError) {
      let stored = try file.stored(zipped, limit: limit)
      return LoadedFile(stored) { [file] in try file.contents(of: zipped, stored: $0) }
    } catch {
      throw SubmittedFault(error.fault)
    }
  }
}

/// Why a handed-in file is not read. The rest of the class is no worse for it.
public enum SubmittedFault: Error, Hashable, Sendable {
  case symbolicLink
  case hardLink
  /// A pipe, a device, a socket.
  case notRegular
  case tooLarge(limit: Int)
  /// A name that climbs out of its folder.
  case unsafeName
  case encrypted
  /// Its bytes in the archive are not what the archive says.
  case damaged
  /// Two of the archive have this name.
  case doubled
  case unreadable
  /// The folder holds more than is looked at.
  case tooMany(limit: Int)

  /// The end of the message keys that are about it.
  public var key: String {
    switch self {
    case .symbolicLink: "symbolicLink"
    case .hardLink: "hardLink"
    case .notRegular: "notRegular"
    case .tooLarge: "tooLarge"
    case .unsafeName: "unsafeName"
    case .encrypted: "encrypted"
    case .damaged: "damaged"
    case .doubled: "doubled"
    case .unreadable: "unreadable"
    case .tooMany: "tooMany"
    }
  }

  init(_ fault: ArchiveFault) {
    self =
      switch fault {
      case .encryptedEntry: .encrypted
      case .unsafeName: .unsafeName
      case .duplicateEntry: .doubled
      case .tooLarge(let limit): .tooLarge(limit: limit)
      case .unsupportedMethod: .unreadable
      default: .damaged
      }
  }
}
