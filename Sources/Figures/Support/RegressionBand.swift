import Drawing
import Lessons

/// The least-squares line through a table's training rows with the 95 % confidence band of the
/// mean, y(x) ± t · s · √(1/n + (x − x̄)²/Sxx).
struct RegressionBand {
  private let fit: LinearFit
  private let seen: ClosedRange<Double>
  private let count: Double
  private let mean: Double
  /// Sxx: the sum of squared deviations of the inputs from their mean.
  private let spread: Double
  /// Standard deviation of the residuals, with n − 2 degrees of freedom, times Student's quantile.
  private let scale: Double

  /// nil for two rows or fewer, or if all inputs are equal.
  init?(_ points: TablePoints) {
    let rows = points.rows(isTest: false)
    guard let fit = points.study.leastSquares, rows.count > 2 else { return nil }
    let inputs = rows.map { points.inputs[$0] }
    let mean = inputs.reduce(0, +) / Double(rows.count)
    let spread = inputs.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let squares = rows.reduce(0.0) { sum, row in
      let residual = points.study.targets[row] - fit([points.inputs[row]])
      return sum + residual * residual
    }
    let variance = squares / Double(rows.count - 2)
    guard spread > 0, spread.isFinite, variance.isFinite else { return nil }
    self.fit = fit
    self.mean = mean
    self.spread = spread
    seen = points.seen
    count = Double(rows.count)
    scale = variance.squareRoot() * Self.studentQuantile(rows.count - 2)
  }

  private func halfWidth(_ x: Double) -> Double {
    scale * (1 / count + (x - mean) * (x - mean) / spread).squareRoot()
  }

  func marks(_ context: FigureContext) -> [any Mark] {
    let xs = (0...80).map {
      seen.lowerBound + (seen.upperBound - seen.lowerBound) * Double($0) / 80
    }
    let line = xs.map { fit([$0]) }
    return [
      BandMark(
        .between(
          xs: xs, lower: zip(xs, line).map { $1 - halfWidth($0) },
          upper: zip(xs, line).map { $1 + halfWidth($0) }),
        label: context.phrase("scatter.band")),
      LineMark(xs, line, label: context.phrase("series.leastSquares"), series: 2),
    ]
  }

  func columns(_ context: FigureContext) -> [DataTable.Column] {
    [
      .init("least_squares", label: context.phrase("series.leastSquares")),
      .init("band_low", label: context.phrase("scatter.low")),
      .init("band_high", label: context.phrase("scatter.high")),
    ]
  }

  /// The values of the line and the band's edges at an input.
  func cells(at x: Double) -> [DataTable.Cell] {
    let (y, half) = (fit([x]), halfWidth(x))
    return [.number(y), .number(y - half), .number(y + half)]
  }

  /// The 97.5 % quantile of Student's distribution: exact for 1 and 2 degrees of freedom, otherwise
  /// by its expansion about the normal quantile (Abramowitz and Stegun 26.7.5), with an error below
  /// 1 %.
  static func studentQuantile(_ freedom: Int) -> Double {
    precondition(freedom > 0, "\(freedom) degrees of freedom")
    if freedom == 1 { return 12.706_204_736 }
    if freedom == 2 { return 4.302_652_730 }
    let z = 1.959_963_985
    let (z2, n) = (z * z, Double(freedom))
    let first = z * (z2 + 1) / 4
    let second = z * ((5 * z2 + 16) * z2 + 3) / 96
    let third = z * (((3 * z2 + 19) * z2 + 17) * z2 - 15) / 384
    let fourth = z * ((((79 * z2 + 776) * z2 + 1482) * z2 - 1920) * z2 - 945) / 92_160
    return z + first / n + second / (n * n) + third / (n * n * n) + fourth / (n * n * n * n)
  }
}
