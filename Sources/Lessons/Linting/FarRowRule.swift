/// A row that the others contradict: far off the plane that they lie on.
///
/// For a row i, least squares without it: SSE_i, and its own squared error beyond that by
/// `SSE - SSE_i = r_i^2 / (1 + h_i)` with `r_i` what it is off and `h_i` its leverage. Where the
/// others lie on a plane to the last digit of the target, a row is far that rounding cannot explain.
/// Elsewhere it is one whose `t = sqrt((SSE - SSE_i) / (SSE_i / (n - p - 2)))` comes by chance once in
/// a hundred tables (Bonferroni).
struct FarRowRule {
  let table: LintedTable

  static let inputLimit = 8
  static let rowLimit = 20_000
  /// How many rows of a table are named.
  private static let limit = 3
  /// Rows with the largest errors, which are looked at one by one.
  private static let candidates = 10

  private struct Far {
    let row: Int
    /// What the others say.
    let expected: Double
    /// Whether they say it to the last digit.
    let isExact: Bool
    /// How far from that a value may be and be no surprise.
    let tolerance: Double
  }

  private var column: Int { table.source.inputs.count }

  var advice: [Advice] {
    guard table.training.compile.loss.kind == .numbers, column <= Self.inputLimit,
      table.rowCount <= Self.rowLimit
    else { return [] }
    var rows = Array(0..<table.rowCount)
    var found: [Advice] = []
    let resolution = table.resolution(column)
    while found.count < Self.limit, let far = farthest(of: rows, resolution) {
      found.append(advice(far, resolution))
      rows.removeAll { $0 == far.row }
    }
    return found
  }

  private func fit(_ rows: [Int]) -> (fit: LinearFit, sumOfSquares: Double)? {
    LinearFit.leastSquares(
      inputs: rows.map { table.inputs[$0] }, targets: rows.map { table.targets[$0] }
    ).map { ($0, $0.meanSquaredError * Double(rows.count)) }
  }

  private func farthest(of rows: [Int], _ resolution: Double) -> Far? {
    // Of the others, one more than a plane can go through without an error.
    let freedom = rows.count - column - 2
    guard freedom >= 2, let whole = fit(rows) else { return nil }
    func error(_ row: Int) -> Double { abs(table.targets[row] - whole.fit(table.inputs[row])) }
    // A row with a great leverage draws the plane to itself: few rows are looked at all.
    let suspects =
      rows.count <= 100
      ? rows : Array(rows.sorted { (-error($0), $0) < (-error($1), $1) }.prefix(Self.candidates))
    var best: (row: Int, fit: LinearFit, sumOfSquares: Double)?
    for row in suspects {
      guard let others = fit(rows.filter { $0 != row }) else { continue }
      if others.sumOfSquares < best?.sumOfSquares ?? .infinity {
        best = (row, others.fit, others.sumOfSquares)
      }
    }
    guard let best else { return nil }
    let expected = best.fit(table.inputs[best.row])
    let off = abs(table.targets[best.row] - expected)
    let largest = rows.filter { $0 != best.row }.map {
      abs(table.targets[$0] - best.fit(table.inputs[$0]))
    }.max()!
    // A few scattered rows lie on a plane to a digit by chance: then nothing is known of a law.
    if largest <= 0.6 * resolution {
      let needed = largest <= 1e-6 * resolution ? column + 3 : column + 5
      guard rows.count > needed else { return nil }
      // Half a digit by its own rounding, and what the others' rounding moves the plane.
      guard off > 0.6 * resolution + 1.5 * largest else { return nil }
      return Far(row: best.row, expected: expected, isExact: true, tolerance: resolution)
    }
    let variance = best.sumOfSquares / Double(freedom)
    guard variance > 0, off > 2 * resolution else { return nil }
    let own = max(0, whole.sumOfSquares - best.sumOfSquares)
    let t = (own / variance).squareRoot()
    let critical = Self.critical(count: rows.count, freedom: freedom)
    // Skewed errors and those with long tails have far rows of their own: one that stands alone is
    // well beyond the next one, and far by its logarithm as well.
    guard t > critical, off >= Self.lead * largest,
      isFarByLogarithm(best.row, rows, freedom: freedom, critical: critical)
    else { return nil }
    return Far(
      row: best.row, expected: expected, isExact: false,
      tolerance: 2.5 * off / t)
  }

  /// How many times farther than the next one a row must be among scattered ones.
  private static let lead = 2.5

  /// Whether a row is far off what the logarithms of the others say. There is nothing to ask where
  /// targets are not all above 0, or where the plane tells more of them than of their logarithms.
  private func isFarByLogarithm(
    _ row: Int, _ rows: [Int], freedom: Int, critical: Double
  ) -> Bool {
    guard rows.allSatisfy({ table.targets[$0] > 0 }) else { return true }
    let others = rows.filter { $0 != row }
    func fit(_ rows: [Int], _ value: (Double) -> Double) -> (error: Double, share: Double)? {
      let targets = rows.map { value(table.targets[$0]) }
      let mean = targets.reduce(0, +) / Double(rows.count)
      let spread = targets.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      return LinearFit.leastSquares(inputs: rows.map { table.inputs[$0] }, targets: targets)
        .map { $0.meanSquaredError * Double(rows.count) }.map { ($0, $0 / spread) }
    }
    guard let plain = fit(others, { $0 }), let whole = fit(rows, Self.naturalLogarithm),
      let left = fit(others, Self.naturalLogarithm), left.error > 0,
      left.share < Self.fairness * plain.share
    else { return true }
    let t = (max(0, whole.error - left.error) / (left.error / Double(freedom))).squareRoot()
    return t > 0.8 * critical
  }

  /// How many times more of the spread the plane of the logarithms may leave unsaid.
  private static let fairness = 1.5

  /// Student's t that the largest of `count` exceeds by chance once in a hundred times, about.
  ///
  /// The normal quantile by `z^2 = L - ln(2 pi L)` with `L = -2 ln(0.005 / count)`, and Cornish and
  /// Fisher's expansion of Student's about it.
  static func critical(count: Int, freedom: Int) -> Double {
    let tail = 2 * naturalLogarithm(Double(count) / 0.005)
    let z = (tail - naturalLogarithm(2 * .pi * tail)).squareRoot()
    let n = Double(freedom)
    let z3 = z * z * z
    let z5 = z3 * z * z
    return z + (z3 + z) / (4 * n) + (5 * z5 + 16 * z3 + 3 * z) / (96 * n * n)
  }

  /// Of a number above 0; a few digits, the same everywhere: by halving, then `2 artanh`.
  private static func naturalLogarithm(_ value: Double) -> Double {
    let fraction = value.significand
    let x = (fraction - 1) / (fraction + 1)
    let square = x * x
    let series = 1 + square * (1 / 3 + square * (1 / 5 + square * (1 / 7 + square / 9)))
    return Double(value.exponent) * 0.693_147_180_559_945 + 2 * x * series
  }

  // MARK: What is said

  private func advice(_ far: Far, _ resolution: Double) -> Advice {
    let value = table.targets[far.row]
    let off = Self.rounded(abs(value - far.expected), to: resolution)
    var arguments = [
      "value": table.text(value, column), "off": table.text(off, column),
      "column": LocalizedText(plain: table.names[column]),
      "expected": table.text(Self.rounded(far.expected, to: resolution), column),
    ]
    let meant =
      slip(value, far) ?? (far.isExact ? Self.rounded(far.expected, to: resolution) : nil)
    guard let meant else {
      return Advice(.farRow, lesson: table.lesson, at: table.place(ofRow: far.row), arguments)
    }
    arguments["meant"] = LocalizedText(plain: Decimal.text(meant))
    return Advice(.farRowMeant, lesson: table.lesson, at: table.place(ofRow: far.row), arguments)
  }

  /// The value that a slip of the hand would have made this one of: the decimal mark in another
  /// place, a sign lost, two neighbouring digits exchanged.
  private func slip(_ value: Double, _ far: Far) -> Double? {
    // What stands twice is no slip of the hand.
    guard table.targets.count(where: { $0 == value }) == 1 else { return nil }
    let isWhole = table.resolution(column) == 1
    let digits = Array(Decimal.text(value).utf8)
    var candidates = [-value, value / 10, value * 10, value / 100, value * 100]
    candidates += digits.indices.dropLast().compactMap { index in
      var other = digits
      other.swapAt(index, index + 1)
      return Decimal.number(String(decoding: other, as: UTF8.self))
    }
    // A column of people has no half ones.
    return candidates.filter { !isWhole || $0 == $0.rounded() }.filter {
      $0 != value && abs($0 - far.expected) <= far.tolerance
    }
    .min { abs($0 - far.expected) < abs($1 - far.expected) }
  }

  /// To a power of ten, as a person writes it.
  private static func rounded(_ value: Double, to resolution: Double) -> Double {
    let inverse = (1 / resolution).rounded()
    return (value * inverse).rounded() / inverse
  }
}
