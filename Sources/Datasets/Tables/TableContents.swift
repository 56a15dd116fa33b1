import Diagnostics

/// The cells of a table, row by row, each row as long as the header.
struct TableContents {
  enum Origin {
    case text(Separator)
    /// `firstColumn`: that of the sheet, from 0, which is the table's first.
    case sheet(firstColumn: Int)

    var separator: Separator? {
      if case .text(let separator) = self { separator } else { nil }
    }
  }

  let path: String
  let bytes: [UInt8]
  let origin: Origin
  var headerLine = 1
  var columns: [String] = []
  var cells: [TableCell] = []
  /// The physical line on which each row starts.
  var lines: [Int32] = []
  var readings: [ColumnReading] = []
  /// Lines above the header that say what the table is, left out.
  var titles: [(line: Int, text: String)] = []
  /// Lines that begin with `#`, and lines below the data that say where they are from, left out.
  var comments: [Int] = []
  var footers: [(line: Int, text: String)] = []
  /// A row of units between the names and the data, left out.
  var unitsLine: Int?
  /// Lines of nothing but separators, left out.
  var emptyLines: [Int] = []
  /// Rows with fewer cells than there are names, and rows with more.
  var shortRows: [(row: Int, found: Int)] = []
  var longRows: [(line: Int, found: Int)] = []
  /// The names as they stand, where several columns share one or some have none.
  var writtenColumns: [String] = []
  /// The sheet's name, in a workbook of several.
  var sheet: String?
  /// Whether the first name stood behind a `#`.
  var hasMarkedHeader = false
  let options: TableOptions
  /// Whether the first column has no name of its own and counts the rows.
  private(set) var hasRowNumbers = false
  /// A cell of each column of a sheet that shows percentages.
  var percentages: [CellReference] = []

  init(path: String, bytes: [UInt8], origin: Origin, options: TableOptions) {
    self.path = path
    self.bytes = bytes
    self.origin = origin
    self.options = options
  }

  func text(row: Int, column: Int) -> String {
    bytes.withUnsafeBufferPointer { cells[row * columns.count + column].text(in: $0) }
  }

  /// Whether the first column says 0, 1, 2 ... or 1, 2, 3 ..., as programs put before their tables.
  var firstColumnCounts: Bool {
    let start = text(row: 0, column: 0) == "0" ? 0 : 1
    return lines.indices.allSatisfy { text(row: $0, column: 0) == String($0 + start) }
  }

  /// Gives the first column, which has no name and counts or names the rows, one by which it can be
  /// told.
  mutating func nameRowNumbers() {
    columns[0] = "#"
    hasRowNumbers = true
  }

  /// Gives columns without a name and columns that share one the names that pandas gives them.
  mutating func nameOthers() {
    writtenColumns = columns
    var seen: [String: Int] = [:]
    for index in columns.indices {
      if columns[index].isEmpty {
        columns[index] = "Unnamed: \(index)"
      } else {
        let count = seen[columns[index], default: 0]
        seen[columns[index]] = count + 1
        if count > 0 { columns[index] += ".\(count)" }
      }
    }
  }

  /// The first characters of a cell.
  func prefix(row: Int, column: Int, count: Int) -> String {
    String(text(row: row, column: column).prefix(count))
  }

  func isEmpty(row: Int, column: Int) -> Bool {
    withNumber(row: row, column: column) { $0.shape == .empty }
  }

  func withNumber<Result>(row: Int, column: Int, _ body: (NumberCell) -> Result) -> Result {
    bytes.withUnsafeBufferPointer { body(cells[row * columns.count + column].number(in: $0)) }
  }

  /// The physical line of a cell: its row's, and the line ends between the two; a sheet's row.
  func line(row: Int, column: Int) -> Int {
    guard origin.separator != nil else { return Int(lines[row]) }
    let start = cells[row * columns.count].range.lowerBound
    let end = cells[row * columns.count + column].range.lowerBound
    var line = Int(lines[row])
    var previous: UInt8 = 0
    for byte in bytes[start..<end] {
      let isSecond = byte == UInt8(ascii: "\n") && previous == UInt8(ascii: "\r")
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r"), !isSecond { line += 1 }
      previous = byte
    }
    return line
  }

  /// Takes note of what a row's cells say about how numbers are written.
  mutating func addReadings(ofRow row: Int) {
    let width = columns.count
    bytes.withUnsafeBufferPointer { bytes in
      for column in 0..<width {
        let cell = cells[row * width + column]
        let shape = cell.number(in: bytes).shape
        let isGap =
          shape == .notANumber && cell.range.count <= 24
          && CellText.isMissing(ColumnName.trimmed(cell.text(in: bytes)))
        readings[column].add(shape, row: row, length: cell.range.count, isGap: isGap)
      }
    }
  }

  /// What is wrong with a cell, named as its sheet does if it is of one.
  func error(_ fault: TableFault, row: Int, column: Int) -> TableError {
    var reference: CellReference?
    if case .sheet(let firstColumn) = origin {
      reference = CellReference(column: firstColumn + column, row: Int(lines[row]))
    }
    return TableError(
      path, line: line(row: row, column: column), cell: reference?.description, sheet: sheet, fault)
  }

  /// What is wrong with a line or the whole table.
  func error(line: Int?, _ fault: TableFault) -> TableError {
    TableError(path, line: line, sheet: sheet, fault)
  }

  /// The decimal mark of each column; nil where it stays in doubt.
  func marks() -> [NumberMark?] {
    let own = readings.map { $0.hasOnlyNumbers ? $0.ownMark : nil }
    return readings.indices.map { column in
      if let declared = declaredMark(column) { return declared }
      let others = own.indices.compactMap { $0 == column ? nil : own[$0] }
      let agreed = others.allSatisfy { $0 == others.first } ? others.first : nil
      return readings[column].mark(others: agreed, separator: origin.separator)
    }
  }

  /// The decimal mark that the lesson states.
  private func declaredMark(_ column: Int) -> NumberMark? {
    let folded = ColumnName.folded(columns[column])
    let own = options.decimals.first { ColumnName.folded($0.key) == folded }?.value
    return own ?? options.decimal
  }

  func hash(ofRow row: Int) -> UInt64 {
    let width = columns.count
    return bytes.withUnsafeBufferPointer { bytes in
      var hash: UInt64 = 0xcbf2_9ce4_8422_2325
      for column in (hasRowNumbers ? 1 : 0)..<width {
        for byte in bytes[cells[row * width + column].range] {
          hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
        }
        hash = (hash ^ 0x1f) &* 0x100_0000_01b3
      }
      return hash
    }
  }

  func shortText(row: Int, column: Int) -> String {
    shortened(text(row: row, column: column))
  }

  func plain(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
  }
}

/// The start of a text from a file, fit for a sentence: one line, no control characters.
func shortened(_ text: String) -> String {
  let scalars = text.unicodeScalars.prefix(41).map { scalar in
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: Unicode.Scalar("\u{fffd}")
    default: scalar
    }
  }
  var short = String.UnicodeScalarView()
  short.append(contentsOf: scalars.prefix(40))
  return String(short) + (scalars.count > 40 ? "…" : "")
}
