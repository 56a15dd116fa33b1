import Archives
import Datasets
import Diagnostics

/// Everything that a class handed in, by the id of its student: one download, or one for each group.
final class Submissions {
  /// Files by id, in the order of the downloads and then of their names.
  private(set) var files: [String: [SubmittedFile]] = [:]
  /// Ids that the list does not have, sorted.
  private(set) var strangers: [String] = []
  /// The paths of files that belong to nobody.
  private(set) var unclaimed: [String] = []
  /// The ids that the download itself marks as late.
  private(set) var late: Set<String> = []

  /// Opens zips and folders. Throws if no file in one of them belongs to anybody.
  init(paths: [String], roster: Roster) throws {
    let reader = OwnerReader(roster)
    let known = Set(roster.students.map(\.id))
    var found: [Set<String>] = []
    for path in paths {
      let source: any SubmissionSource =
        Files.isFolder(path)
        ? try FolderSubmissions(path: path) : try ZipSubmissions(path: path)
      found.append(try add(source, path, reader, known, roster))
    }
    for (index, ids) in found.enumerated() {
      // Two downloads of one assignment are not two groups.
      if let other = found.indices.first(where: {
        $0 != index && !ids.isEmpty && ids.isSubset(of: found[$0])
      }) {
        throw SubmissionsError(paths[index], .samePeople(other: paths[other]))
      }
    }
    strangers.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Adds the files of one download; returns the ids that it has files of.
  private func add(
    _ source: any SubmissionSource, _ path: String, _ reader: OwnerReader, _ known: Set<String>,
    _ roster: Roster
  ) throws -> Set<String> {
    var ids: Set<String> = []
    var unclaimed: [String] = []
    var hasStrangers = false
    for entry in source.entries where !Self.isNoise(entry.parts) {
      guard let owner = reader.owner(of: entry.parts) else {
        unclaimed.append(Self.text(entry.parts))
        continue
      }
      guard known.contains(owner.id) else {
        hasStrangers = true
        if !strangers.contains(owner.id) { strangers.append(owner.id) }
        continue
      }
      ids.insert(owner.id)
      if owner.isLate { late.insert(owner.id) }
      let file = SubmittedFile(entry: entry, owner: owner, source: source)
      // Who is in two groups is in both downloads.
      let isThere = files[owner.id]?.contains { $0.hasSameContents(as: file) } ?? false
      if !isThere { files[owner.id, default: []].append(file) }
    }
    if ids.isEmpty && !hasStrangers {
      throw SubmissionsError(path, Self.fault(unclaimed, source.entries, roster))
    }
    self.unclaimed += unclaimed
    return ids
  }

  /// Why a download without ids in its names is of no use.
  private static func fault(
    _ unclaimed: [String], _ entries: [SubmissionEntry], _ roster: Roster
  ) -> SubmissionsError.Fault {
    guard let example = unclaimed.first else { return .empty }
    let names = Set(roster.students.map { ColumnName.folded($0.name) })
    let isByName = entries.contains { entry in
      entry.parts.contains {
        names.contains(ColumnName.folded(String(decoding: $0, as: UTF8.self)))
      }
    }
    let isExport = entries.contains { entry in
      entry.parts.count == 1 && ["index.html", "moodle_backup.xml"].contains(text(entry.parts))
    }
    return isByName || isExport ? .otherExport : .noIds(example: example)
  }

  /// What operating systems and office programs leave behind.
  private static func isNoise(_ parts: [[UInt8]]) -> Bool {
    guard let name = parts.last else { return true }
    let noise = [".DS_Store", "Thumbs.db", "desktop.ini"]
    return noise.contains { name.elementsEqual($0.utf8) } || name.starts(with: "._".utf8)
      || name.starts(with: "~$".utf8)
      || parts.contains { $0.elementsEqual("__MACOSX".utf8) }
  }

  static func text(_ parts: [[UInt8]]) -> String {
    parts.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "/").visibleLine
  }
}

/// A file of one student's work.
struct SubmittedFile {
  let entry: SubmissionEntry
  let owner: SubmissionOwner
  /// The download that it is in.
  let source: any SubmissionSource

  /// Whether the file of another download has the same path and the same bytes.
  func hasSameContents(as other: SubmittedFile) -> Bool {
    guard source !== other.source, entry.parts == other.entry.parts,
      entry.size == other.entry.size, let own = try? contents, let others = try? other.contents
    else { return false }
    return own == others
  }

  private var contents: [UInt8] {
    get throws {
      try source.load(entry, limit: StudentInput.fileLimit).contents()
    }
  }

  /// Its path within the work, as people read it.
  var name: String { Submissions.text(owner.path) }
  /// Its last part, for patterns.
  var baseName: String { owner.path.last.map { String(decoding: $0, as: UTF8.self) } ?? "" }
}

/// Why a download as a whole cannot be used.
public struct SubmissionsError: UserError, Hashable {
  public enum Fault: Hashable, Sendable {
    case empty
    /// Folders carry names only: another button of the platform made it.
    case otherExport
    case noIds(example: String)
    /// Everybody of this download is in another one.
    case samePeople(other: String)
  }

  public let path: String
  public let fault: Fault

  init(_ path: String, _ fault: Fault) {
    self.path = path
    self.fault = fault
  }

  public var place: Place? { Place(path) }

  public var message: Message {
    switch fault {
    case .empty: Message("class.submissions.empty")
    case .otherExport: Message("class.submissions.otherExport")
    case .noIds(let example): Message("class.submissions.noIds", ["example": example])
    case .samePeople(let other): Message("class.submissions.samePeople", ["other": other])
    }
  }
}
