import Diagnostics

/// Reads the cells of a worksheet part (ECMA-376, 18.3.1).
struct SheetReader {
  private let strings: SharedStrings
  private let formats: CellFormats
  private let from1904: Bool
  /// Named where the part is damaged.
  private let part: String
  private var sheet: Sheet

  init(
    strings: SharedStrings, formats: CellFormats, from1904: Bool, part: String, sheet: Sheet
  ) {
    self.strings = strings
    self.formats = formats
    self.from1904 = from1904
    self.part = part
    self.sheet = sheet
  }

  mutating func read(_ bytes: [UInt8]) throws(TableFault) -> Sheet {
    do {
      try bytes.withUnsafeBufferPointer { buffer in
        var reader = XMLReader(buffer)
        while let token = try reader.next() {
          guard case .start(let name, let attributes, let isEmpty) = token,
            reader.isNamed(name, "row"), !isEmpty
          else { continue }
          try readRow(&reader, attributes)
        }
      }
    } catch let fault as TableFault {
      throw fault
    } catch {
      throw .brokenSpreadsheet(part: part)
    }
    return sheet
  }

  private mutating func readRow(
    _ reader: inout XMLReader, _ attributes: Range<Int>
  ) throws {
    let previous = sheet.rows.last?.number ?? 0
    let given = reader.attribute("r", in: attributes)
    let number = given == nil ? previous + 1 : reader.integer(given) ?? 0
    guard number > previous, number <= CellReference.rowLimit else { throw XMLReader.Malformed() }
    let isHidden =
      reader.attribute("hidden", in: attributes).map {
        reader.isNamed($0, "1") || reader.isNamed($0, "true")
      } ?? false
    let first = sheet.cells.count
    while let token = try reader.next() {
      switch token {
      case .start(let name, let attributes, let isEmpty):
        guard !isEmpty else { continue }
        guard reader.isNamed(name, "c") else { throw XMLReader.Malformed() }
        try readCell(&reader, attributes, row: number, first: first)
      case .end:
        guard sheet.cells.count > first else { return }
        if isHidden { sheet.hiddenRowCount += 1 }
        guard sheet.rows.count < CellReference.rowLimit else { throw XMLReader.Malformed() }
        sheet.rows.append(Sheet.Row(number: number, cells: first..<sheet.cells.count))
        return
      case .text, .verbatim: continue
      }
    }
    throw XMLReader.Malformed()
  }

  private mutating func readCell(
    _ reader: inout XMLReader, _ attributes: Range<Int>, row: Int, first: Int
  ) throws {
    let previous = sheet.cells.count > first ? Int(sheet.cells[sheet.cells.count - 1].column) : -1
    var place = CellReference(column: previous + 1, row: row)
    if let given = reader.attribute("r", in: attributes) {
      guard let found = CellReference(reader.bytes[given]), found.row == row else {
        throw XMLReader.Malformed()
      }
      place = found
    }
    guard place.column > previous, place.column < CellReference.columnLimit else {
      throw XMLReader.Malformed()
    }
    let type = reader.attribute("t", in: attributes)
    let style = reader.integer(reader.attribute("s", in: attributes)) ?? 0
    guard let text = try readText(&reader, type: type, style: style, place: place) else { return }
    guard sheet.cells.count < Table.cellLimit else {
      throw TableFault.tooManyCells(limit: Table.cellLimit)
    }
    sheet.cells.append(Sheet.Cell(column: Int32(place.column), text: text))
  }

  /// Reads to the cell's end; nil where it is empty.
  private mutating func readText(
    _ reader: inout XMLReader, type: Range<Int>?, style: Int, place: CellReference
  ) throws -> TableCell? {
    var value: Range<Int>?
    var formula: Range<Int>?
    let start = sheet.bytes.count
    while let token = try reader.next() {
      switch token {
      case .start(let name, _, let isEmpty):
        let isFormula = reader.isNamed(name, "f")
        if isFormula { formula = formula ?? name.upperBound..<name.upperBound }
        guard !isEmpty else { continue }
        if isFormula || reader.isNamed(name, "v") {
          let content = try readContent(&reader)
          if isFormula { formula = content } else { value = content }
        } else if reader.isNamed(name, "is") {
          try reader.appendRuns(to: &sheet.bytes)
        } else {
          try reader.skipElement()
        }
      case .end:
        return try text(
          reader, type: type, style: style, place: place, value: value, formula: formula,
          start: start)
      case .text, .verbatim: continue
      }
    }
    throw XMLReader.Malformed()
  }

  /// The text up to the end of an element that holds nothing else.
  private mutating func readContent(_ reader: inout XMLReader) throws -> Range<Int> {
    guard let token = try reader.next() else { throw XMLReader.Malformed() }
    switch token {
    case .text(let range):
      guard case .end = try reader.next() else { throw XMLReader.Malformed() }
      return range
    case .end(let name): return name.lowerBound..<name.lowerBound
    case .start, .verbatim: throw XMLReader.Malformed()
    }
  }

  private mutating func text(
    _ reader: XMLReader, type: Range<Int>?, style: Int, place: CellReference, value: Range<Int>?,
    formula: Range<Int>?, start: Int
  ) throws -> TableCell? {
    if let type, reader.isNamed(type, "inlineStr") { return cell(from: start) }
    guard let value, !value.isEmpty else {
      guard let formula else { return nil }
      sheet.bytes.append(UInt8(ascii: "="))
      try reader.append(formula, to: &sheet.bytes)
      return cell(from: start)
    }
    guard let type, !reader.isNamed(type, "n") else {
      return try number(value, reader, style: style, place: place)
    }
    if reader.isNamed(type, "s") {
      guard let index = reader.integer(value), index < strings.texts.count else {
        throw XMLReader.Malformed()
      }
      let text = strings.texts[index]
      return text.isEmpty ? nil : TableCell(text)
    }
    if reader.isNamed(type, "b") {
      sheet.bytes += Array((reader.isNamed(value, "1") ? "TRUE" : "FALSE").utf8)
    } else {
      // A formula's text, an error such as `#DIV/0!`, a date of the strict format.
      try reader.append(value, to: &sheet.bytes)
      SpreadsheetText.resolveEscapes(&sheet.bytes, from: start)
    }
    return cell(from: start)
  }

  /// A stored number, which has a point whatever the spreadsheet shows; a date as ISO 8601.
  private mutating func number(
    _ value: Range<Int>, _ reader: XMLReader, style: Int, place: CellReference
  ) throws -> TableCell? {
    let start = sheet.bytes.count
    let kind = formats[style]
    // Up to 15 digits, what is stored is what was typed: 1.1 is stored as 1.1000000000000001.
    guard kind == .date || value.count > 15 else {
      sheet.bytes += reader.bytes[value]
      if kind == .percent { notePercentage(place) }
      return cell(from: start, isStored: true)
    }
    guard let number = Double(String(decoding: reader.bytes[value], as: UTF8.self)),
      number.isFinite
    else { throw XMLReader.Malformed() }
    if kind == .date, let date = SheetDate.text(number, from1904: from1904) {
      sheet.bytes += Array(date.utf8)
      return cell(from: start)
    }
    if kind == .percent { notePercentage(place) }
    var shortest = Array(number.description.utf8)
    if shortest.suffix(2) == Array(".0".utf8) { shortest.removeLast(2) }
    sheet.bytes += shortest
    return cell(from: start, isStored: true)
  }

  private mutating func notePercentage(_ place: CellReference) {
    if !sheet.percentages.contains(where: { $0.column == place.column }) {
      sheet.percentages.append(place)
    }
  }

  private func cell(from start: Int, isStored: Bool = false) -> TableCell? {
    start == sheet.bytes.count
      ? nil : TableCell(start..<sheet.bytes.count, isStored: isStored)
  }
}
