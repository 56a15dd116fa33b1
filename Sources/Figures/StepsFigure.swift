import Drawing
import Lessons

/// The network's output after several epochs: small plots with common axes.
struct StepsFigure: FigureMaker {
  let name = "steps"
  private static let epochs = [0, 1, 10, 50, 100, 200, 500, 1000]

  func need(of lesson: Lesson) -> FigureNeed? {
    if lesson.tableSource == nil { return .table }
    if !lesson.hasSingleInput { return .singleInput }
    if !lesson.predictsNumber { return .singleOutput }
    if lesson.smallNetwork == nil { return .smallNetwork }
    return (lesson.model?.parameterCount ?? .max) <= 64 ? nil : .trajectory
  }

  func figure(_ context: FigureContext) -> Figure {
    let points = TablePoints(context)
    let trajectory = context.trained.trajectory ?? []
    let epochs = Self.epochs.filter { trajectory.indices.contains($0) }
    let grid = InputGrid(points)
    let columns = min(4, max(1, epochs.count))
    let plots = epochs.map { epoch -> Plot in
      let function = DenseFunction(
        context.lesson, context.trained, parameters: trajectory[epoch])
      var marks: [any Mark] = []
      if let function { marks.append(LineMark(grid.xs, grid.xs.map { function($0) }, series: 1)) }
      marks.append(PointMark(points.inputs, points.study.targets, size: 6))
      return Plot(
        title: context.phrase("steps.epoch", ["epoch": context.numbers.string(epoch)]),
        x: Axis(
          context.axisLabel(points.inputName), domain: grid.domain, tickLimit: 4,
          numbers: context.numbers),
        y: Axis(
          context.axisLabel(points.study.targetName), domain: grid.heights, tickLimit: 5,
          numbers: context.numbers), marks: marks, legend: .none)
    }
    let picture = Picture(
      width: 760, height: epochs.count > columns ? 480 : 300,
      panels: plots.isEmpty ? [] : [PlotGrid(plots, columns: columns)])
    let course = LossSummary(context.trained.history["loss"] ?? [])?.sentence(context)
    let words = [
      "list": epochs.map { context.numbers.string($0) }.joined(separator: ", "),
      "points": context.count(points.inputs.count, .points),
      "course": context.joined([course, context.divergenceSentence]),
    ]
    return context.figure(name, picture, words, data: table(context, epochs, trajectory))
  }

  private func table(_ context: FigureContext, _ epochs: [Int], _ trajectory: [[Float]])
    -> DataTable
  {
    let columns = context.trained.weights.flatMap { layer in
      layer.arrays.flatMap { array in
        array.values.indices.map { place in
          let number = array.values.count == 1 ? "" : " \(place)"
          return DataTable.Column(
            "\(layer.layer)_\(array.name)_\(place)",
            label: "\(layer.layer): \(context.arrayLabel(array.name))\(number)")
        }
      }
    }
    let count = trajectory.first?.count ?? 0
    let plain = (0..<count).map { DataTable.Column("parameter_\($0)", label: "\($0)") }
    return DataTable(
      columns: [.init("epoch", label: context.phrase("axis.epoch"))]
        + (columns.count == count ? columns : plain),
      rows: epochs.map { [.integer($0)] + trajectory[$0].map { .single($0) } })
  }
}
