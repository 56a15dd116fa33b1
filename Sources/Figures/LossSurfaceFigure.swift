import Drawing
import Glibc
import Lessons
import Neural

/// The loss as a function of weight and bias, as contour lines, with the path of the training.
struct LossSurfaceFigure: FigureMaker {
  let name = "loss-surface"
  private static let milestones = [0, 1, 10, 50, 100, 200, 500, 1000, 2000, 5000]

  func need(of lesson: Lesson) -> FigureNeed? {
    if lesson.tableSource == nil { return .table }
    guard lesson.isSingleNeuron else { return .singleNeuron }
    return lesson.training?.compile.loss == .meanSquaredError ? nil : .singleNeuron
  }

  func figure(_ context: FigureContext) -> Figure {
    let surface = LossSurface(context)
    let path = (context.trained.trajectory ?? []).map { parameters in
      (
        weight: Double(parameters[parameters.count - 2]),
        bias: Double(parameters[parameters.count - 1])
      )
    }
    let weights = Self.widened(path.map(\.weight) + [surface.best.weight], by: 0.35)
    let biases = Self.widened(path.map(\.bias) + [surface.best.bias], by: 0.12)
    let steps = 90
    let xs = (0...steps).map {
      weights.lowerBound + (weights.upperBound - weights.lowerBound) * Double($0) / Double(steps)
    }
    let ys = (0...steps).map {
      biases.lowerBound + (biases.upperBound - biases.lowerBound) * Double($0) / Double(steps)
    }
    let values = ys.map { bias in xs.map { surface.loss($0, bias) } }
    let levels = Self.levels(values)
    let reached = Self.milestones.filter { path.indices.contains($0) }
    var marks: [any Mark] = [
      ContourMark(
        xs: xs, ys: ys, values: values, levels: levels,
        texts: levels.map(context.number), label: context.phrase("loss-surface.contours")),
      LineMark(
        path.map(\.weight), path.map(\.bias), label: context.phrase("loss-surface.path"), series: 1),
      PointMark(
        reached.map { path[$0].weight }, reached.map { path[$0].bias }, series: 1, size: 6),
    ]
    if !surface.isValley {
      marks.append(
        CrossMark(
          x: surface.best.weight, y: surface.best.bias, label: context.phrase("loss-surface.least"))
      )
    }
    marks += reached.map { epoch in
      LabelMark(
        x: path[epoch].weight, y: path[epoch].bias,
        text: context.phrase("steps.epoch", ["epoch": context.numbers.string(epoch)]))
    }
    let picture = Picture(
      height: 560,
      panels: [
        Plot(
          x: Axis(
            context.phrase("weights.kernel"), domain: weights, hasGrid: false,
            numbers: context.numbers),
          y: Axis(
            context.phrase("weights.bias"), domain: biases, hasGrid: false,
            numbers: context.numbers), marks: marks)
      ])
    let last = path.last ?? surface.best
    let half = path.count / 2
    let best = [
      "bestWeight": context.number(surface.best.weight),
      "bestBias": context.number(surface.best.bias),
    ]
    let words = [
      "epochs": context.count(max(0, path.count - 1), .epochs),
      "firstWeight": path.first.map { context.number($0.weight) } ?? "–",
      "firstBias": path.first.map { context.number($0.bias) } ?? "–",
      "weight": context.number(last.weight), "bias": context.number(last.bias),
      "minimum": context.phrase(
        "loss-surface.minimum.\(surface.isValley ? "valley" : "point")", best),
      "half": context.numbers.string(half),
      "halfWeight": path.isEmpty ? "–" : context.number(path[half].weight),
      "halfBias": path.isEmpty ? "–" : context.number(path[half].bias),
    ]
    let data = DataTable(
      columns: [
        .init("epoch", label: context.phrase("axis.epoch")),
        .init("weight", label: context.phrase("weights.kernel")),
        .init("bias", label: context.phrase("weights.bias")),
        .init("loss", label: context.lossLabel),
      ],
      rows: path.enumerated().map {
        [
          .integer($0.offset), .number($0.element.weight), .number($0.element.bias),
          .number(surface.loss($0.element.weight, $0.element.bias)),
        ]
      })
    return context.figure(name, picture, words, data: data)
  }

  private static func widened(_ values: [Double], by part: Double) -> ClosedRange<Double> {
    let range = Extent.range(values) ?? 0...1
    let room = max((range.upperBound - range.lowerBound) * part, 1e-3)
    return range.lowerBound - room...range.upperBound + room
  }

  /// Contour levels 1, 3, 10, 30, ... between the smallest and the largest loss shown.
  private static func levels(_ values: [[Double]]) -> [Double] {
    guard let range = Extent.range(values.flatMap { $0 }), range.upperBound > 0 else { return [] }
    let least = max(range.lowerBound, range.upperBound * 1e-6)
    let decades = Int(log10(least).rounded(.down))...Int(log10(range.upperBound).rounded(.up))
    return decades.flatMap { decade in [1, 3].compactMap { Double("\($0)e\(decade)") } }
      .filter { $0 > least && $0 < range.upperBound }
  }
}

/// The mean squared error of a single neuron over the training rows, as a function of weight and
/// bias.
private struct LossSurface {
  private let inputs: [Double]
  private let targets: [Double]
  let best: (weight: Double, bias: Double)
  /// Whether all inputs are equal, so that the minimum is a whole line.
  let isValley: Bool

  init(_ context: FigureContext) {
    let study = context.study
    var mean = 0.0
    var deviation = 1.0
    if context.lesson.layers.first is Normalization,
      let arrays = context.trained.weights.first?.arrays, arrays.count >= 2
    {
      mean = Double(arrays[0].values[0])
      deviation = max(Double(arrays[1].values[0]).squareRoot(), 1e-7)
    }
    let rows = study.targets.indices.filter { !study.isTest[$0] }
    let inputs = rows.map { (study.inputs[$0][0] - mean) / deviation }
    let targets = rows.map { study.targets[$0] }
    (self.inputs, self.targets) = (inputs, targets)
    let count = Double(max(1, rows.count))
    let meanX = inputs.reduce(0, +) / count
    let meanY = targets.reduce(0, +) / count
    let xx = inputs.reduce(0) { $0 + ($1 - meanX) * ($1 - meanX) }
    let xy = zip(inputs, targets).reduce(0) { $0 + ($1.0 - meanX) * ($1.1 - meanY) }
    isValley = xx <= 1e-12 * inputs.reduce(0) { $0 + $1 * $1 }
    let slope = isValley ? 0 : xy / xx
    best = (slope, meanY - slope * meanX)
  }

  func loss(_ weight: Double, _ bias: Double) -> Double {
    var sum = 0.0
    for (x, y) in zip(inputs, targets) {
      let error = weight * x + bias - y
      sum += error * error
    }
    return sum / Double(max(1, inputs.count))
  }
}
