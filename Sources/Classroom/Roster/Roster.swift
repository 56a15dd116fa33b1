import Datasets
import Diagnostics

/// The list of a class: Moodle's offline grading worksheet, Canvas's gradebook export, or a plain
/// CSV with a code for each person. Its bytes are kept, so that grades can be written back into it.
public struct Roster: Sendable {
  public enum Kind: String, Sendable {
    case moodle, canvas, plain
  }

  public let kind: Kind
  public let sheet: Sheet
  public let columns: RosterColumns
  /// In the sheet's order.
  public let students: [Student]

  public init(path: String) throws {
    try self.init(Sheet(path: path))
  }

  public init(_ sheet: Sheet) throws(RosterError) {
    self.sheet = sheet
    (kind, columns) = try Self.recognised(sheet)
    let reader = RosterReader(sheet: sheet, kind: kind, columns: columns)
    students = try reader.students()
  }

  /// Moodle needs Identifier and both dates or a grade beside it; Canvas Student, ID and Section.
  private static func recognised(_ sheet: Sheet) throws(RosterError) -> (Kind, RosterColumns) {
    if let id = sheet.column(RosterColumns.moodleIdentifiers) {
      return (.moodle, RosterColumns(sheet, id: id))
    }
    let header = sheet.rows[0].cells.map { ColumnName.trimmed($0.text) }
    if let id = header.firstIndex(of: "ID"), header.contains("Section"),
      header.contains("Student") || header.contains("LastName")
    {
      return (.canvas, RosterColumns(sheet, id: id))
    }
    if let id = sheet.column(RosterColumns.codes) {
      return (.plain, RosterColumns(sheet, id: id))
    }
    throw RosterError(
      Place(sheet.path, line: sheet.rows[0].line),
      .noIdentifier(columns: header.joined(separator: ", ")))
  }
}
