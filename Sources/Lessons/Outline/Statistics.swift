/// Descriptive statistics of a column.
package enum Statistics {
  package static func mean(_ values: [Double]) -> Double? {
    values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
  }

  /// The population standard deviation, divided by n.
  package static func deviation(_ values: [Double]) -> Double? {
    guard let mean = mean(values) else { return nil }
    return (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count))
      .squareRoot()
  }

  /// The sample standard deviation, divided by n - 1, as in pandas.
  package static func sampleDeviation(_ values: [Double]) -> Double? {
    guard values.count > 1, let mean = mean(values) else { return nil }
    return (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1))
      .squareRoot()
  }

  /// Between two of the sorted values linearly, as NumPy and pandas do.
  package static func quantile(_ sorted: [Double], _ share: Double) -> Double {
    let place = share * Double(sorted.count - 1)
    let below = Int(place)
    guard below + 1 < sorted.count else { return sorted[sorted.count - 1] }
    return sorted[below] + (sorted[below + 1] - sorted[below]) * (place - Double(below))
  }

  package static func median(_ values: [Double]) -> Double? {
    guard !values.isEmpty else { return nil }
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }

  /// Half the width of Wilson's 95 % interval of a share of `count` cases, in percentage points; nil
  /// without any. Unlike 1.96 standard errors it is not zero for none or all of few cases.
  package static func margin(_ share: Double, of count: Int) -> Double? {
    guard count > 0 else { return nil }
    let (n, z) = (Double(count), 1.96)
    let variance = share * (1 - share) / n + z * z / (4 * n * n)
    return 100 * z * variance.squareRoot() / (1 + z * z / n)
  }

  /// Pearson's correlation coefficient; nil if a column is constant.
  package static func correlation(_ x: [Double], _ y: [Double]) -> Double? {
    guard let meanX = mean(x), let meanY = mean(y), x.count == y.count,
      let deviationX = deviation(x), let deviationY = deviation(y), deviationX > 0, deviationY > 0
    else { return nil }
    let covariance = zip(x, y).reduce(0) { $0 + ($1.0 - meanX) * ($1.1 - meanY) }
    return covariance / Double(x.count) / deviationX / deviationY
  }
}
