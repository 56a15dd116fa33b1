import Drawing
import Lessons

/// The inputs at which curves over a table's single input are drawn, extending a little beyond the
/// training rows.
struct InputGrid {
  let xs: [Double]
  /// The range of the targets with a margin of a quarter on both sides.
  let heights: ClosedRange<Double>

  init(_ points: TablePoints) {
    let seen = points.seen
    let length = seen.upperBound - seen.lowerBound
    let room = length > 0 ? length * 0.08 : 1
    xs = (0...60).map {
      seen.lowerBound - room + (length + 2 * room) * Double($0) / 60
    }
    let targets = Extent.range(points.study.targets) ?? 0...1
    // Equal targets (up to rounding) are centred in a range of their own size.
    let size = max(targets.lowerBound.magnitude, targets.upperBound.magnitude)
    let height = targets.upperBound - targets.lowerBound
    let space = height > 1e-9 * size ? height * 0.25 : size > 0 ? size * 0.25 : 1
    heights = targets.lowerBound - space...targets.upperBound + space
  }

  /// The output of each seed's network along the grid.
  func curves(_ context: FigureContext, _ study: SeedStudy, _ variant: ModelVariant) -> [[Double]] {
    var lesson = context.lesson
    if let training = lesson.training { lesson.training?.model = variant.model(of: training) }
    return study.weights.compactMap { weights in
      DenseFunction(lesson, context.trained, parameters: weights).map { xs.map($0.callAsFunction) }
    }
  }

  var domain: ClosedRange<Double> { xs[0]...xs[xs.count - 1] }
}
