import Drawing
import Lessons

/// The wrongly classified test images with the highest confidence.
struct MistakesFigure: FigureMaker {
  let name = "mistakes"
  static let limit = 15

  func need(of lesson: Lesson) -> FigureNeed? { lesson.hasImages ? nil : .images }

  func figure(_ context: FigureContext) -> Figure {
    let study = context.classification
    let mistakes = Array(study.confidentMistakes.prefix(Self.limit))
    let items = mistakes.map { mistake in
      ImageGrid.Item(
        mistake.raster(study),
        captions: [
          context.phrase(
            "mistakes.said",
            [
              "class": context.className(mistake.predicted),
              "percent": context.probability(mistake.confidence),
            ]), context.phrase("mistakes.is", ["class": context.className(mistake.label)]),
        ], isRight: false)
    }
    let tests = context.count(study.testLabels.count, .testImages)
    let none = context.phrase("mistakes.none", ["tests": tests])
    let rows = Double(max(1, (items.count + 4) / 5))
    let picture = Picture(
      height: 60 + (context.notice == nil ? 0 : 32) + rows * 142,
      panels: [ImageGrid(title: items.isEmpty ? none : nil, items: items, columns: 5)])
    let all = zip(study.testLabels, study.testPredicted).filter { $0.0 != $0.1 }.count
    var words = [
      "count": context.numbers.string(mistakes.count), "all": context.count(all, .mistakes),
      "tests": tests,
    ]
    words["insight"] =
      mistakes.first.map {
        context.phrase(
          mistakes.count == 1 ? "mistakes.insightOne" : "mistakes.insight",
          [
            "predicted": context.className($0.predicted), "actual": context.className($0.label),
            "percent": context.probability($0.confidence),
          ])
      } ?? none
    let data = DataTable(
      columns: [
        .init("index", label: context.phrase("column.image")),
        .init("actual", label: context.phrase("confusion.actual")),
        .init("predicted", label: context.phrase("confusion.predicted")),
        .init("probability", label: context.phrase("column.probability")),
      ],
      rows: mistakes.map {
        [
          .integer($0.index), .text(context.className($0.label)),
          .text(context.className($0.predicted)), .single($0.confidence),
        ]
      })
    // Without mistakes there are no further texts.
    return context.figure(
      name, picture, words, data: data, phrases: mistakes.isEmpty ? "mistakes.perfect" : nil)
  }
}
