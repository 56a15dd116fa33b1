import Diagnostics

/// How grades go back to the platform.
public struct ExportOptions: Sendable {
  /// What happens to comments that are already in the list.
  public enum Comments: String, CaseIterable, Sendable {
    /// The program's comment follows them.
    case append
    case replace
    /// The program's comment is written only if there is none.
    case keep
  }

  public var comments = Comments.append
  /// Whether grades that the program wrote may change, unless somebody has changed them since.
  public var regrades = false
  /// Whether a regrade may lower a published grade.
  public var allowsLower = false
  /// Whether students get pages of work that is not completely graded.
  public var includesUnfinished = false
  /// Whether only pages that have changed since the last time are sent.
  public var onlyChanged = false
  /// Each page goes with its PDF, where it has been printed.
  public var includesPDF = false
  /// The largest archive of pages, in bytes; a larger page gets an archive of its own.
  public var zipLimit = 20_000_000
  /// A plain list for Excel in Spanish: `;` between cells and decimal commas.
  public var usesExcelSpanish = false
  /// Canvas: the title of the assignment's column; nil if there is only one.
  public var assignment: String?

  public init() {}
}

/// Why grades cannot be written into a list.
public enum ExportError: UserError, Hashable {
  /// Moodle: the work is graded by a scale of words.
  case scale(path: String)
  /// The list has no column for grades.
  case noGradeColumn(path: String)
  /// Canvas: none of the columns, or several, may be the assignment's.
  case assignment(path: String, name: String?, columns: [String])

  public var place: Place? {
    switch self {
    case .scale(let path), .noGradeColumn(let path), .assignment(let path, _, _): Place(path)
    }
  }

  public var message: Message {
    switch self {
    case .scale: return Message("class.export.scale")
    case .noGradeColumn: return Message("class.export.noGradeColumn")
    case .assignment(_, let name, let columns):
      let list = ["columns": columns.joined(separator: ", ")]
      guard !columns.isEmpty else { return Message("class.export.noAssignment") }
      guard let name else { return Message("class.export.severalAssignments", list) }
      return Message(
        "class.export.unknownAssignment", list.merging(["name": name]) { first, _ in first })
    }
  }

  public var exitCode: ExitCode { .invalidInput }
}
