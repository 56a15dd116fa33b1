import Drawing
import Lessons

/// Accuracy per epoch on the axis [0, 1], and next to it the same curves enlarged.
struct AccuracyFigure: FigureMaker {
  let name = "accuracy"

  func isDefault(for lesson: Lesson) -> Bool { true }

  func need(of lesson: Lesson) -> FigureNeed? {
    guard lesson.training != nil else { return .model }
    return lesson.asksAccuracy ? nil : .accuracy
  }

  func figure(_ context: FigureContext) -> Figure {
    let training = context.trained.history["accuracy"] ?? []
    let validation = context.trained.history["val_accuracy"]
    var marks: [any Mark] = [
      LineMark.byEpoch(training, label: context.phrase("series.training"))
    ]
    if let validation {
      marks.append(
        LineMark.byEpoch(validation, label: context.phrase("series.validation"), series: 1))
    }
    let chance = context.trained.classification.map { 1 / Double(max(1, $0.classes.count)) }
    var whole = marks
    if let chance {
      let text = context.phrase(
        "accuracy.chance", ["percent": context.numbers.percent(chance, decimals: 0)])
      whole.append(RuleMark(.horizontal, at: chance, text: text))
    }
    let picture = Picture(
      height: 400,
      panels: [
        plot(context, context.phrase("accuracy.whole"), whole, 0...1, .lowerRight),
        plot(
          context, context.phrase("accuracy.enlarged"), marks,
          Self.enlarged(training + (validation ?? [])), .lowerRight),
      ])
    return context.figure(
      name, picture, words(context, training, validation ?? [], hasChance: chance != nil),
      data: table(context, training, validation))
  }

  private func plot(
    _ context: FigureContext, _ title: String, _ marks: [any Mark], _ domain: ClosedRange<Double>,
    _ legend: LegendPlacement
  ) -> Plot {
    Plot(
      title: title, x: Axis(context.phrase("axis.epoch"), isWhole: true, numbers: context.numbers),
      y: Axis(context.phrase("axis.accuracy"), domain: domain, numbers: context.numbers),
      marks: marks, legend: legend)
  }

  /// The enlarged axis: from a multiple of 0.05 below the curves, with room for the legend, to at
  /// most 1.
  private static func enlarged(_ values: [Double]) -> ClosedRange<Double> {
    guard let range = Extent.range(values) else { return 0...1 }
    let room = max(0.02, (range.upperBound - range.lowerBound) * 0.45)
    let lower = max(0, ((range.lowerBound - room) * 20).rounded(.down) / 20)
    let upper = min(1, ((range.upperBound + 0.005) * 20).rounded(.up) / 20)
    return lower...max(upper, lower + 0.05)
  }

  private func words(
    _ context: FigureContext, _ training: [Double], _ validation: [Double], hasChance: Bool
  ) -> [String: String] {
    func percent(_ value: Double?) -> String {
      value.map { context.numbers.percent($0, decimals: 1) } ?? ""
    }
    // The first one on ties.
    let best = validation.indices.min { validation[$0] > validation[$1] }
    let arguments = [
      "epochs": context.count(training.count, .epochs), "first": percent(training.first),
      "last": percent(training.last), "validation": percent(validation.last),
      "best": percent(best.map { validation[$0] }),
      "bestEpoch": best.map { context.numbers.string($0 + 1) } ?? "",
    ]
    let course: String? =
      switch training.count {
      case 0: context.divergenceSentence == nil ? "none" : nil
      case 1: context.divergenceSentence == nil ? "single" : "first"
      default: percent(training.first) == percent(training.last) ? "same" : "goes"
      }
    let end: String? =
      switch validation.count {
      case 0: nil
      case 1: "validationSingle"
      default:
        percent(best.map { validation[$0] }) == percent(validation.last)
          ? "validationBest" : "validation"
      }
    let sentences = [course, end].compactMap { $0 }.map {
      context.phrase("accuracy.insight.\($0)", arguments)
    }
    return [
      "insight": context.joined(sentences + [context.divergenceSentence]),
      "line": hasChance ? context.phrase("accuracy.line") : "",
    ]
  }

  private func table(_ context: FigureContext, _ training: [Double], _ validation: [Double]?)
    -> DataTable
  {
    var columns: [DataTable.Column] = [
      .init("epoch", label: context.phrase("axis.epoch")),
      .init("accuracy", label: context.phrase("series.training")),
    ]
    if validation != nil {
      columns.append(.init("val_accuracy", label: context.phrase("series.validation")))
    }
    return DataTable(
      columns: columns,
      rows: training.indices.map { index in
        var row: [DataTable.Cell] = [.integer(index + 1), .number(training[index])]
        if let validation {
          row.append(validation.indices.contains(index) ? .number(validation[index]) : .empty)
        }
        return row
      })
  }
}
