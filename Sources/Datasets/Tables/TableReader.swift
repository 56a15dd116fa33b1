import Diagnostics

/// Turns the records of a table into rows as long as its header, or says on which line it cannot.
///
/// Hand-made because no library guesses separator, decimal mark and summary rows from the contents and
/// names the line that does not fit.
struct TableReader {
  let path: String

  func read(_ text: TableText) throws(TableError) -> TableContents {
    try text.bytes.withUnsafeBufferPointer { bytes throws(TableError) in
      try refuseNUL(bytes)
      guard bytes.contains(where: { $0 > 32 && Separator(rawValue: $0) == nil }) else {
        throw TableError(path, .empty)
      }
      let opening = SeparatorLine(bytes)
      let (position, line) = (opening?.length ?? 0, opening == nil ? 1 : 2)
      let separator = opening?.separator ?? .vote(bytes, position: position, line: line)
      return try read(
        RecordReader(bytes, separator: separator.rawValue, position: position, line: line), bytes,
        into: TableContents(path: path, bytes: text.bytes, origin: .text(separator)))
    }
  }

  func read(_ sheet: Sheet) throws(TableError) -> TableContents {
    guard !sheet.rows.isEmpty else { throw TableError(path, .empty) }
    var contents = TableContents(
      path: path, bytes: sheet.bytes, origin: .sheet(firstColumn: sheet.columns.lowerBound))
    contents.percentages = sheet.percentages
    return try sheet.bytes.withUnsafeBufferPointer { bytes throws(TableError) in
      try read(SheetRecords(sheet), bytes, into: contents)
    }
  }

  private func read(
    _ source: some RecordSource, _ bytes: UnsafeBufferPointer<UInt8>,
    into empty: TableContents
  ) throws(TableError) -> TableContents {
    var reader = source
    var contents = empty
    try readHeader(&reader, &contents, TableSample(source, bytes), bytes)
    try readRows(&reader, &contents, bytes)
    guard !contents.lines.isEmpty else {
      throw TableError(path, line: contents.headerLine, .noRows)
    }
    if contents.columns[0].isEmpty {
      guard contents.firstColumnCounts else {
        throw TableError(path, line: contents.headerLine, .unnamedColumn(number: 1))
      }
      contents.nameRowNumbers()
    }
    if let (row, column, value) = SummaryRows(contents).first() {
      throw contents.error(.summaryRow(value: value), row: row, column: column)
    }
    return contents
  }

  private func refuseNUL(_ bytes: UnsafeBufferPointer<UInt8>) throws(TableError) {
    guard let place = bytes.firstIndex(of: 0) else { return }
    let line = 1 + bytes[..<place].count { $0 == UInt8(ascii: "\n") }
    throw TableError(path, line: line, .nulByte)
  }

  private func readHeader(
    _ reader: inout some RecordSource, _ contents: inout TableContents, _ sample: TableSample,
    _ bytes: UnsafeBufferPointer<UInt8>
  ) throws(TableError) {
    var cells: [TableCell] = []
    while true {
      cells.removeAll()
      guard let record = try next(&reader, &cells, columns: []) else {
        throw TableError(path, .empty)
      }
      contents.headerLine = record.line
      guard let filled = cells.first(where: { !isEmpty($0, bytes) }) else { continue }
      guard sample.headerIndex > 0, record.line < sample.records[sample.headerIndex].line else {
        break
      }
      let title = ColumnName.trimmed(filled.text(in: bytes))
      contents.titles.append((record.line, shortened(title)))
    }
    while let last = cells.last, isEmpty(last, bytes) { cells.removeLast() }
    guard cells.count <= Table.columnLimit else {
      throw TableError(
        path, line: contents.headerLine,
        .tooManyColumns(limit: Table.columnLimit))
    }
    contents.columns = cells.map { ColumnName.trimmed($0.text(in: bytes)) }
    contents.readings = cells.map { _ in ColumnReading() }
    try checkHeader(contents, cells, bytes)
  }

  private func checkHeader(
    _ contents: TableContents, _ cells: [TableCell], _ bytes: UnsafeBufferPointer<UInt8>
  ) throws(TableError) {
    let isAllNumbers = cells.allSatisfy { $0.number(in: bytes).shape.isNumber }
    if isAllNumbers {
      throw TableError(
        path, line: contents.headerLine, .noHeader(value: shortened(contents.columns[0])))
    }
    for (index, name) in contents.columns.enumerated() {
      // The first may number the rows: that is known when they are read.
      if name.isEmpty, index > 0 || contents.columns.count == 1 {
        throw TableError(path, line: contents.headerLine, .unnamedColumn(number: index + 1))
      }
      if let first = contents.columns[..<index].firstIndex(of: name) {
        throw TableError(
          path, line: contents.headerLine,
          .duplicateColumn(column: shortened(name), first: first + 1, second: index + 1))
      }
    }
  }

  private func readRows(
    _ reader: inout some RecordSource, _ contents: inout TableContents,
    _ bytes: UnsafeBufferPointer<UInt8>
  ) throws(TableError) {
    let width = contents.columns.count
    while true {
      let start = contents.cells.count
      guard let record = try next(&reader, &contents.cells, columns: contents.columns) else {
        return
      }
      guard try fit(record, start, &contents, bytes) else { continue }
      let row = contents.lines.count
      guard row < Table.rowLimit else {
        throw TableError(path, line: record.line, .tooManyRows(limit: Table.rowLimit))
      }
      guard contents.cells.count <= Table.cellLimit else {
        throw TableError(path, line: record.line, .tooManyCells(limit: Table.cellLimit))
      }
      contents.lines.append(Int32(record.line))
      for column in 0..<width {
        let shape = contents.cells[start + column].number(in: bytes).shape
        contents.readings[column].add(shape, row: row)
      }
    }
  }

  /// Makes the cells from `start` on as many as the header has, or takes an empty row back; whether
  /// there is a row.
  private func fit(
    _ record: TableRecord, _ start: Int, _ contents: inout TableContents,
    _ bytes: UnsafeBufferPointer<UInt8>
  ) throws(TableError) -> Bool {
    let width = contents.columns.count
    if record.cellCount != width || isEmpty(contents.cells[start], bytes) {
      let filled = contents.cells[start...].lastIndex { !isEmpty($0, bytes) }
      guard let filled else {
        contents.cells.removeSubrange(start...)
        if !record.isBlank { contents.emptyRowCount += 1 }
        return false
      }
      let count = filled - start + 1
      if count > width {
        throw TableError(
          path, line: record.line,
          .tooManyCellsInRow(
            found: count, expected: width, isCommaSeparated: contents.origin.separator == .comma))
      }
      if record.cellCount < width {
        throw TableError(
          path, line: record.line, .tooFewCells(found: record.cellCount, expected: width))
      }
    }
    contents.cells.removeSubrange((start + width)...)
    return true
  }

  private func isEmpty(_ cell: TableCell, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    NumberText.trimmed(UnsafeBufferPointer(rebasing: bytes[cell.range])[...]).isEmpty
  }

  private func next(
    _ reader: inout some RecordSource, _ cells: inout [TableCell], columns: [String]
  ) throws(TableError) -> TableRecord? {
    do throws(RecordFault) {
      return try reader.next(&cells)
    } catch {
      let isNamed = error.cell < columns.count
      let column = isNamed ? shortened(columns[error.cell]) : "\(error.cell + 1)"
      let fault: TableFault =
        switch error.kind {
        case .unclosedQuote: .unclosedQuote(column: column)
        case .textAfterQuote(let text): .textAfterQuote(column: column, text: shortened(text))
        case .tooManyCells: .tooManyColumns(limit: Table.columnLimit)
        }
      throw TableError(path, line: error.line, fault)
    }
  }
}
