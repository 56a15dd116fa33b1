import Drawing
import Lessons

/// The data with a red cross at what the network predicts.
struct PredictionFigure: FigureMaker {
  let name = "prediction"

  func isDefault(for lesson: Lesson) -> Bool { lesson.training?.predict.isEmpty == false }

  func need(of lesson: Lesson) -> FigureNeed? {
    if lesson.tableSource == nil { return .table }
    if !lesson.hasSingleInput { return .singleInput }
    if !lesson.hasSingleOutput { return .singleOutput }
    return lesson.training?.predict.isEmpty == false ? nil : .prediction
  }

  func figure(_ context: FigureContext) -> Figure {
    let points = TablePoints(context)
    let study = points.study
    var marks = points.marks()
    if context.lesson.smallNetwork != nil {
      let lines = FitLines(context, points)
      marks.insert(
        LineMark(
          [points.seen.lowerBound, points.seen.upperBound],
          [points.seen.lowerBound, points.seen.upperBound].map(lines.learned.value),
          label: lines.learned.label, series: 1, width: 1.4), at: 0)
      marks += lines.predictions
    } else {
      marks += crosses(context, points)
    }
    let claim = ClaimMarks(context, points)
    marks = claim.below + marks + claim.above
    let picture = Picture(
      height: 460, panels: [Plot(x: points.xAxis, y: points.yAxis, marks: marks)])
    let predictions = context.trained.predictions
    let list = predictions.prefix(12).map {
      let input = context.quantity($0.input[0], points.inputName)
      return "\(input) → \(context.quantity(Double($0.output[0]), study.targetName))"
    }
    let outside = predictions.filter(\.extrapolates).count
    var words = [
      "input": context.axisLabel(points.inputName),
      "target": context.axisLabel(study.targetName),
      "rows": context.numbers.string(study.targets.count),
      "predictions": first(12, of: list, among: predictions.count, context),
      "some": first(3, of: list, among: predictions.count, context),
    ]
    words["note"] = context.phrase(
      outside == 0 ? "prediction.inside" : "prediction.outside",
      [
        "from": context.number(points.seen.lowerBound),
        "to": context.quantity(points.seen.upperBound, points.inputName),
      ])
    words["note"]? += claim.sentence.map { " " + $0 } ?? ""
    return context.figure(name, picture, words, data: table(context, points))
  }

  /// The first ones, and how many more there are.
  private func first(_ limit: Int, of list: [String], among count: Int, _ context: FigureContext)
    -> String
  {
    let shown = list.prefix(limit)
    let text = shown.joined(separator: "; ")
    guard count > shown.count else { return text }
    let rest = context.numbers.string(count - shown.count)
    return text + "; " + context.phrase("prediction.more", ["count": rest])
  }

  private func crosses(_ context: FigureContext, _ points: TablePoints) -> [any Mark] {
    context.trained.predictions.map { prediction in
      let output = Double(prediction.output[0])
      let input = context.quantity(prediction.input[0], points.inputName)
      return CrossMark(
        x: prediction.input[0], y: output,
        text: "\(input) → \(context.quantity(output, points.study.targetName))",
        isHollow: prediction.extrapolates)
    }
  }

  private func table(_ context: FigureContext, _ points: TablePoints) -> DataTable {
    var rows: [[DataTable.Cell]] = context.trained.predictions.map {
      [points.predictionPart, .number($0.input[0]), .single($0.output[0])]
    }
    rows += points.study.targets.indices.map {
      [points.part($0), .number(points.inputs[$0]), .number(points.study.targets[$0])]
    }
    return DataTable(columns: points.columns([]), rows: rows)
  }
}
