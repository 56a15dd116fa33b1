import Datasets
import Diagnostics

/// The list of a class: Moodle's offline grading worksheet, Canvas's gradebook export, or a plain
/// CSV with a code for each person. Its bytes are kept, so that grades can be written back into it.
public struct Roster: Sendable {
  public enum Kind: String, Sendable {
    case moodle, canvas, plain
  }

  public let kind: Kind
  public let sheet: CSVFile
  public let columns: RosterColumns
  /// In the sheet's order.
  public let students: [Student]

  public init(path: String) throws {
    try self.init(CSVFile(path: path))
  }

  public init(_ sheet: CSVFile) throws(RosterError) {
    self.sheet = sheet
    (kind, columns) = try Self.recognised(sheet)
    let reader = RosterReader(sheet: sheet, kind: kind, columns: columns)
    students = try reader.students()
  }

  /// Moodle needs Identifier and both dates or a grade beside it; Canvas Student, ID and Section.
  private static func recognised(_ sheet: CSVFile) throws(RosterError) -> (Kind, RosterColumns) {
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

/// Reads the people of a list whose columns are known.
struct RosterReader {
  let sheet: CSVFile
  let kind: Roster.Kind
  let columns: RosterColumns

  func students() throws(RosterError) -> [Student] {
    var students: [Student] = []
    var lines: [[UInt8]: Int] = [:]
    for (index, row) in sheet.rows.enumerated().dropFirst() {
      guard let id = try id(of: row) else { continue }
      // Two names that differ by case alone are one file on many disks.
      let key = Array(id.lowercased().utf8)
      if let first = lines[key] {
        throw error(row, .repeatedIdentifier(id: id, firstLine: first))
      }
      lines[key] = row.line
      students.append(student(id, row, index: index))
    }
    guard !students.isEmpty else { throw error(sheet.rows[0], .noStudents) }
    return students
  }

  /// The id of a row; nil where the row is about no student.
  private func id(of row: CSVFile.Row) throws(RosterError) -> String? {
    let text = row[columns.id]
    switch kind {
    case .moodle:
      // `Participant 48213`, `Participante48213`, or the number alone.
      let digits = String(text.reversed().prefix { $0.isASCII && $0.isNumber }.reversed())
      guard !digits.isEmpty, digits.utf8.count <= 18 else {
        throw error(row, .badIdentifier(id: text))
      }
      return digits
    case .canvas:
      // `    Points Possible`, notes on muted assignments and the test student have no number.
      return !text.isEmpty && text.allSatisfy({ $0.isASCII && $0.isNumber })
        && text.utf8.count <= 18
        ? text : nil
    case .plain:
      guard StudentIdentifier.isSafe(text) else { throw error(row, .badIdentifier(id: text)) }
      return text
    }
  }

  private func student(_ id: String, _ row: CSVFile.Row, index: Int) -> Student {
    let status = row[columns.status]
    let name = [row[columns.name], row[columns.familyName]].filter { !$0.isEmpty }
      .joined(separator: " ")
    return Student(
      id: id, name: name, email: row[columns.email], row: index, grade: row[columns.grade],
      comments: row[columns.comments], maximum: number(row[columns.maximum]),
      isLate: Self.saysLate(status) || Self.saysLate(row[columns.submitted]))
  }

  /// `100.00`, `100,00`.
  private func number(_ text: String) -> Double? {
    guard let value = Double(text.replacing(",", with: ".")), value.isFinite, value > 0 else {
      return nil
    }
    return value
  }

  private static func saysLate(_ text: String) -> Bool {
    let folded = String(decoding: ColumnName.folded(text), as: UTF8.self)
    return ["late", "tarde", "retras", "atras", "fueradeplazo"].contains { folded.contains($0) }
  }

  private func error(_ row: CSVFile.Row, _ fault: RosterError.Fault) -> RosterError {
    RosterError(Place(sheet.path, line: row.line), fault)
  }
}

/// Why the list of a class is refused.
public struct RosterError: UserError, Hashable {
  public enum Fault: Hashable, Sendable {
    /// No column says who is who.
    case noIdentifier(columns: String)
    case badIdentifier(id: String)
    case repeatedIdentifier(id: String, firstLine: Int)
    case noStudents
  }

  public let location: Place
  public let fault: Fault

  public init(_ location: Place, _ fault: Fault) {
    self.location = location
    self.fault = fault
  }

  public var place: Place? { location }

  public var message: Message {
    switch fault {
    case .noIdentifier(let columns): Message("class.roster.noIdentifier", ["columns": columns])
    case .badIdentifier(let id): Message("class.roster.badIdentifier", ["id": id])
    case .repeatedIdentifier(let id, let line):
      Message("class.roster.repeatedIdentifier", ["id": id, "first": String(line)])
    case .noStudents: Message("class.roster.noStudents")
    }
  }
}
