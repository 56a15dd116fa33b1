extension LinearFit {
  /// The least-squares fit of `targets` by a linear function of `inputs`, one row each; nil where
  /// there is no unique one (too few rows, a constant column, columns that depend on each other).
  ///
  /// Columns are centred and scaled to unit length, then orthogonalised one after the other (modified
  /// Gram and Schmidt), in Double: the same digits as numpy's `lstsq` to about 1e-12 for the tables
  /// of a class.
  static func leastSquares(inputs: [[Double]], targets: [Double]) -> LinearFit? {
    let rows = targets.count
    guard let width = inputs.first?.count, rows > width else { return nil }
    let means = (0..<width).map { column in
      inputs.reduce(0) { $0 + $1[column] } / Double(rows)
    }
    var residuals = centred(targets)
    var basis: [[Double]] = []
    // Row k: what later columns have of basis vector k; on the diagonal its own length.
    var triangle = [[Double]](repeating: [Double](repeating: 0, count: width), count: width)
    var scales: [Double] = []
    var projections: [Double] = []
    for column in 0..<width {
      var vector = inputs.map { $0[column] - means[column] }
      let scale = dot(vector, vector).squareRoot()
      guard scale > 0, scale.isFinite else { return nil }
      scales.append(scale)
      for index in vector.indices { vector[index] /= scale }
      for (other, direction) in basis.enumerated() {
        let share = dot(direction, vector)
        triangle[other][column] = share
        subtract(share, direction, from: &vector)
      }
      let length = dot(vector, vector).squareRoot()
      guard length > 1e-10 else { return nil }
      triangle[column][column] = length
      for index in vector.indices { vector[index] /= length }
      let share = dot(vector, residuals)
      subtract(share, vector, from: &residuals)
      projections.append(share)
      basis.append(vector)
    }
    var coefficients = [Double](repeating: 0, count: width)
    for row in stride(from: width - 1, through: 0, by: -1) {
      var value = projections[row]
      for column in row + 1..<width { value -= triangle[row][column] * coefficients[column] }
      coefficients[row] = value / triangle[row][row]
    }
    for column in 0..<width { coefficients[column] /= scales[column] }
    let targetMean = targets.reduce(0, +) / Double(rows)
    let intercept = zip(coefficients, means).reduce(targetMean) { $0 - $1.0 * $1.1 }
    var fit = LinearFit(coefficients: coefficients, intercept: intercept, meanSquaredError: 0)
    fit.meanSquaredError =
      zip(inputs, targets).reduce(0) { sum, pair in
        let error = fit(pair.0) - pair.1
        return sum + error * error
      } / Double(rows)
    return fit.meanSquaredError.isFinite ? fit : nil
  }

  private static func centred(_ values: [Double]) -> [Double] {
    let mean = values.reduce(0, +) / Double(values.count)
    return values.map { $0 - mean }
  }

  private static func dot(_ left: [Double], _ right: [Double]) -> Double {
    var sum = 0.0
    for index in left.indices { sum += left[index] * right[index] }
    return sum
  }

  private static func subtract(
    _ factor: Double, _ direction: [Double], from vector: inout [Double]
  ) {
    for index in vector.indices { vector[index] -= factor * direction[index] }
  }
}
