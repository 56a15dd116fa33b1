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
    // A row that is the sum of the others is half of the whole in every column.
    let row = (0..<table.rowCount).first { row in
      zip(columns, sums).allSatisfy { column, sum in
        let value = table.value(row, column)
        let resolution = table.resolution(column)
        return value != 0
          && abs(2 * value - sum) <= max(resolution * Double(table.rowCount), abs(sum) * 0.002)
      }
    }
    guard let row else { return [] }
    return [
      Advice(
        .totalRow, lesson: table.lesson, at: table.place(ofRow: row),
        ["values": table.text(ofRow: row)])
    ]
  }
}
