import Archives
import Diagnostics

/// A CSV file in any of the dialects that spreadsheets write, or a sheet of an .xlsx file: the
/// text of its cells, and what had to be assumed to read it.
///
/// Memory of a text: the file's bytes (three times as many if they were Windows-1252) and 8 bytes a
/// cell. Of an .xlsx: while it is read, the inflated sheet (`Workbook.sizeLimit`) and its texts, and
/// 20 bytes a cell that holds something.
public struct Table: Sendable {
  /// Of the file as stored, in bytes.
  public static let fileSizeLimit = 256 << 20
  public static let rowLimit = 1_000_000
  public static let columnLimit = 4_096
  public static let cellLimit = 1 << 25

  public let path: String
  /// The headers without blanks at either end.
  public let columns: [String]
  /// Rows of data, without the header and without empty ones.
  public let rowCount: Int
  /// What a person should be told once: the separator, the decimal comma, the encoding ...
  public let assumptions: [Message]

  /// How the file was read, for code that is to read the same.
  public let layout: TableLayout

  let contents: TableContents
  let marks: [NumberMark?]

  /// Reads the bytes of a table, an .xlsx or a text (also compressed by gzip), told apart by what they
  /// begin with; `path` is what errors name.
  public static func read(
    bytes: [UInt8], path: String, options: TableOptions = TableOptions()
  ) throws(TableError) -> Table {
    let reader = TableReader(path: path, options: options)
    if Workbook.isArchive(bytes) {
      let sheet = try located(path) { () throws(TableFault) in
        try Workbook(bytes, path: path).sheet(for: options)
      }
      return Table(try reader.read(sheet), text: nil, sheet: sheet)
    }
    let text = try located(path) { () throws(TableFault) in
      try TableText(bytes.starts(with: [0x1f, 0x8b]) ? try inflated(bytes, path: path) : bytes)
    }
    return Table(try reader.read(text), text: text, sheet: nil)
  }

  private static func inflated(_ bytes: [UInt8], path: String) throws(TableFault) -> [UInt8] {
    do throws(ArchiveError) {
      return try Gzip.inflate(bytes, limit: fileSizeLimit, path: path)
    } catch {
      throw .archive(error.fault)
    }
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

  private init(_ contents: TableContents, text: TableText?, sheet: Sheet?) {
    path = contents.path
    self.contents = contents
    columns = contents.columns
    rowCount = contents.lines.count
    marks = contents.marks()
    layout = TableLayout(contents, encoding: text?.encoding, sheet: sheet)
    assumptions =
      (text?.assumptions ?? sheet?.assumptions ?? []) + contents.assumptions(marks: marks)
  }

  /// The physical line on which a row starts; of a sheet, the number of its row.
  public func line(ofRow row: Int) -> Int { Int(contents.lines[row]) }

  /// The physical line on which a cell starts; later than its row's after a cell of several lines.
  public func line(row: Int, column: Int) -> Int { contents.line(row: row, column: column) }

  /// The text of a cell, unquoted; a sheet's number in its shortest form, its date as ISO 8601.
  public func text(row: Int, column: Int) -> String { contents.text(row: row, column: column) }

  /// FNV-1a of the bytes of all cells of a row but a first one that numbers the rows.
  public func hash(ofRow row: Int) -> UInt64 {
    contents.hash(ofRow: row)
  }

  /// Whether the first rows of a column hold no number.
  public func holdsWords(_ column: Int) -> Bool {
    (0..<min(rowCount, 20)).allSatisfy { row in
      contents.withNumber(row: row, column: column) { !$0.shape.isNumber }
    }
  }

  /// The decimal sign that a column's own cells leave no doubt about; nil where none has one.
  public func decimalMark(ofColumn column: Int) -> Character? {
    contents.readings[column].ownMark.map { Character(Unicode.Scalar($0.rawValue)) }
  }

  /// The column headed by `name`, else by the first alias that heads one. Where no header is the
  /// same, case, accents, blanks and `_` are disregarded.
  public func column(matching name: String, aliases: [String] = []) throws(TableError) -> Int {
    for wanted in [name] + aliases {
      let written = contents.writtenColumns
      if let first = written.firstIndex(of: wanted), let second = written.lastIndex(of: wanted),
        first != second
      {
        throw contents.error(
          line: contents.headerLine,
          .duplicateColumn(column: shortened(wanted), first: first + 1, second: second + 1))
      }
      if let index = columns.firstIndex(of: wanted) { return index }
      let folded = ColumnName.folded(wanted)
      let matches = columns.indices.filter { ColumnName.folded(columns[$0]) == folded }
      if matches.count > 1 {
        throw contents.error(
          line: contents.headerLine,
          .ambiguousColumn(
            column: wanted, first: columns[matches[0]], second: columns[matches[1]]))
      }
      if let match = matches.first { return match }
    }
    throw contents.error(
      line: contents.headerLine,
      .missingColumn(
        column: name, near: nearestColumn(to: name).map(shortened), columns: listedColumns))
  }

  /// At most thirty names, each fit for a sentence.
  private var listedColumns: String {
    columns.prefix(30).map(shortened).joined(separator: ", ") + (columns.count > 30 ? "…" : "")
  }

  private func nearestColumn(to name: String) -> String? {
    let folded = columns.map { String(decoding: ColumnName.folded($0), as: UTF8.self) }
    let wanted = String(decoding: ColumnName.folded(name), as: UTF8.self)
    return nearest(to: wanted, among: folded).flatMap(folded.firstIndex(of:)).map { columns[$0] }
  }

  /// The rows that lack the cell of a column and of all behind it, and how many cells a row has.
  public func shortRows(lacking column: Int) -> TableError? {
    let rows = contents.shortRows.filter { $0.found <= column }
    guard let first = rows.first else { return nil }
    let line = Int(contents.lines[first.row])
    guard rows.count > 1 else {
      return contents.error(
        line: line, .tooFewCells(found: first.found, expected: columns.count))
    }
    return contents.error(
      line: line,
      .shortRows(
        count: rows.count, expected: columns.count,
        lines: rows.prefix(5).map { "\(contents.lines[$0.row])" }.joined(separator: ", ")))
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
      guard abs(value) <= Double(Float.greatestFiniteMagnitude),
        contents.kind(of: shape, value: value, mark: mark, row: row, column: column) == nil
      else {
        throw contents.fault(of: shape, row: row, column: column)
      }
      numbers.append(value)
    }
    return numbers
  }
}
