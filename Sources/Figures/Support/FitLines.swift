import Drawing

/// The lines of a fit: learned, least-squares and exact.
struct FitLines {
  struct Line {
    var label: String
    /// Index of its look in the theme's series.
    var series: Int
    var width: Double
    /// Slope and intercept, if it is a straight line.
    var coefficients: (slope: Double, intercept: Double)?
    var value: (Double) -> Double

    /// `Recta aprendida: y = 1.798 x + 31.95`.
    func words(_ context: FigureContext) -> String {
      guard let (slope, intercept) = coefficients else {
        return context.phrase("fit.curve", ["label": label])
      }
      return context.phrase(
        "fit.line", ["label": label, "equation": context.equation(slope, intercept)])
    }
  }

  private let context: FigureContext
  private let points: TablePoints
  let learned: Line
  let leastSquares: Line?
  let exact: Line?

  init(_ context: FigureContext, _ points: TablePoints) {
    self.context = context
    self.points = points
    guard let function = DenseFunction(context.lesson, context.trained) else {
      preconditionFailure("lesson \(context.lesson.id) has no network of one input to draw")
    }
    let straight = Self.straight(function, points.seen)
    learned = Line(
      label: context.phrase(straight == nil ? "series.learnedCurve" : "series.learned"),
      series: 1, width: 2, coefficients: straight, value: { function($0) })
    leastSquares = points.study.leastSquares.map { fit in
      Line(
        label: context.phrase("series.leastSquares"), series: 2, width: 2,
        coefficients: (fit.coefficients[0], fit.intercept), value: { fit([$0]) })
    }
    exact = context.trained.reference.map { law in
      Line(
        label: law.label[context.language], series: Theme.paleSeries, width: 6,
        coefficients: (law.kernel[0][0], law.bias[0]),
        value: { law.kernel[0][0] * $0 + law.bias[0] })
    }
  }

  /// Slope and intercept of the function, if it is straight over the range of the data.
  private static func straight(_ function: DenseFunction, _ range: ClosedRange<Double>)
    -> (slope: Double, intercept: Double)?
  {
    let least = range.lowerBound
    // A single input is compared on both sides.
    let width = range.upperBound > least ? range.upperBound - least : max(1, least.magnitude)
    let (low, high) = (function(least), function(least + width))
    let middle = function(least + width / 2)
    guard abs((low + high) / 2 - middle) <= 1e-6 * max(1, abs(low), abs(high)) else { return nil }
    let slope = (high - low) / width
    return (slope, low - slope * least)
  }

  /// The lines from widest to narrowest, since they often overlap.
  var named: [Line] { [exact, leastSquares, learned].compactMap { $0 } }

  /// The line to subtract: the exact law, or else least squares; nil if the lines differ only by
  /// rounding errors, which would fill a panel with noise.
  var base: Line? {
    guard let base = exact ?? leastSquares,
      let heights = Extent.range(xs.map(base.value))
    else { return nil }
    let visible = 1e-4 * (heights.upperBound - heights.lowerBound)
    let differs = named.contains { line in
      xs.contains { abs(line.value($0) - base.value($0)) > visible }
    }
    return differs ? base : nil
  }

  /// The range of data and predictions with a margin.
  private var span: ClosedRange<Double> {
    let values = points.inputs + context.trained.predictions.map { $0.input[0] }
    let range = Extent.range(values) ?? 0...1
    let room = (range.upperBound - range.lowerBound) * 0.04
    return range.lowerBound - room...range.upperBound + room
  }

  private var xs: [Double] {
    let range = span
    let step = (range.upperBound - range.lowerBound) / 120
    return (0...120).map { range.lowerBound + step * Double($0) }
  }

  /// The lines as marks. Least squares is left out if it is within a line's width of the learned
  /// line over the whole plot; the panel of differences shows it anyway.
  var marks: [any Mark] {
    let heights = xs.map(learned.value)
    let range = Extent.range(heights) ?? 0...1
    let visible = named.filter { line in
      guard line.series == leastSquares?.series, exact != nil else { return true }
      let distances = zip(xs, heights).map { abs(line.value($0) - $1) }
      return (distances.max() ?? 0) > 0.006 * (range.upperBound - range.lowerBound)
    }
    return visible.map { line in
      LineMark(
        xs, xs.map(line.value), label: line.label, series: line.series, width: line.width)
    }
  }

  func differences(from base: Line) -> [any Mark] {
    var marks: [any Mark] = [RuleMark(.horizontal, at: 0, text: base.label)]
    for line in named where line.series != base.series {
      marks.append(
        LineMark(
          xs, xs.map { line.value($0) - base.value($0) }, label: line.label, series: line.series,
          width: line.width))
    }
    return marks
  }

  /// Shades the areas outside the data if something is drawn there.
  func shades(named: Bool) -> [any Mark] {
    let label = named ? context.phrase("series.outside") : nil
    return [
      BandMark(.columns(from: nil, to: points.seen.lowerBound), isHatched: true),
      BandMark(.columns(from: points.seen.upperBound, to: nil), label: label, isHatched: true),
    ]
  }

  var predictions: [any Mark] {
    var isNamed: Set<Bool> = []
    // Predictions inside the data first, which is the natural order for the legend.
    let inside = context.trained.predictions.filter { !$0.extrapolates }
    let outside = context.trained.predictions.filter(\.extrapolates)
    return (inside + outside).map { prediction in
      let isFirst = isNamed.insert(prediction.extrapolates).inserted
      let key = prediction.extrapolates ? "series.extrapolation" : "series.prediction"
      return points.cross(at: prediction, label: isFirst ? context.phrase(key) : nil)
    }
  }

  var table: DataTable {
    let study = points.study
    var more: [DataTable.Column] = [.init("learned", label: learned.label)]
    if let leastSquares { more.append(.init("least_squares", label: leastSquares.label)) }
    if let exact { more.append(.init("exact", label: exact.label)) }
    func cells(_ input: Double, _ fitted: Float) -> [DataTable.Cell] {
      var cells: [DataTable.Cell] = [.single(fitted)]
      if let leastSquares { cells.append(.number(leastSquares.value(input))) }
      if let exact { cells.append(.number(exact.value(input))) }
      return cells
    }
    var rows = study.targets.indices.map {
      [points.part($0), .number(points.inputs[$0]), .number(study.targets[$0])]
        + cells(points.inputs[$0], study.fitted[$0])
    }
    for prediction in context.trained.predictions {
      rows.append(
        [points.predictionPart, .number(prediction.input[0]), .empty]
          + cells(prediction.input[0], prediction.output[0]))
    }
    return DataTable(columns: points.columns(more), rows: rows)
  }
}
