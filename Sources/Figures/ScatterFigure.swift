import Drawing
import Lessons

/// The rows of the table as points, with the least-squares line and its 95 % confidence band.
struct ScatterFigure: FigureMaker {
  let name = "scatter"

  func isDefault(for lesson: Lesson) -> Bool { lesson.training?.reference == nil }

  func need(of lesson: Lesson) -> FigureNeed? {
    lesson.tableSource == nil ? .table : lesson.hasSingleInput ? nil : .singleInput
  }

  func figure(_ context: FigureContext) -> Figure {
    let points = TablePoints(context)
    let study = points.study
    let band = context.isForStudents ? nil : RegressionBand(points)
    let marks = (band?.marks(context) ?? []) + points.marks()
    let picture = Picture(
      height: 440, panels: [Plot(x: points.xAxis, y: points.yAxis, marks: marks)])
    let inputRange = Extent.range(points.inputs) ?? 0...0
    let targetRange = Extent.range(study.targets) ?? 0...0
    var words = [
      "rows": context.count(study.targets.count, .rows),
      "input": context.axisLabel(points.inputName),
      "target": context.axisLabel(study.targetName),
      "inputRange": context.span(inputRange), "targetRange": context.span(targetRange),
      "inputLabel": context.columnLabel(points.inputName),
      "targetLabel": context.columnLabel(study.targetName), "repeated": points.repeatedSentence,
      "band": band == nil ? "" : context.phrase("scatter.bandNote"),
    ]
    words["insight"] = insight(context, study)
    let data = DataTable(
      columns: points.columns(band?.columns(context) ?? []),
      rows: study.targets.indices.map {
        [points.part($0), .number(points.inputs[$0]), .number(study.targets[$0])]
          + (band?.cells(at: points.inputs[$0]) ?? [])
      })
    return context.figure(name, picture, words, data: data)
  }

  private func insight(_ context: FigureContext, _ study: RegressionStudy) -> String {
    guard !context.isForStudents, let slope = study.leastSquares?.coefficients.first else {
      return ""
    }
    // Treat a slope caused only by rounding error as zero.
    let inputs = Extent.range(study.inputs.map { $0[0] }) ?? 0...0
    let rise = slope.magnitude * (inputs.upperBound - inputs.lowerBound)
    let isLevel = rise <= 1e-9 * (study.targets.map(\.magnitude).max() ?? 0)
    let key = isLevel ? "level" : slope > 0 ? "rises" : "falls"
    let input = study.inputNames[0]
    let per =
      context.unit(of: input).map { context.phrase("scatter.perUnit", ["unit": $0]) }
      ?? context.phrase("scatter.perOne", ["input": context.columnLabel(input)])
    return context.phrase(
      "scatter.insight.\(key)",
      [
        "slope": context.quantity(slope.magnitude, study.targetName), "per": per,
        "targetLabel": context.columnLabel(study.targetName),
        "inputLabel": context.columnLabel(input),
      ])
  }
}
