import Drawing
import Lessons

/// How the rows spread over the values of each column: a histogram for numbers, bars for words.
struct HistogramFigure: FigureMaker {
  let name = "histogram"
  /// More would be too small.
  private static let limit = 9
  /// More words have no room for their names.
  private static let wordLimit = 12

  func need(of lesson: Lesson) -> FigureNeed? { lesson.tableSource == nil ? .table : nil }

  func figure(_ context: FigureContext) -> Figure {
    let all = DataColumns(context).columns
    let shown = Array(all.prefix(Self.limit))
    let columns = min(3, shown.count)
    let isSingle = shown.count == 1
    let panels = shown.enumerated().map { index, column in
      panel(column, isFirst: index % columns == 0, context)
    }
    let rows = (shown.count + columns - 1) / columns
    let picture = Picture(
      width: isSingle ? 480 : 640, height: 70 + 210 * Double(rows), panels: panels,
      columns: columns)
    let words = [
      "rows": context.count(context.study.targets.count, .rows),
      "columns": context.list(shown.map(\.label), limit: 6, separator: ", "),
      "list": context.list(shown.map { text($0, context) }, limit: Self.limit),
      "more": all.count > shown.count
        ? context.phrase(
          "histogram.more",
          [
            "shown": context.numbers.string(shown.count),
            "count": context.numbers.string(all.count),
          ]) : "",
    ]
    return context.figure(name, picture, words, data: data(all, context))
  }

  private func panel(_ column: DataColumns.Column, isFirst: Bool, _ context: FigureContext) -> Plot
  {
    let y = Axis(
      isFirst ? context.phrase("histogram.rows") : nil, isWhole: true, tickLimit: 5,
      numbers: context.numbers)
    switch column.content {
    case .numbers(let values):
      let bins = Bins(values)
      return Plot(
        x: Axis(column.label, hasGrid: false, tickLimit: 5, numbers: context.numbers), y: y,
        marks: [HistogramMark(edges: bins.edges, counts: bins.counts)])
    case .words(let words):
      let shown = words.prefix(Self.wordLimit)
      return Plot(
        x: Axis(
          column.label, .category(shown.map(\.word)), hasGrid: false, numbers: context.numbers),
        y: y, marks: [BarMark(shown.map { Double($0.count) })])
    }
  }

  /// `Edad: de 20 a 80, mediana 45`, `Sexo: F 12, M 30`.
  private func text(_ column: DataColumns.Column, _ context: FigureContext) -> String {
    switch column.content {
    case .numbers(let values):
      return context.phrase(
        "histogram.numbers",
        [
          "column": column.label, "range": context.span(Extent.range(values) ?? 0...0),
          "median": context.number(Statistics.quantile(values.sorted(), 0.5)),
        ])
    case .words(let words):
      return context.phrase(
        "histogram.words",
        [
          "column": column.label,
          "words": context.list(
            words.map { "\($0.word) \(context.numbers.string($0.count))" }, limit: 6,
            separator: ", "),
        ])
    }
  }

  private func data(_ columns: [DataColumns.Column], _ context: FigureContext) -> DataTable {
    DataTable(
      columns: ["column", "word", "from", "to", "rows"].map {
        .init($0, label: context.phrase("histogram.column.\($0)"))
      },
      rows: columns.flatMap { column -> [[DataTable.Cell]] in
        switch column.content {
        case .numbers(let values):
          let bins = Bins(values)
          return bins.counts.indices.map {
            [
              .text(column.label), .empty, .number(bins.edges[$0]), .number(bins.edges[$0 + 1]),
              .integer(bins.counts[$0]),
            ]
          }
        case .words(let words):
          return words.map {
            [.text(column.label), .text($0.word), .empty, .empty, .integer($0.count)]
          }
        }
      })
  }
}
