/// Rows round the data that are none.
extension TableReader {
  /// Takes lines below the data off that say where they are from: shorter than a row, without a
  /// number in front, and alone, behind a blank line, or begun with a word that says so.
  func dropFooters(_ contents: inout TableContents, _ bytes: UnsafeBufferPointer<UInt8>) {
    let width = contents.columns.count
    let count = contents.lines.count
    dropNotes(&contents, bytes)
    defer { if contents.lines.count < count { recount(&contents) } }
    while width > 1, let row = contents.lines.indices.last, row > 0 {
      let cells = contents.cells[(row * width)...]
      let first = cells[cells.startIndex]
      let filled = cells.count { !isEmpty($0, bytes) }
      let isShort = contents.shortRows.last?.row == row
      let isSheet = contents.origin.separator == nil
      guard isShort || isSheet && filled == 1, !isEmpty(first, bytes),
        !first.number(in: bytes).shape.isNumber
      else { return }
      let text = ColumnName.trimmed(first.text(in: bytes))
      let gap = Int(contents.lines[row]) - Int(contents.lines[row - 1])
      let isNote = Self.notes.contains { text.lowercased().hasPrefix($0) }
      guard isNote || gap > 1 || isShort && contents.shortRows.last?.found == 1 else { return }
      contents.footers.insert((Int(contents.lines[row]), shortened(text)), at: 0)
      if isShort { contents.shortRows.removeLast() }
      contents.cells.removeSubrange((row * width)...)
      contents.lines.removeLast()
    }
  }

  /// Takes off the last lines, behind a blank one, in none of which a cell is a number.
  private func dropNotes(_ contents: inout TableContents, _ bytes: UnsafeBufferPointer<UInt8>) {
    let width = contents.columns.count
    guard width > 1, isLenient, contents.origin.separator != nil else { return }
    let numbered = contents.lines.indices.suffix(Self.noteLimit).last { row in
      contents.cells[row * width..<(row + 1) * width].contains {
        $0.number(in: bytes).shape.isNumber
      }
    }
    guard let numbered, numbered + 1 < contents.lines.count,
      contents.lines[numbered + 1] - contents.lines[numbered] > 1
    else { return }
    for row in (numbered + 1)..<contents.lines.count {
      let text = ColumnName.trimmed(contents.cells[row * width].text(in: bytes))
      contents.footers.append((Int(contents.lines[row]), shortened(text)))
    }
    contents.shortRows.removeAll { $0.row > numbered }
    contents.cells.removeSubrange(((numbered + 1) * width)...)
    contents.lines.removeSubrange((numbered + 1)...)
  }

  private static let noteLimit = 30

  private static let notes = [
    "fuente", "source", "nota", "note", "elabor", "*", "datos de", "data from", "última", "ultima",
    "actualiz", "consulta", "created", "generated", "generado", "fin de", "end of",
  ]

  /// Takes a first row off that holds no number where all other rows of several columns hold one.
  func dropUnits(_ contents: inout TableContents) {
    let count = contents.lines.count
    guard isLenient, count > 3 else { return }
    let width = contents.columns.count
    var numeric = 0
    for column in 0..<width {
      func isNumber(_ row: Int) -> Bool {
        contents.withNumber(row: row, column: column) { $0.shape.isNumber }
      }
      if isNumber(0) { return }
      let isEmptyOrUnit =
        contents.isEmpty(row: 0, column: column)
        || contents.text(row: 0, column: column).utf8.count <= 12
      if isEmptyOrUnit, (1..<min(count, 200)).allSatisfy(isNumber) { numeric += 1 }
    }
    guard numeric > 1 else { return }
    contents.unitsLine = Int(contents.lines.removeFirst())
    contents.cells.removeFirst(width)
    contents.shortRows = contents.shortRows.filter { $0.row > 0 }.map { ($0.row - 1, $0.found) }
    recount(&contents)
  }

  private func recount(_ contents: inout TableContents) {
    contents.readings = contents.columns.map { _ in ColumnReading() }
    for row in contents.lines.indices { contents.addReadings(ofRow: row) }
  }
}
