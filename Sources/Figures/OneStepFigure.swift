import Drawing
import Lessons

/// One learning step by hand: errors, mean squared error, gradient, step, new loss.
struct OneStepFigure: FigureMaker {
  let name = "one-step"

  func need(of lesson: Lesson) -> FigureNeed? { HandStep.need(of: lesson) }

  func figure(_ context: FigureContext) -> Figure {
    guard let step = HandStep(context) else {
      preconditionFailure("lesson \(context.lesson.id) has no step to do by hand")
    }
    let picture = Picture(
      width: 860, height: 500,
      panels: [
        plot(context, step),
        PanelColumn(
          [errors(context, step), update(context, step)],
          shares: [Double(min(step.inputs.count, 12)) + 3.4, 3.9]),
      ], shares: [1.1, 1])
    let numbers = context.numbers
    let before = context.lossQuantity(Self.tenth(step.meanSquare))
    let after = context.lossQuantity(Self.tenth(step.nextMeanSquare))
    let change =
      before == after ? "same" : step.nextMeanSquare < step.meanSquare ? "falls" : "rises"
    let words = [
      "errors": context.list(
        step.errors.map { numbers.string($0, decimals: 1) }, limit: 12),
      "before": before, "after": after,
      "change": context.phrase(
        "one-step.change.\(change)", ["before": before, "after": after]),
      "weight": context.number(step.weight), "bias": context.number(step.bias),
      "nextWeight": context.number(Self.thousandth(step.next.weight)),
      "nextBias": context.number(Self.thousandth(step.next.bias)),
      "weightGradient": numbers.string(step.gradient.weight, decimals: 1),
      "biasGradient": numbers.string(step.gradient.bias, decimals: 1),
    ]
    return context.figure(name, picture, words, data: table(context, step))
  }

  private static func tenth(_ value: Double) -> Double { (value * 10).rounded() / 10 }
  private static func thousandth(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }

  private func plot(_ context: FigureContext, _ step: HandStep) -> Plot {
    let range = Extent.range(step.inputs) ?? 0...1
    // A single input needs some room on both sides for a line.
    let room = range.lowerBound < range.upperBound ? 0 : max(1, range.lowerBound.magnitude * 0.1)
    let ends = [range.lowerBound - room, range.upperBound + room]
    func line(_ weight: Double, _ bias: Double, _ key: String, _ series: Int) -> LineMark {
      LineMark(
        ends, ends.map { weight * $0 + bias }, label: context.phrase("one-step.\(key)"),
        series: series)
    }
    return Plot(
      x: Axis(context.axisLabel(context.study.inputNames[0]), numbers: context.numbers),
      y: Axis(context.axisLabel(context.study.targetName), numbers: context.numbers),
      marks: [
        StemMark(step.inputs, from: step.predictions, to: step.targets, series: 4),
        line(step.weight, step.bias, "before", 1),
        line(step.next.weight, step.next.bias, "after", 2),
        PointMark(step.inputs, step.targets, label: context.phrase("series.data")),
      ])
  }

  /// A value with a fixed number of decimals, as calculated by hand, or in significant digits if
  /// those would hide it or not fit a cell.
  private static func digits(_ value: Double, _ decimals: Int, _ context: FigureContext) -> String {
    value == 0 || (0.05..<1e7).contains(value.magnitude)
      ? context.numbers.string(value, decimals: decimals) : context.shortNumber(value)
  }

  private func errors(_ context: FigureContext, _ step: HandStep) -> MatrixPanel {
    let shown = step.inputs.indices.prefix(12)
    let numbers = context.numbers
    var cells = shown.map { row -> [MatrixPanel.Cell] in
      [
        .init(context.shortNumber(step.inputs[row])),
        .init(context.shortNumber(step.targets[row])),
        .init(Self.digits(step.predictions[row], 1, context)),
        .init(Self.digits(step.errors[row], 1, context)),
        .init(Self.digits(step.errors[row] * step.errors[row], 2, context)),
      ]
    }
    cells.append([
      .init(""), .init(""), .init(""), .init(context.phrase("one-step.mean")),
      .init(Self.digits(step.meanSquare, 1, context), isFramed: true),
    ])
    return MatrixPanel(
      title: context.phrase("one-step.errors"),
      rowLabels: shown.map { numbers.string($0 + 1) } + [""],
      columnLabels: [
        "x", "y", context.phrase("one-step.prediction"), context.phrase("one-step.error"),
        context.phrase("one-step.square"),
      ], cells: cells, largestCell: (width: 110, height: 26))
  }

  private func update(_ context: FigureContext, _ step: HandStep) -> MatrixPanel {
    func row(_ value: Double, _ gradient: Double, _ next: Double) -> [MatrixPanel.Cell] {
      [
        .init(context.shortNumber(value)), .init(Self.digits(gradient, 1, context)),
        .init(context.shortNumber(Self.thousandth(next - value))),
        .init(context.shortNumber(Self.thousandth(next)), isFramed: true),
      ]
    }
    return MatrixPanel(
      title: context.phrase("one-step.update"),
      rowLabels: [
        context.phrase("weights.kernel"), context.phrase("weights.bias"),
        context.phrase("one-step.loss"),
      ],
      columnLabels: ["now", "gradient", "step", "next"].map { context.phrase("one-step.\($0)") },
      cells: [
        row(step.weight, step.gradient.weight, step.next.weight),
        row(step.bias, step.gradient.bias, step.next.bias),
        [
          .init(Self.digits(step.meanSquare, 1, context)), .init(""), .init(""),
          .init(Self.digits(step.nextMeanSquare, 1, context), isFramed: true),
        ],
      ], largestCell: (width: 110, height: 26))
  }

  private func table(_ context: FigureContext, _ step: HandStep) -> DataTable {
    DataTable(
      columns: [
        .init("input", label: context.axisLabel(context.study.inputNames[0])),
        .init("target", label: context.axisLabel(context.study.targetName)),
        .init("prediction", label: context.phrase("one-step.prediction")),
        .init("error", label: context.phrase("one-step.error")),
        .init("square", label: context.phrase("one-step.square")),
      ],
      rows: step.inputs.indices.map {
        [
          .number(step.inputs[$0]), .number(step.targets[$0]), .number(step.predictions[$0]),
          .number(step.errors[$0]), .number(step.errors[$0] * step.errors[$0]),
        ]
      })
  }
}
