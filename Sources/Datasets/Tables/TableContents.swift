import Diagnostics

/// The cells of a table, row by row, each row as long as the header.
struct TableContents {
  let path: String
  let bytes: [UInt8]
  let separator: Separator
  var headerLine = 1
  var columns: [String] = []
  var cells: [TableCell] = []
  /// The physical line on which each row starts.
  var lines: [Int32] = []
  var readings: [ColumnReading] = []
  /// Lines above the header that say what the table is, left out.
  var titles: [(line: Int, text: String)] = []
  /// Rows of nothing but separators, left out.
  var emptyRowCount = 0

  func text(row: Int, column: Int) -> String {
    bytes.withUnsafeBufferPointer { cells[row * columns.count + column].text(in: $0) }
  }

  func withCell<Result>(
    row: Int, column: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    bytes.withUnsafeBufferPointer {
      body(UnsafeBufferPointer(rebasing: $0[cells[row * columns.count + column].range]))
    }
  }

  /// The physical line of a cell: its row's, and the line ends between the two.
  func line(row: Int, column: Int) -> Int {
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

  /// The decimal mark of each column; nil where it stays in doubt.
  func marks() -> [NumberMark?] {
    let own = readings.map { $0.hasOnlyNumbers ? $0.ownMark : nil }
    return readings.indices.map { column in
      let others = own.indices.compactMap { $0 == column ? nil : own[$0] }
      let agreed = others.allSatisfy { $0 == others.first } ? others.first : nil
      return readings[column].mark(others: agreed, separator: separator)
    }
  }

  /// What was assumed beyond the encoding, for columns of nothing but numbers.
  func assumptions(marks: [NumberMark?]) -> [Message] {
    var messages = [separator.assumption].compactMap(\.self)
    messages += titles.map {
      Message("table.skippedTitle", ["line": "\($0.line)", "text": $0.text])
    }
    let numeric = readings.indices.filter { readings[$0].hasOnlyNumbers }
    let commas = numeric.filter {
      marks[$0] == .comma
        && (readings[$0].firstComma != nil || readings[$0].firstAmbiguousComma != nil)
    }
    if !commas.isEmpty {
      let names = commas.map { columns[$0] }.joined(separator: ", ")
      messages.append(Message("table.assumedDecimalComma", ["columns": names]))
    }
    for column in numeric {
      guard let mark = marks[column], let row = readings[column].firstThousands(mark: mark) else {
        continue
      }
      let value = withCell(row: row, column: column) { NumberCell($0).value(decimal: mark) }
      messages.append(
        Message(
          "table.assumedThousands",
          [
            "column": columns[column], "value": shortText(row: row, column: column),
            "line": "\(line(row: row, column: column))", "number": plain(value),
          ]))
    }
    if emptyRowCount > 0 {
      messages.append(Message("table.skippedEmptyRows", ["count": "\(emptyRowCount)"]))
    }
    return messages
  }

  /// Why a column's decimal mark stays in doubt.
  func doubt(column: Int) -> TableError {
    let name = columns[column]
    if let (first, second) = readings[column].contradiction {
      return TableError(
        path, line: line(row: second, column: column),
        .mixedMarks(
          column: name, value: shortText(row: second, column: column),
          other: shortText(row: first, column: column),
          otherLine: line(row: first, column: column)))
    }
    guard let row = readings[column].firstAmbiguous else {
      preconditionFailure("column \(column) is in no doubt")
    }
    let (decimal, thousands) = withCell(row: row, column: column) { bytes in
      let cell = NumberCell(bytes)
      let mark = cell.shape == .ambiguous(.comma) ? NumberMark.comma : .point
      return (cell.value(decimal: mark), cell.value(decimal: mark.other))
    }
    return TableError(
      path, line: line(row: row, column: column),
      .ambiguousNumber(
        column: name, value: shortText(row: row, column: column), decimal: plain(decimal),
        thousands: plain(thousands)))
  }

  /// What is wrong with a cell that is no number, or one out of range.
  func fault(of shape: NumberShape, row: Int, column: Int) -> TableError {
    let (name, value) = (columns[column], shortText(row: row, column: column))
    let fault: TableFault =
      switch shape {
      case .empty: .emptyCell(column: name)
      case .hexadecimal: .hexadecimal(column: name, value: value)
      case .notFinite: .notFinite(column: name, value: value)
      case .notANumber: .notANumber(column: name, value: value)
      case .whole, .decimal, .ambiguous: .outOfRange(column: name, value: value)
      }
    return TableError(path, line: line(row: row, column: column), fault)
  }

  /// The cell that makes the last row a summary of the others: a word for one, found in no other row.
  var summary: (column: Int, value: String)? {
    guard lines.count > 1 else { return nil }
    let last = lines.count - 1
    for column in columns.indices {
      let word = ColumnName.folded(text(row: last, column: column))
      guard Self.summaryWords.contains(where: { word.elementsEqual($0.utf8) }) else { continue }
      let isAlone = (0..<last).allSatisfy {
        ColumnName.folded(text(row: $0, column: column)) != word
      }
      if isAlone { return (column, shortText(row: last, column: column)) }
    }
    return nil
  }

  /// Folded as headers are. "Media" is missing because it is also a level between low and high.
  private static let summaryWords = [
    "promedio", "promedios", "mediaaritmetica", "total", "totales", "suma", "average", "mean",
    "sum", "total:", "promedio:", "average:", "mean:", "suma:", "sum:",
  ]

  private func shortText(row: Int, column: Int) -> String {
    shortened(text(row: row, column: column))
  }

  private func plain(_ value: Double) -> String {
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
