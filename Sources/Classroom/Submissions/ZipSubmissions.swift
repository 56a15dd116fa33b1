import Archives

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
