import Datasets

/// The assignment's column in Canvas's gradebook. Its header is copied, never made up: Canvas creates
/// a new assignment for a header that it does not know.
struct CanvasColumn {
  let index: Int
  let title: String
  /// The assignment's maximum; nil if the export does not say.
  let pointsPossible: String?

  /// Canvas's import takes columns with this word for totals and ignores them (canvas-lms issue 2134).
  var isTakenForTotal: Bool {
    title.lowercased().split { !$0.isLetter }.contains("final")
  }

  /// - Parameter name: its title, with the number in parentheses or without; nil: the only one.
  init(_ sheet: CSVFile, named name: String?) throws(ExportError) {
    let header = sheet.rows[0].cells.map { ColumnName.trimmed($0.text) }
    let candidates = header.indices.filter { Self.title(of: header[$0]) != nil }
    let columns = candidates.map { header[$0] }
    let fitting = candidates.filter { index in
      guard let name else { return true }
      return [header[index], Self.title(of: header[index])!].contains { $0 == name }
    }
    guard fitting.count == 1 else {
      throw .assignment(path: sheet.path, name: name, columns: columns)
    }
    index = fitting[0]
    title = Self.title(of: header[fitting[0]])!
    let points = sheet.rows.dropFirst().first { row in
      ColumnName.trimmed(row.cells.first?.text ?? "") == "Points Possible"
    }
    pointsPossible = points.map { $0[fitting[0]] }
  }

  /// `Práctica 5` of `Práctica 5 (48213)`; nil for other columns.
  static func title(of header: String) -> String? {
    guard header.hasSuffix(")"), let open = header.lastIndex(of: "("), open > header.startIndex
    else { return nil }
    let number = header[header.index(after: open)...].dropLast()
    guard !number.isEmpty, number.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
    return ColumnName.trimmed(String(header[..<open]))
  }
}
