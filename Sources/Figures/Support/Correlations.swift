import Lessons

/// Pearson's coefficients between columns of numbers; nil beside one that does not vary.
struct Correlations {
  let columns: [DataColumns.Column]
  let values: [[Double?]]

  init(_ columns: [DataColumns.Column]) {
    self.columns = columns
    let deviations = columns.map { column -> (values: [Double], length: Double) in
      let numbers = column.numbers ?? []
      let mean = numbers.reduce(0, +) / Double(max(1, numbers.count))
      let values = numbers.map { $0 - mean }
      let isConstant = numbers.allSatisfy { $0 == numbers[0] }
      return (values, isConstant ? 0 : values.reduce(0) { $0 + $1 * $1 }.squareRoot())
    }
    values = deviations.map { first in
      deviations.map { second in
        guard first.length > 0, second.length > 0 else { return nil }
        // Divided first, so that no product is too large.
        let product = zip(first.values, second.values).reduce(0) {
          $0 + $1.0 / first.length * ($1.1 / second.length)
        }
        return max(-1, min(1, product))
      }
    }
  }

  func text(_ row: Int, _ column: Int, _ context: FigureContext) -> String {
    values[row][column].map { context.numbers.string($0 == 0 ? 0 : $0, decimals: 2) } ?? "–"
  }

  /// The strongest pair, and whether another one has the same number as it is shown.
  func insight(_ context: FigureContext) -> String {
    var best: (row: Int, column: Int, size: Double)?
    for row in values.indices {
      for column in values.indices where column > row {
        guard let value = values[row][column], value.magnitude > best?.size ?? -1 else { continue }
        best = (row, column, value.magnitude)
      }
    }
    guard let best else { return context.phrase("correlation.none") }
    func size(_ row: Int, _ column: Int) -> String {
      text(row, column, context).filter { $0 != "−" && $0 != "-" }
    }
    let shown = size(best.row, best.column)
    let ties = values.indices.reduce(0) { count, row in
      count + values.indices.count { $0 > row && size(row, $0) == shown }
    }
    return context.phrase(
      ties > 1 ? "correlation.tied" : "correlation.strongest",
      [
        "first": columns[best.row].label, "second": columns[best.column].label,
        "r": text(best.row, best.column, context),
      ])
  }
}
