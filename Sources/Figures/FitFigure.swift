import Drawing
import Lessons

/// The data with the learned, the least-squares and the exact line and the predictions; below it
/// the differences between the lines.
struct FitFigure: FigureMaker {
  let name = "fit"

  func isDefault(for lesson: Lesson) -> Bool { true }

  func need(of lesson: Lesson) -> FigureNeed? {
    if lesson.tableSource == nil { return .table }
    if !lesson.hasSingleInput { return .singleInput }
    if !lesson.predictsNumber { return .singleOutput }
    return lesson.smallNetwork == nil ? .smallNetwork : nil
  }

  func figure(_ context: FigureContext) -> Figure {
    let points = TablePoints(context)
    let lines = FitLines(context, points)
    let marks = lines.shades(named: true) + lines.marks + lines.predictions + points.marks()
    let main = Plot(x: points.xAxis, y: points.yAxis, marks: marks)
    var panel: any Panel = main
    if let base = lines.base {
      let unit = context.unit(of: points.study.targetName).map { " (\($0))" } ?? ""
      let below = Plot(
        title: context.phrase("fit.differenceTitle", ["line": base.label]), x: points.xAxis,
        y: Axis(context.phrase("fit.difference") + unit, tickLimit: 4, numbers: context.numbers),
        marks: lines.shades(named: false) + lines.differences(from: base))
      panel = PlotColumn([main, below], shares: [2.1, 1])
    }
    let picture = Picture(height: lines.base == nil ? 460 : 620, panels: [panel])
    return context.figure(name, picture, words(context, points, lines), data: lines.table)
  }

  private func words(_ context: FigureContext, _ points: TablePoints, _ lines: FitLines)
    -> [String: String]
  {
    let fits = lines.named.map { $0.words(context) }
    var insight = fits.joined(separator: "; ")
    let outside = context.trained.predictions.filter(\.extrapolates).count
    if !context.trained.predictions.isEmpty {
      insight +=
        ". "
        + context.phrase(
          "fit.extrapolating",
          [
            "count": context.numbers.string(outside),
            "of": context.numbers.string(context.trained.predictions.count),
          ])
    }
    return [
      "points": context.count(points.study.targets.count, .points),
      "input": context.axisLabel(points.inputName),
      "target": context.axisLabel(points.study.targetName), "lines": insight,
      "range": points.seenWords, "below": lines.base == nil ? "" : context.phrase("fit.below"),
      "what": context.phrase(lines.named.count == 1 ? "fit.alone" : "fit.compared"),
      "cross": outside == 0 ? "" : context.phrase("fit.cross"),
      "repeated": points.repeatedSentence,
    ]
  }
}
