import Drawing
import Lessons

/// A bar a class: of its test images, the part that was recognised. The lowest is hatched.
struct RecallFigure: FigureMaker {
  let name = "recall"

  func need(of lesson: Lesson) -> FigureNeed? { lesson.hasImages ? nil : .images }

  func figure(_ context: FigureContext) -> Figure {
    let study = context.classification
    let names = study.classes.map { $0[context.language] }
    let recalls = study.recalls
    let known = recalls.indices.filter { recalls[$0].isFinite }
    let worst = known.min { recalls[$0] < recalls[$1] }
    let best = known.max { recalls[$0] < recalls[$1] }
    let bars = BarMark(
      recalls, .lying,
      texts: recalls.map { $0.isFinite ? context.numbers.percent($0, decimals: 1) : "–" },
      hatched: Set(worst.map { [$0] } ?? []))
    let picture = Picture(
      height: max(300, min(760, 110 + Double(names.count) * 30)),
      panels: [
        Plot(
          x: Axis(
            context.phrase("recall.axis"), domain: 0...1, isPercent: true,
            numbers: context.numbers),
          y: Axis(nil, .category(names), numbers: context.numbers), marks: [bars])
      ])
    func percent(_ index: Int?) -> String {
      index.map { context.numbers.percent(recalls[$0], decimals: 1) } ?? "–"
    }
    let words = [
      "classes": context.numbers.string(names.count), "worst": worst.map { names[$0] } ?? "–",
      "worstPercent": percent(worst), "best": best.map { names[$0] } ?? "–",
      "bestPercent": percent(best),
    ]
    let counts = study.confusion
    let data = DataTable(
      columns: [
        .init("class", label: context.phrase("column.class")),
        .init("recognised", label: context.phrase("recall.recognised")),
        .init("images", label: context.phrase("recall.images")),
        .init("recall", label: context.phrase("recall.axis")),
      ],
      rows: names.indices.map {
        [
          .text(names[$0]), .integer(counts[$0][$0]), .integer(counts[$0].reduce(0, +)),
          .number(recalls[$0]),
        ]
      })
    return context.figure(name, picture, words, data: data)
  }
}
