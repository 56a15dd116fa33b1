import Drawing
import Lessons

/// The confusion matrix of the test images: counts, with the share of the row below.
struct ConfusionFigure: FigureMaker {
  let name = "confusion"

  func need(of lesson: Lesson) -> FigureNeed? { lesson.hasImages ? nil : .images }

  func figure(_ context: FigureContext) -> Figure {
    let study = context.classification
    let counts = study.confusion
    let names = study.classes.map { $0[context.language] }
    let totals = counts.map { $0.reduce(0, +) }
    let cells = counts.enumerated().map { row, counts in
      counts.enumerated().map { column, count -> MatrixPanel.Cell in
        let share = totals[row] == 0 ? 0 : Double(count) / Double(totals[row])
        let percent = count == 0 ? nil : context.share(share, decimals: 0)
        // Mistakes have the opposite sign and so the other colour.
        return MatrixPanel.Cell(
          context.numbers.string(count), secondText: percent,
          shade: row == column ? share : -min(1, share * 3), isFramed: row == column)
      }
    }
    let picture = Picture(
      height: 620,
      panels: [
        MatrixPanel(
          rowLabels: names, columnLabels: names, rowTitle: context.phrase("confusion.actual"),
          columnTitle: context.phrase("confusion.predicted"), cells: cells,
          largestCell: (width: 90, height: 60))
      ])
    var words = [
      "tests": context.count(totals.reduce(0, +), .testImages),
      "right": context.numbers.string(counts.indices.reduce(0) { $0 + counts[$1][$1] }),
    ]
    let worst = study.worstConfusion
    words["insight"] =
      worst.map {
        context.phrase(
          $0.isTied ? "confusion.tie" : "confusion.insight",
          [
            "actual": names[$0.actual], "predicted": names[$0.predicted],
            "count": context.numbers.string($0.count),
            "images": context.count(totals[$0.actual], .images),
          ])
      } ?? context.phrase("confusion.none")
    let data = DataTable(
      columns: [.init("class", label: context.phrase("column.class"))]
        + names.indices.map { .init("predicted_\($0)", label: names[$0]) },
      rows: counts.enumerated().map { row, counts in
        [.text(names[row])] + counts.map { .integer($0) }
      })
    return context.figure(name, picture, words, data: data)
  }
}
