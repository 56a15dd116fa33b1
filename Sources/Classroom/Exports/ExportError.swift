import Diagnostics

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
