import Drawing
import Lessons

/// The data with a red cross at the prediction.
struct PredictionFigure: FigureMaker {
  let name = "prediction"

  func isDefault(for lesson: Lesson) -> Bool { lesson.training?.predict.isEmpty == false }

  func need(of lesson: Lesson) -> FigureNeed? {
    if lesson.tableSource == nil { return .table }
    if !lesson.hasSingleInput { return .singleInput }
    if !lesson.predictsNumber { return .singleOutput }
    return lesson.training?.predict.isEmpty == false ? nil : .prediction
  }

  func figure(_ context: FigureContext) -> Figure {
    let points = TablePoints(context)
    var marks = points.marks()
    if context.lesson.smallNetwork != nil {
      let lines = FitLines(context, points)
      marks.insert(
        LineMark(
          [points.seen.lowerBound, points.seen.upperBound],
          [points.seen.lowerBound, points.seen.upperBound].map(lines.learned.value),
          label: lines.learned.label, series: 1, width: 1.4), at: 0)
      marks.insert(contentsOf: lines.predictions, at: 1)
    } else {
      marks = context.trained.predictions.map { points.cross(at: $0) } + marks
    }
    let claim = ClaimMarks(context, points)
    marks = claim.below + marks + claim.above
    let picture = Picture(
      height: 460, panels: [Plot(x: points.xAxis, y: points.yAxis, marks: marks)])
    return context.figure(
      name, picture, words(context, points, claim), data: table(context, points))
  }

  private func words(_ context: FigureContext, _ points: TablePoints, _ claim: ClaimMarks)
    -> [String: String]
  {
    let predictions = context.trained.predictions
    let list = predictions.map {
      let input = context.quantity($0.input[0], points.inputName)
      return "\(input) → \(context.quantity(Double($0.output[0]), points.study.targetName))"
    }
    let outside = predictions.filter(\.extrapolates).count
    let (key, count) = outside == 0 ? ("inside", predictions.count) : ("outside", outside)
    let note = context.phrase(
      "prediction.\(key)\(count == 1 ? "One" : "")", ["range": points.seenWords])
    return [
      "input": context.axisLabel(points.inputName),
      "target": context.axisLabel(points.study.targetName),
      "points": context.count(points.study.targets.count, .points),
      "predictions": context.list(list, limit: 12), "some": context.list(list, limit: 3),
      "line": context.lesson.smallNetwork == nil ? "" : context.phrase("prediction.line"),
      "note": context.joined([note, claim.sentence]), "repeated": points.repeatedSentence,
    ]
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
