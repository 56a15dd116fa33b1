import Drawing
import Lessons

/// The data with the learned, the least-squares and the exact line, predictions marked, and below
/// it how far the lines are apart.
struct FitFigure: FigureMaker {
  let name = "fit"

  func isDefault(for lesson: Lesson) -> Bool { true }

  func need(of lesson: Lesson) -> FigureNeed? {
    if lesson.tableSource == nil { return .table }
    if !lesson.hasSingleInput { return .singleInput }
    if !lesson.hasSingleOutput { return .singleOutput }
    return lesson.smallNetwork == nil ? .smallNetwork : nil
  }

  func figure(_ context: FigureContext) -> Figure {
    let points = TablePoints(context)
    let lines = FitLines(context, points)
    let marks = lines.shades(named: true) + lines.marks + points.marks() + lines.predictions
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
    let fits = lines.named.map { line in
      context.phrase("fit.line", ["label": line.label, "equation": line.equation(context)])
    }
    var insight = fits.joined(separator: "; ")
    if !context.trained.predictions.isEmpty {
      let outside = context.trained.predictions.filter(\.extrapolates).count
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
      "rows": context.numbers.string(points.study.targets.count),
      "input": context.axisLabel(points.inputName),
      "target": context.axisLabel(points.study.targetName), "lines": insight,
      "from": context.number(points.seen.lowerBound),
      "to": context.quantity(points.seen.upperBound, points.inputName),
    ]
  }
}
