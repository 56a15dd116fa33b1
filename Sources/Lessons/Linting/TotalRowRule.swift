import Diagnostics

/// A row that sums all others up, wherever it stands.
struct TotalRowRule {
  let table: LintedTable

  /// Fewer rows come near a sum by chance; more columns than these are not looked at.
  private static let least = 4

  var advice: [Advice] {
    let columns = table.names.indices.filter { table.isOfNumbers($0) }
    guard table.rowCount >= Self.least, columns.count > 1,
      table.training.compile.loss.kind == .numbers
    else { return [] }
    let sums = columns.map { table.values($0).reduce(0, +) }
    // Once a column: each takes a look at every row.
    let resolutions = columns.map(table.resolution)
    // A row that is the sum of the others is half of the whole in every column.
    let row = (0..<table.rowCount).first { row in
      columns.indices.allSatisfy { place in
        let (value, sum) = (table.value(row, columns[place]), sums[place])
        return value != 0
          && abs(2 * value - sum)
            <= max(resolutions[place] * Double(table.rowCount), abs(sum) * 0.002)
      }
    }
    if let row { return [advice(.totalRow, row)] }
    return mean(columns, sums, resolutions).map { [advice(.meanRow, $0)] } ?? []
  }

  private func advice(_ rule: Advice.Rule, _ row: Int) -> Advice {
    Advice(
      rule, lesson: table.lesson, at: table.place(ofRow: row),
      ["values": table.text(ofRow: row)])
  }

  /// The row that is the mean of all others in every column, to the digits that are written; nil where
  /// such a row comes by chance.
  private func mean(_ columns: [Int], _ sums: [Double], _ resolutions: [Double]) -> Int? {
    let count = Double(table.rowCount)
    var chance = count
    for (place, column) in columns.enumerated() {
      guard let deviation = Statistics.deviation(table.values(column)), deviation > 0 else {
        return nil
      }
      // The density of a normal distribution at its mean.
      chance *= min(1, 0.4 * resolutions[place] / deviation)
    }
    guard chance < 0.005 else { return nil }
    return (0..<table.rowCount).first { row in
      columns.indices.allSatisfy { place in
        let value = table.value(row, columns[place])
        return abs(value - (sums[place] - value) / (count - 1)) <= 0.51 * resolutions[place]
      }
    }
  }
}
