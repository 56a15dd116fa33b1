import Drawing
import Lessons

/// Up to six test images, each with the probability of every class; right and wrong ones differ by
/// a tick or a cross and by hatching.
struct ProbabilitiesFigure: FigureMaker {
  let name = "probabilities"

  func need(of lesson: Lesson) -> FigureNeed? { lesson.hasImages ? nil : .images }

  func figure(_ context: FigureContext) -> Figure {
    let study = context.classification
    let chosen = Self.chosen(study)
    let names = study.classes.map { $0[context.language] }
    var panels: [any Panel] = []
    for example in chosen {
      let isRight = example.predicted == example.label
      let percent = context.probability(example.confidence)
      panels.append(
        ImageGrid(
          items: [
            .init(
              example.raster(study),
              captions: [
                "\(context.className(example.predicted)) \(percent)",
                context.phrase("mistakes.is", ["class": context.className(example.label)]),
              ], isRight: isRight)
          ], columns: 1))
      panels.append(
        Plot(
          x: Axis(domain: 0...1, isPercent: true, tickLimit: 3, numbers: context.numbers),
          y: Axis(nil, .category(names), numbers: context.numbers),
          marks: [
            BarMark(
              example.probabilities.map(Double.init), .lying, series: isRight ? 0 : 1,
              hatched: isRight ? [] : [example.predicted])
          ]))
    }
    let picture = Picture(
      width: 760,
      height: 60 + (context.notice == nil ? 0 : 32) + 190 * Double((chosen.count + 1) / 2),
      panels: panels, columns: 4, shares: [1, 1.5, 1, 1.5])
    let right = chosen.filter { $0.predicted == $0.label }.count
    let words = [
      "images": context.count(chosen.count, .testImages),
      "right": context.numbers.string(right),
      "list": chosen.map {
        let percent = context.probability($0.confidence)
        let mark = $0.predicted == $0.label ? "✓" : "✗"
        return "\(mark) \(context.className($0.predicted)) \(percent)"
      }.joined(separator: "; "),
    ]
    let data = DataTable(
      columns: [
        .init("index", label: context.phrase("column.image")),
        .init("actual", label: context.phrase("confusion.actual")),
      ] + names.indices.map { .init("class_\($0)", label: names[$0]) },
      rows: chosen.map {
        [.integer($0.index), .text(context.className($0.label))]
          + $0.probabilities.map { .single($0) }
      })
    return context.figure(name, picture, words, data: data)
  }

  /// Up to four correct images and two mistakes, confident and uncertain ones.
  private static func chosen(_ study: ClassificationStudy) -> [LabelledImage] {
    let right = study.examples.filter { $0.predicted == $0.label }
    let wrong = study.confidentMistakes
    let rightCount = min(right.count, max(4, 6 - wrong.count))
    let wrongCount = min(wrong.count, 6 - rightCount)
    let sure = right.prefix((rightCount + 1) / 2)
    let doubtful = right.dropFirst(sure.count).sorted {
      ($0.confidence, $0.index) < ($1.confidence, $1.index)
    }
    return sure + doubtful.prefix(rightCount - sure.count)
      + wrong.prefix((wrongCount + 1) / 2) + wrong.suffix(wrongCount / 2)
  }
}
