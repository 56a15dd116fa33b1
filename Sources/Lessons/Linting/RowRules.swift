/// Rows that stand twice.
struct RowRules {
  let table: LintedTable

  /// Rows in a row, in the same order, that stand elsewhere as well: pasted twice.
  private static let blockLength = 4

  var advice: [Advice] { duplicateBlock ?? duplicateRow ?? [] }

  private struct Row: Hashable {
    let inputs: [Double]
    let target: Double
  }

  private func row(_ index: Int) -> Row {
    Row(inputs: table.inputs[index], target: table.targets[index])
  }

  private var duplicateBlock: [Advice]? {
    let count = table.rowCount
    guard count >= 2 * Self.blockLength else { return nil }
    let rows = (0..<count).map(row)
    var places: [ArraySlice<Row>: Int] = [:]
    for start in 0...(count - Self.blockLength) {
      let block = rows[start..<start + Self.blockLength]
      // Blocks of one row over and over say nothing of pasting.
      guard Set(block).count > 1 else { continue }
      guard let first = places[block] else {
        places[block] = start
        continue
      }
      guard first + Self.blockLength <= start else { continue }
      var length = Self.blockLength
      while start + length < count, first + length < start,
        rows[start + length] == rows[first + length]
      {
        length += 1
      }
      return [
        Advice(
          .duplicateBlock, lesson: table.lesson, at: table.place(ofRow: start),
          [
            "count": LocalizedText(plain: String(length)),
            "first": table.line(first), "last": table.line(first + length - 1),
          ])
      ]
    }
    return nil
  }

  /// Where inputs come back, targets do as well: then it is a row that came back. In a table where
  /// the same input has several targets, that two are equal is nothing special.
  private var duplicateRow: [Advice]? {
    var targets: [[Double]: [(row: Int, target: Double)]] = [:]
    var found: [(row: Int, earlier: Int)] = []
    for index in 0..<table.rowCount {
      let known = targets[table.inputs[index]] ?? []
      if let same = known.first(where: { $0.target == table.targets[index] }) {
        // Two people may have the same numbers in the columns that are used.
        if table.isSameRow(index, same.row) { found.append((index, same.row)) }
      } else if !known.isEmpty {
        return nil
      }
      targets[table.inputs[index], default: []].append((index, table.targets[index]))
    }
    guard let first = found.first else { return nil }
    return [
      Advice(
        .duplicateRow, lesson: table.lesson, at: table.place(ofRow: first.row),
        [
          "earlier": table.line(first.earlier), "values": table.text(ofRow: first.row),
          "count": LocalizedText(plain: String(found.count)),
        ])
    ]
  }
}
