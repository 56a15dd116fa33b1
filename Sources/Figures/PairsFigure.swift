import Drawing
import Lessons

/// Every pair of up to six columns: points, histograms on the diagonal, correlations above it.
struct PairsFigure: FigureMaker {
  let name = "pairs"
  private static let limit = 6
  /// More classes could not be told apart.
  private static let classLimit = 6

  func need(of lesson: Lesson) -> FigureNeed? {
    lesson.tableSource == nil ? .table : DataColumns.hasSeveralNumbers(lesson) ? nil : .twoNumbers
  }

  func figure(_ context: FigureContext) -> Figure {
    let data = DataColumns(context)
    let all = data.ofNumbers
    // The target last, whichever inputs are left out.
    let kept =
      all.count > Self.limit && data.classes == nil
      ? all.prefix(Self.limit - 1) + all.suffix(1) : all.prefix(Self.limit)
    let columns = Array(kept)
    let correlations = Correlations(columns)
    let study = context.study
    var groups = [PairGrid.Group(label: nil, rows: Array(study.targets.indices))]
    if let classes = data.classes, classes.count <= Self.classLimit {
      groups = classes.map { PairGrid.Group(label: $0.name, rows: $0.rows) }
    }
    let grid = PairGrid(
      columns: columns.map {
        let bins = Bins($0.numbers ?? [])
        return PairGrid.Column(
          label: $0.label, values: $0.numbers ?? [],
          histogram: HistogramMark(edges: bins.edges, counts: bins.counts))
      },
      groups: groups,
      texts: columns.indices.map { row in
        columns.indices.map { "r = \(correlations.text(row, $0, context))" }
      }, numbers: context.numbers)
    let side = 150 + 90 * Double(columns.count)
    let picture = Picture(
      height: min(660, side + (groups.count > 1 ? 24 : 0)), panels: [grid])
    let words = [
      "rows": context.count(study.targets.count, .rows),
      "count": context.numbers.string(columns.count),
      "columns": context.list(columns.map(\.label), limit: Self.limit, separator: ", "),
      "insight": correlations.insight(context),
      "classes": groups.count > 1
        ? context.phrase("pairs.classes", ["target": context.axisLabel(study.targetName)]) : "",
      "more": all.count > columns.count
        ? context.phrase(
          "pairs.more",
          [
            "shown": context.numbers.string(columns.count),
            "count": context.numbers.string(all.count),
          ]) : "",
    ]
    let table = DataTable(
      columns: columns.map { .init($0.name, label: $0.label) }
        + (data.classes == nil
          ? [] : [.init(study.targetName, label: context.axisLabel(study.targetName))]),
      rows: study.targets.indices.map { row in
        columns.map { .number($0.numbers?[row] ?? .nan) }
          + (data.classes.map { [.text($0[Int(study.targets[row])].name)] } ?? [])
      })
    return context.figure(name, picture, words, data: table)
  }
}
