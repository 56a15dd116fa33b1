/// What a single column says of itself.
struct ColumnRules {
  let table: LintedTable

  /// Cells of a column that are named one by one.
  private static let limit = 5

  var advice: [Advice] {
    let columns = table.names.indices
    return columns.flatMap(constant) + columns.flatMap(belowPrecision)
      + columns.flatMap(outOfRange) + mixedMarks
      + predictionsOutOfRange
  }

  private func name(_ column: Int) -> LocalizedText { LocalizedText(plain: table.names[column]) }

  private func constant(_ column: Int) -> [Advice] {
    let values = table.trainingRows.map { table.value($0, column) }
    guard values.count > 1, let first = values.first, values.allSatisfy({ $0 == first }) else {
      return []
    }
    let isTarget = column == table.source.inputs.count
    return [
      Advice(
        isTarget ? .constantTarget : .constantInput, lesson: table.lesson,
        at: table.place(ofRow: 0),
        ["column": name(column), "value": table.text(first, column)])
    ]
  }

  /// Numbers train as Float32, which keeps some seven digits: values that differ beyond them become one.
  private func belowPrecision(_ column: Int) -> [Advice] {
    let values = Set(table.trainingRows.map { table.value($0, column) })
    let kept = Set(values.map { Float($0) }).count
    guard values.count > 1, kept * 2 <= values.count else { return [] }
    return [
      Advice(
        .belowPrecision, lesson: table.lesson, at: table.place(ofRow: 0),
        [
          "column": name(column), "count": LocalizedText(plain: String(values.count)),
          "kept": LocalizedText(plain: String(kept)),
          "first": LocalizedText(plain: Decimal.text(table.value(0, column))),
        ])
    ]
  }

  private func range(_ column: Int) -> ClosedRange<Double>? {
    table.source.columns[table.names[column]]?.range
  }

  private func outOfRange(_ column: Int) -> [Advice] {
    guard let range = range(column) else { return [] }
    let rows = (0..<table.rowCount).filter { !range.contains(table.value($0, column)) }
    return rows.prefix(Self.limit).map { row in
      Advice(
        .outOfRange, lesson: table.lesson, at: table.place(ofRow: row),
        arguments(table.value(row, column), range, column))
    }
  }

  private var predictionsOutOfRange: [Advice] {
    table.source.inputs.indices.flatMap { column -> [Advice] in
      guard let range = range(column) else { return [] }
      return table.training.predict.map { $0[column] }.filter { !range.contains($0) }.map { value in
        Advice(
          .predictionOutOfRange, lesson: table.lesson,
          at: table.place(of: table.training.marks.predict?.line),
          arguments(value, range, column))
      }
    }
  }

  private func arguments(
    _ value: Double, _ range: ClosedRange<Double>, _ column: Int
  ) -> [String: LocalizedText] {
    [
      "column": name(column), "value": table.text(value, column),
      "low": LocalizedText(plain: Decimal.text(range.lowerBound)),
      "high": table.text(range.upperBound, column),
    ]
  }

  private var mixedMarks: [Advice] {
    let columns = table.names.indices
    guard let point = columns.first(where: { table.marks[$0] == "." }),
      let comma = columns.first(where: { table.marks[$0] == "," })
    else { return [] }
    return [
      Advice(
        .mixedMarks, lesson: table.lesson, at: table.place(ofRow: 0),
        ["point": name(point), "comma": name(comma)])
    ]
  }
}
