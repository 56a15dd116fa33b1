import Datasets
import Diagnostics

/// Reads the people of a list whose columns are known.
struct RosterReader {
  let sheet: Sheet
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
  private func id(of row: Sheet.Row) throws(RosterError) -> String? {
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

  private func student(_ id: String, _ row: Sheet.Row, index: Int) -> Student {
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

  private func error(_ row: Sheet.Row, _ fault: RosterError.Fault) -> RosterError {
    RosterError(Place(sheet.path, line: row.line), fault)
  }
}
