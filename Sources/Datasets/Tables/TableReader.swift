import Diagnostics

/// Turns the records of a table into rows as long as its header, or says on which line it cannot.
///
/// Hand-made because no library guesses separator, decimal mark and summary rows from the contents and
/// names the line that does not fit.
struct TableReader {
  let path: String
  let options: TableOptions
  private let used: UsedNames?

  init(path: String, options: TableOptions = TableOptions()) {
    self.path = path
    self.options = options
    used = UsedNames(options.used)
  }

  /// Whether only the columns that a lesson uses must be in order.
  var isLenient: Bool { options.used != nil }

  func read(_ text: TableText) throws(TableError) -> TableContents {
    try text.bytes.withUnsafeBufferPointer { bytes throws(TableError) in
      try refuseNUL(bytes)
      guard bytes.contains(where: { $0 > 32 && Separator(rawValue: $0) == nil }) else {
        throw TableError(path, .empty)
      }
      let opening = SeparatorLine(bytes)
      let (position, line) = (opening?.length ?? 0, opening == nil ? 1 : 2)
      let separator =
        opening?.separator
        ?? .vote(
          bytes, position: position, line: line, used: used, hasNames: options.names == .line)
      return try read(
        RecordReader(bytes, separator: separator.rawValue, position: position, line: line), bytes,
        into: TableContents(
          path: path, bytes: text.bytes, origin: .text(separator), options: options))
    }
  }

  func read(_ sheet: Sheet) throws(TableError) -> TableContents {
    guard !sheet.rows.isEmpty else { throw TableError(path, sheet: sheet.name, .empty) }
    var contents = TableContents(
      path: path, bytes: sheet.bytes, origin: .sheet(firstColumn: sheet.columns.lowerBound),
      options: options)
    contents.sheet = sheet.name
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
    let sample = TableSample(source, bytes, used: used)
    if options.names == .line {
      try readHeader(&reader, &contents, sample, bytes)
    } else {
      try numberColumns(&contents, sample)
    }
    try readRows(&reader, &contents, bytes)
    dropFooters(&contents, bytes)
    dropUnits(&contents)
    try checkWidths(contents)
    guard !contents.lines.isEmpty else {
      throw contents.error(line: contents.headerLine, .noRows)
    }
    if contents.columns[0].isEmpty, isLenient || contents.columns.count > 1 {
      if contents.firstColumnCounts || sample.hasRowNames {
        contents.nameRowNumbers()
      } else if !isLenient {
        throw contents.error(line: contents.headerLine, .unnamedColumn(number: 1))
      }
    }
    if isLenient { contents.nameOthers() }
    if let (row, column, value) = SummaryRows(contents).first() {
      throw contents.error(.summaryRow(value: value), row: row, column: column)
    }
    return contents
  }

  /// Rows of another length, the first of them: short ones only where all columns must be there.
  private func checkWidths(_ contents: TableContents) throws(TableError) {
    let width = contents.columns.count
    let short = isLenient ? nil : contents.shortRows.first.map { Int(contents.lines[$0.row]) }
    if let long = contents.longRows.first, long.line < short ?? .max {
      if contents.longRows.count > 1, isLenient {
        throw contents.error(
          line: long.line,
          .longRows(
            count: contents.longRows.count, expected: width,
            lines: contents.longRows.prefix(5).map { "\($0.line)" }.joined(separator: ", ")))
      }
      throw contents.error(
        line: long.line,
        .tooManyCellsInRow(
          found: long.found, expected: width,
          isCommaSeparated: contents.origin.separator == .comma))
    }
    if let short {
      throw contents.error(
        line: short, .tooFewCells(found: contents.shortRows[0].found, expected: width))
    }
  }

  /// Names for the columns of a file without a line of them.
  private func numberColumns(
    _ contents: inout TableContents, _ sample: TableSample
  ) throws(TableError) {
    let width = sample.records.filter { !$0.isComment }.map(\.width).max() ?? 0
    guard width > 0 else { throw contents.error(line: nil, .empty) }
    switch options.names {
    case .line: preconditionFailure("the names stand in a line")
    case .numbered: contents.columns = (1...width).map { "c\($0)" }
    case .given(let names):
      guard names.count == width else {
        throw contents.error(
          line: sample.records[0].line, .nameCount(found: names.count, expected: width))
      }
      contents.columns = names
    }
    guard width <= Table.columnLimit else {
      throw contents.error(
        line: sample.records[0].line, .tooManyColumns(limit: Table.columnLimit))
    }
    contents.headerLine = sample.records[0].line
    contents.readings = contents.columns.map { _ in ColumnReading() }
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
    if sample.hasRowNames { cells.insert(.empty, at: 0) }
    while let last = cells.last, isEmpty(last, bytes) { cells.removeLast() }
    guard cells.count <= Table.columnLimit else {
      throw TableError(
        path, line: contents.headerLine,
        .tooManyColumns(limit: Table.columnLimit))
    }
    if let long = cells.firstIndex(where: { $0.range.count > ColumnName.lengthLimit }) {
      throw contents.error(
        line: contents.headerLine, .longName(number: long + 1, limit: ColumnName.lengthLimit))
    }
    contents.columns = cells.map { ColumnName.trimmed($0.text(in: bytes)) }
    if sample.isNamed, let first = contents.columns.first, first.hasPrefix("#"),
      !(options.used ?? []).joined().contains(where: { $0.hasPrefix("#") })
    {
      contents.columns[0] = ColumnName.trimmed(String(first.dropFirst()))
      contents.hasMarkedHeader = true
    }
    contents.readings = cells.map { _ in ColumnReading() }
    try checkHeader(contents, cells, bytes, isNamed: sample.isNamed)
  }

  private func checkHeader(
    _ contents: TableContents, _ cells: [TableCell], _ bytes: UnsafeBufferPointer<UInt8>,
    isNamed: Bool
  ) throws(TableError) {
    let isAllNumbers = cells.allSatisfy { $0.number(in: bytes).shape.isNumber }
    if isAllNumbers, !isNamed {
      throw TableError(
        path, line: contents.headerLine, .noHeader(value: shortened(contents.columns[0])))
    }
    if isLenient { return }
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
      guard contents.longRows.count + contents.cells.count <= Table.cellLimit else {
        throw TableError(path, line: record.line, .tooManyCells(limit: Table.cellLimit))
      }
      contents.lines.append(Int32(record.line))
      contents.addReadings(ofRow: row)
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
        if !record.isBlank { contents.emptyLines.append(record.line) }
        return false
      }
      let count = filled - start + 1
      let isComment = bytes[contents.cells[start].range].first == UInt8(ascii: "#")
      if isLenient, isComment, count != width {
        contents.cells.removeSubrange(start...)
        contents.comments.append(record.line)
        return false
      }
      if count > width {
        contents.longRows.append((record.line, count))
      } else if record.cellCount < width {
        contents.shortRows.append((contents.lines.count, record.cellCount))
        while contents.cells.count < start + width { contents.cells.append(.empty) }
      }
    }
    contents.cells.removeSubrange((start + width)...)
    return true
  }

  func isEmpty(_ cell: TableCell, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
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
