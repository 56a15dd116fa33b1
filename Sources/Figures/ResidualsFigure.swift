import Drawing
import Lessons

/// The difference between each row's target and the network's output.
struct ResidualsFigure: FigureMaker {
  let name = "residuals"

  func isDefault(for lesson: Lesson) -> Bool {
    lesson.tableSource != nil && lesson.training?.reference == nil
  }

  func need(of lesson: Lesson) -> FigureNeed? {
    lesson.tableSource == nil ? .table : lesson.predictsNumber ? nil : .singleOutput
  }

  func figure(_ context: FigureContext) -> Figure {
    let study = context.study
    let points = TablePoints(context)
    let residuals = study.targets.indices.map { study.targets[$0] - Double(study.fitted[$0]) }
    let isSingle = study.inputNames.count == 1
    let places = isSingle ? points.inputs : study.fitted.map(Double.init)
    let xLabel =
      isSingle
      ? context.axisLabel(points.inputName)
      : context.phrase("axis.fitted", ["target": context.axisLabel(study.targetName)])
    // What is said of a prediction is measured on rows that the network has not seen, if there are.
    let judged = points.hasTest ? points.rows(isTest: true).map { residuals[$0] } : residuals
    let meanSquare = judged.reduce(0) { $0 + $1 * $1 } / Double(max(1, judged.count))
    let part = points.hasTest ? context.phrase("residuals.partTest") : ""
    let typical = meanSquare.squareRoot()
    let largest = residuals.indices.max {
      residuals[$0].magnitude < residuals[$1].magnitude
    }
    var marks: [any Mark] = []
    if let range = Extent.range(places), range.lowerBound < range.upperBound {
      let ends = [range.lowerBound, range.upperBound]
      marks.append(
        BandMark(
          .between(xs: ends, lower: [-typical, -typical], upper: [typical, typical]),
          label: context.phrase(
            "residuals.band",
            ["value": context.quantity(typical, study.targetName), "part": part])))
    }
    marks.append(
      StemMark(places, from: residuals.map { _ in 0 }, to: residuals))
    marks.append(RuleMark(.horizontal, at: 0))
    marks += points.marks(at: places, residuals)
    let yLabel = context.phrase("axis.residual", ["target": context.axisLabel(study.targetName)])
    let picture = Picture(
      height: 440,
      panels: [
        Plot(
          x: Axis(xLabel, numbers: context.numbers), y: Axis(yLabel, numbers: context.numbers),
          marks: marks)
      ])
    let arguments = [
      "typical": context.quantity(typical, study.targetName), "part": part,
      "largest": context.quantity(largest.map { residuals[$0] } ?? 0, study.targetName),
      "row": context.numbers.string((largest ?? 0) + 1),
      "above": context.numbers.string(residuals.filter { $0 > 0 }.count),
    ]
    let key =
      residuals.allSatisfy { $0 == 0 } ? "none" : residuals.count == 1 ? "single" : "spread"
    let words = arguments.merging([
      "residuals": context.count(residuals.count, .residuals),
      "count": context.numbers.string(residuals.count),
      "target": context.columnLabel(study.targetName),
      "insight": context.phrase("residuals.insight.\(key)", arguments),
    ]) { $1 }
    return context.figure(name, picture, words, data: table(context, points, residuals))
  }

  private func table(_ context: FigureContext, _ points: TablePoints, _ residuals: [Double])
    -> DataTable
  {
    let study = points.study
    var columns: [DataTable.Column] = [.init("part", label: context.phrase("column.part"))]
    columns += study.inputNames.map { .init($0, label: context.axisLabel($0)) }
    columns += [
      .init(study.targetName, label: context.axisLabel(study.targetName)),
      .init("learned", label: context.phrase("column.fitted")),
      .init("residual", label: context.phrase("column.residual")),
    ]
    let rows = residuals.indices.map { row -> [DataTable.Cell] in
      [points.part(row)] + study.inputs[row].map { .number($0) }
        + [.number(study.targets[row]), .single(study.fitted[row]), .number(residuals[row])]
    }
    return DataTable(columns: columns, rows: rows)
  }
}
