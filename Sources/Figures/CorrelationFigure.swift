import Drawing
import Lessons

/// Pearson's correlation of every pair of columns, as a number and a shade.
struct CorrelationFigure: FigureMaker {
  let name = "correlation"
  private static let limit = 12

  func need(of lesson: Lesson) -> FigureNeed? {
    lesson.tableSource == nil ? .table : DataColumns.hasSeveralNumbers(lesson) ? nil : .twoNumbers
  }

  func figure(_ context: FigureContext) -> Figure {
    let all = DataColumns(context).ofNumbers
    let correlations = Correlations(Array(all.prefix(Self.limit)))
    let columns = correlations.columns
    let cells = columns.indices.map { row in
      columns.indices.map { column in
        MatrixPanel.Cell(
          correlations.text(row, column, context), shade: correlations.values[row][column] ?? 0,
          hasSignMark: row != column && correlations.values[row][column] != nil)
      }
    }
    let labels = columns.map(\.label)
    let picture = Picture(
      width: columns.count < 4 ? 480 : 640, height: min(620, 110 + 60 * Double(columns.count)),
      panels: [
        MatrixPanel(
          rowLabels: labels, columnLabels: labels, cells: cells,
          largestCell: (width: 110, height: 60))
      ])
    let hasConstant = correlations.values.indices.contains { correlations.values[$0][$0] == nil }
    let words = [
      "rows": context.count(context.study.targets.count, .rows),
      "count": context.numbers.string(columns.count),
      "insight": correlations.insight(context),
      "constant": hasConstant ? context.phrase("correlation.constant") : "",
      "more": all.count > columns.count
        ? context.phrase(
          "histogram.more",
          [
            "shown": context.numbers.string(columns.count),
            "count": context.numbers.string(all.count),
          ]) : "",
    ]
    let data = DataTable(
      columns: [.init("column", label: context.phrase("histogram.column.column"))]
        + columns.map { .init($0.name, label: $0.label) },
      rows: columns.indices.map { row in
        [.text(columns[row].label)]
          + correlations.values[row].map { $0.map { .number($0) } ?? .empty }
      })
    return context.figure(name, picture, words, data: data)
  }
}
