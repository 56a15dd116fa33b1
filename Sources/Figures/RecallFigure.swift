import Drawing
import Lessons

/// One bar per class: the share of its test images that was recognised. The lowest are hatched.
struct RecallFigure: FigureMaker {
  let name = "recall"

  func need(of lesson: Lesson) -> FigureNeed? { lesson.hasImages ? nil : .images }

  func figure(_ context: FigureContext) -> Figure {
    let study = context.classification
    let names = study.classes.map { $0[context.language] }
    let recalls = study.recalls
    let ends = RecallEnds(recalls)
    let bars = BarMark(
      recalls, .lying,
      texts: recalls.map { $0.isFinite ? context.numbers.percent($0, decimals: 1) : "–" },
      hatched: Set(ends.worst))
    let picture = Picture(
      height: max(300, min(760, 110 + Double(names.count) * 30)),
      panels: [
        Plot(
          x: Axis(
            context.phrase("recall.axis"), domain: 0...1, isPercent: true,
            numbers: context.numbers),
          y: Axis(nil, .category(names), numbers: context.numbers), marks: [bars])
      ])
    let words = [
      "classes": context.count(names.count, .classes), "insight": ends.words(context, names),
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

/// The classes with the highest and the lowest recall.
private struct RecallEnds {
  /// Empty if all recalls are equal.
  private(set) var worst: [Int] = []
  private var best: [Int] = []
  private let recalls: [Double]
  /// The classes that have test images.
  private let known: [Int]

  init(_ recalls: [Double]) {
    self.recalls = recalls
    known = recalls.indices.filter { recalls[$0].isFinite }
    guard let range = Extent.range(recalls), range.lowerBound < range.upperBound else { return }
    worst = known.filter { recalls[$0] == range.lowerBound }
    best = known.filter { recalls[$0] == range.upperBound }
  }

  func words(_ context: FigureContext, _ names: [String]) -> String {
    func percent(_ index: Int) -> String { context.share(recalls[index], decimals: 1) }
    func list(_ indices: [Int]) -> String {
      context.list(
        indices.map { context.phrase("recall.name", ["name": names[$0]]) }, limit: 3,
        separator: ", ")
    }
    var sentences: [String] = []
    if let high = best.first, let low = worst.first {
      sentences.append(
        context.phrase(
          "recall.insight.apart",
          [
            "best": list(best), "bestPercent": percent(high), "worst": list(worst),
            "worstPercent": percent(low),
          ]))
    } else if let first = known.first {
      sentences.append(
        context.phrase(
          "recall.insight.\(known.count == 1 ? "single" : "equal")",
          ["name": names[first], "percent": percent(first)]))
    }
    let missing = recalls.indices.filter { !recalls[$0].isFinite }
    if !missing.isEmpty {
      sentences.append(context.phrase("recall.insight.missing", ["missing": list(missing)]))
    }
    return context.joined(sentences)
  }
}
