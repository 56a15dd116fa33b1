import Archives
import Datasets
import Diagnostics

/// Everything that a class handed in, by the id of its student.
final class Submissions {
  let source: any SubmissionSource
  /// Files by id, in the order of their names.
  private(set) var files: [String: [SubmittedFile]] = [:]
  /// Ids that the list does not have, sorted.
  private(set) var strangers: [String] = []
  /// Files that are nobody's, as people read their paths.
  private(set) var unclaimed: [String] = []
  /// Those that the download itself marks as late.
  private(set) var late: Set<String> = []

  /// Opens a zip or a folder. Throws where no file in it is anybody's.
  init(path: String, roster: Roster) throws {
    source =
      Files.isFolder(path)
      ? try FolderSubmissions(path: path) : try ZipSubmissions(path: path)
    let reader = OwnerReader(roster)
    let known = Set(roster.students.map(\.id))
    for entry in source.entries where !Self.isNoise(entry.parts) {
      guard let owner = reader.owner(of: entry.parts) else {
        unclaimed.append(Self.text(entry.parts))
        continue
      }
      guard known.contains(owner.id) else {
        if !strangers.contains(owner.id) { strangers.append(owner.id) }
        continue
      }
      if owner.isLate { late.insert(owner.id) }
      files[owner.id, default: []].append(SubmittedFile(entry: entry, owner: owner))
    }
    strangers.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    if files.isEmpty && strangers.isEmpty {
      throw SubmissionsError(path, Self.fault(unclaimed, source.entries, roster))
    }
  }

  /// What a download looks like that has no ids in its names.
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
    }
  }
}
