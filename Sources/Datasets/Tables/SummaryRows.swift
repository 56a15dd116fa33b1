/// Rows below the data that sum them up: an average, a total, a deviation.
struct SummaryRows {
  private let contents: TableContents
  /// How many rows from the end on are looked at.
  private static let depth = 8

  init(_ contents: TableContents) { self.contents = contents }

  /// The first of them, the cell that tells, and its text; nil where there is none.
  func first() -> (row: Int, column: Int, value: String)? {
    let count = contents.lines.count
    guard count > 1 else { return nil }
    return byWord(count) ?? byMean(count)
  }

  // MARK: A word

  /// From the end upwards, rows named by a word of theirs; one of them says that all are.
  private func byWord(_ count: Int) -> (row: Int, column: Int, value: String)? {
    var found: (row: Int, column: Int, value: String)?
    for row in (max(1, count - Self.depth)..<count).reversed() {
      guard let (column, isCertain) = label(row) else { break }
      if isCertain { found = (row, column, contents.shortText(row: row, column: column)) }
    }
    return found
  }

  /// The first cell with such a word, found in no earlier row; whether it means nothing else.
  private func label(_ row: Int) -> (column: Int, isCertain: Bool)? {
    for column in contents.columns.indices {
      let word = firstWord(row: row, column: column)
      let isWord = Self.words.contains { word.elementsEqual($0.utf8) }
      // “Total 0 % natural” is no total: the numbers beside more words have to say so.
      let isCertain = isWord && (isAlone(row, column) || isSumOrMean(row))
      guard isWord || Self.companions.contains(where: { word.elementsEqual($0.utf8) }) else {
        continue
      }
      let isAlone = (0..<row).allSatisfy { firstWord(row: $0, column: column) != word }
      if isAlone { return (column, isCertain) }
    }
    return nil
  }

  /// Folded as headers are, up to the first sign that is no letter.
  private func firstWord(row: Int, column: Int) -> [UInt8] {
    let start = contents.prefix(row: row, column: column, count: Self.longest)
    let word = ColumnName.trimmed(start).prefix { $0.isLetter }
    return ColumnName.folded(String(word))
  }

  /// Whether a cell says nothing behind its first word but signs.
  private func isAlone(_ row: Int, _ column: Int) -> Bool {
    let text = contents.prefix(row: row, column: column, count: Self.longest)
    return !ColumnName.trimmed(text).drop { $0.isLetter }.contains { $0.isLetter || $0.isNumber }
  }

  /// Whether a column of numbers has the sum or the mean of the rows above in a row.
  private func isSumOrMean(_ row: Int) -> Bool {
    let marks = contents.marks()
    return contents.columns.indices.contains { column in
      let mark = marks[column] ?? .point
      func number(_ row: Int) -> Double {
        contents.withNumber(row: row, column: column) {
          $0.shape.isNumber ? $0.value(decimal: mark) : .nan
        }
      }
      let sum = (0..<row).reduce(0) { $0 + number($1) }
      guard sum.isFinite, row > 0 else { return false }
      return abs(number(row) - sum) <= 1e-3 * abs(sum) || isMean(row, column: column, mark: mark)
    }
  }

  private static let longest = 24

  private static let words = [
    "promedio", "promedios", "prom", "total", "totales", "subtotal", "suma", "sumatoria",
    "average", "averages", "avg", "mean", "sum", "totals",
  ]

  /// Words that also are levels or names: they count beside a certain one only. "Media" is one
  /// because it is a level between low and high as well.
  private static let companions = [
    "media", "mediana", "median", "moda", "mode", "desv", "desviacion", "desvest", "sd", "std",
    "stdev", "stddev", "varianza", "variance", "var", "max", "maximo", "maximum", "min", "minimo",
    "minimum", "n", "conteo", "cuenta", "count",
  ]

  // MARK: The mean itself

  /// A last row with an empty cell where no other has one, whose numbers are the means of theirs.
  private func byMean(_ count: Int) -> (row: Int, column: Int, value: String)? {
    let last = count - 1
    let columns = contents.columns.indices
    let isUnnamed = columns.contains { column in
      contents.isEmpty(row: last, column: column)
        && (0..<last).allSatisfy { !contents.isEmpty(row: $0, column: column) }
    }
    guard isUnnamed, last > 1 else { return nil }
    let filled = columns.filter { !contents.isEmpty(row: last, column: $0) }
    let marks = contents.marks()
    guard let first = filled.first,
      filled.allSatisfy({ isMean(last, column: $0, mark: marks[$0] ?? .point) })
    else { return nil }
    return (last, first, contents.shortText(row: last, column: first))
  }

  /// To the digits that are written.
  private func isMean(_ row: Int, column: Int, mark: NumberMark) -> Bool {
    func number(_ row: Int) -> Double {
      contents.withNumber(row: row, column: column) {
        $0.shape.isNumber ? $0.value(decimal: mark) : .nan
      }
    }
    let mean = (0..<row).reduce(0) { $0 + number($1) } / Double(row)
    let text = contents.prefix(row: row, column: column, count: 40)
    let decimals = text.drop { $0 != "." && $0 != "," }.dropFirst().count
    var unit = 1.0
    for _ in 0..<min(decimals, 15) { unit /= 10 }
    return abs(number(row) - mean) <= unit * 0.51
  }
}
