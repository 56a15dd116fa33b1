import Diagnostics

/// A CSV file in any of the dialects that spreadsheets write, or the first sheet of an .xlsx file: the
/// text of its cells, and what had to be assumed to read it.
///
/// Memory of a text: the file's bytes (three times as many if they were Windows-1252) and 8 bytes a
/// cell. Of an .xlsx: while it is read, the inflated sheet (`Workbook.sizeLimit`) and its texts, and
/// 20 bytes a cell that holds something.
public struct Table: Sendable {
  /// Of the file as stored, in bytes.
  public static let fileSizeLimit = 64 << 20
  public static let rowLimit = 1_000_000
  public static let columnLimit = 256
  public static let cellLimit = 1 << 24

  public let path: String
  /// The headers without blanks at either end.
  public let columns: [String]
  /// Rows of data, without the header and without empty ones.
  public let rowCount: Int
  /// What a person should be told once: the separator, the decimal comma, the encoding ...
  public let assumptions: [Message]

  private let contents: TableContents
  private let marks: [NumberMark?]

  /// Reads the bytes of a table, an .xlsx or a text, told apart by what they begin with; `path` is
  /// what errors name.
  public static func read(bytes: [UInt8], path: String) throws(TableError) -> Table {
    if Workbook.isArchive(bytes) {
      let sheet = try located(path) { () throws(TableFault) in
        try Workbook(bytes, path: path).firstSheet()
      }
      return Table(try TableReader(path: path).read(sheet), assumptions: sheet.assumptions)
    }
    let text = try located(path) { () throws(TableFault) in try TableText(bytes) }
    return Table(try TableReader(path: path).read(text), assumptions: text.assumptions)
  }

  private static func located<Result>(
    _ path: String, _ body: () throws(TableFault) -> Result
  ) throws(TableError) -> Result {
    do throws(TableFault) {
      return try body()
    } catch {
      throw TableError(path, error)
    }
  }

  /// `assumptions` are those of the encoding, or of which sheet it is.
  private init(_ contents: TableContents, assumptions: [Message]) {
    path = contents.path
    self.contents = contents
    columns = contents.columns
    rowCount = contents.lines.count
    marks = contents.marks()
    self.assumptions = assumptions + contents.assumptions(marks: marks)
  }

  /// The physical line on which a row starts; of a sheet, the number of its row.
  public func line(ofRow row: Int) -> Int { Int(contents.lines[row]) }

  /// The physical line on which a cell starts; later than its row's after a cell of several lines.
  public func line(row: Int, column: Int) -> Int { contents.line(row: row, column: column) }

  /// The text of a cell, unquoted; a sheet's number in its shortest form, its date as ISO 8601.
  public func text(row: Int, column: Int) -> String { contents.text(row: row, column: column) }

  /// The decimal sign that a column's own cells leave no doubt about; nil where none has one.
  public func decimalMark(ofColumn column: Int) -> Character? {
    contents.readings[column].ownMark.map { Character(Unicode.Scalar($0.rawValue)) }
  }

  /// The column headed by `name`, else by the first alias that heads one. Where no header is the
  /// same, case, accents, blanks and `_` are disregarded.
  public func column(matching name: String, aliases: [String] = []) throws(TableError) -> Int {
    for wanted in [name] + aliases {
      if let index = columns.firstIndex(of: wanted) { return index }
      let folded = ColumnName.folded(wanted)
      let matches = columns.indices.filter { ColumnName.folded(columns[$0]) == folded }
      if matches.count > 1 {
        throw TableError(
          path, line: contents.headerLine,
          .ambiguousColumn(
            column: wanted, first: columns[matches[0]], second: columns[matches[1]]))
      }
      if let match = matches.first { return match }
    }
    throw TableError(
      path, line: contents.headerLine,
      .missingColumn(
        column: name, near: nearestColumn(to: name),
        columns: columns.joined(separator: ", ")))
  }

  private func nearestColumn(to name: String) -> String? {
    let folded = columns.map { String(decoding: ColumnName.folded($0), as: UTF8.self) }
    let wanted = String(decoding: ColumnName.folded(name), as: UTF8.self)
    return nearest(to: wanted, among: folded).flatMap(folded.firstIndex(of:)).map { columns[$0] }
  }

  /// The numbers of a column, finite also as Float32. The first cell that is none is an error.
  public func numbers(inColumn column: Int) throws(TableError) -> [Double] {
    guard let mark = marks[column] else { throw contents.doubt(column: column) }
    var numbers: [Double] = []
    numbers.reserveCapacity(rowCount)
    for row in 0..<rowCount {
      let (shape, value) = contents.withNumber(row: row, column: column) {
        ($0.shape, $0.shape.isNumber ? $0.value(decimal: mark) : .nan)
      }
      guard abs(value) <= Double(Float.greatestFiniteMagnitude) else {
        throw contents.fault(of: shape, row: row, column: column)
      }
      numbers.append(value)
    }
    return numbers
  }
}
