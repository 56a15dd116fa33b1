import Diagnostics

/// A number with a fixed number of decimals, for exact arithmetic on displayed digits.
struct FixedNumber: Equatable {
  private(set) var units: Int
  private(set) var decimals: Int

  /// `value` rounded to `decimals`; nil for more than 15 digits.
  init?(_ value: Double, decimals: Int) {
    let scaled = value * Self.power(decimals)
    guard scaled.isFinite, scaled.magnitude < 1e15 else { return nil }
    units = Int(scaled.rounded(.toNearestOrAwayFromZero))
    self.decimals = decimals
  }

  /// `value` with its own decimals, at most six.
  init?(exactly value: Double) {
    for decimals in 0...6 {
      guard let number = FixedNumber(value, decimals: decimals) else { return nil }
      if number.value == value {
        self = number
        return
      }
    }
    return nil
  }

  private init(units: Int, decimals: Int) {
    self.units = units
    self.decimals = decimals
  }

  private static func power(_ exponent: Int) -> Double {
    (0..<exponent).reduce(1.0) { result, _ in result * 10 }
  }

  var value: Double { Double(units) / Self.power(decimals) }

  func times(_ other: FixedNumber) -> FixedNumber? {
    let (product, overflow) = units.multipliedReportingOverflow(by: other.units)
    guard !overflow, product.magnitude < 1_000_000_000_000_000 else { return nil }
    return FixedNumber(units: product, decimals: decimals + other.decimals)
  }

  func plus(_ other: FixedNumber) -> FixedNumber? {
    let places = max(decimals, other.decimals)
    guard let a = scaled(to: places), let b = other.scaled(to: places) else { return nil }
    return FixedNumber(units: a + b, decimals: places)
  }

  private func scaled(to places: Int) -> Int? {
    var result = units
    for _ in decimals..<places {
      let (next, overflow) = result.multipliedReportingOverflow(by: 10)
      guard !overflow, next.magnitude < 1_000_000_000_000_000 else { return nil }
      result = next
    }
    return result
  }

  /// The number without trailing zeros.
  var trimmed: FixedNumber {
    var result = self
    while result.decimals > 0, result.units % 10 == 0 {
      result.units /= 10
      result.decimals -= 1
    }
    return result
  }

  func text(_ numbers: NumberStyle) -> String {
    let short = trimmed
    return numbers.string(short.value, decimals: short.decimals)
  }
}

/// The calculation of a line for one input, in digits that are exact as shown: `input * weight =
/// product`, `product + bias = sum`, where `sum` agrees with the prediction to three decimals.
struct Walk {
  /// Mean, deviation and normalized input, for a model that normalizes first.
  private(set) var mean: FixedNumber?
  private(set) var deviation: FixedNumber?
  private(set) var normalized: FixedNumber?
  let weight: FixedNumber
  let product: FixedNumber
  let bias: FixedNumber
  let sum: FixedNumber

  /// Uses the fewest decimals from 3 (4 after a normalization) to 9 that work; nil if none do.
  init?(
    input: Double, weight: Double, bias: Double, prediction: Double,
    normalization: (mean: Double, deviation: Double)? = nil
  ) {
    for decimals in (normalization == nil ? 3 : 4)...9 {
      guard
        let walk = Walk(
          input: input, weight: weight, bias: bias, decimals: decimals,
          normalization: normalization)
      else { continue }
      if FixedNumber(walk.sum.value, decimals: 3) == FixedNumber(prediction, decimals: 3) {
        self = walk
        return
      }
    }
    return nil
  }

  /// With `decimals` for weight and bias. A normalized input and its product are rounded to as
  /// many, like a calculator's display.
  init?(
    input: Double, weight: Double, bias: Double, decimals: Int,
    normalization: (mean: Double, deviation: Double)? = nil
  ) {
    guard let weight = FixedNumber(weight, decimals: decimals),
      let bias = FixedNumber(bias, decimals: decimals)
    else { return nil }
    var product: FixedNumber?
    if let normalization {
      guard let mean = FixedNumber(normalization.mean, decimals: decimals),
        let deviation = FixedNumber(normalization.deviation, decimals: decimals),
        deviation.value != 0,
        let normalized = FixedNumber(
          (input - mean.value) / deviation.value, decimals: decimals)
      else { return nil }
      self.mean = mean
      self.deviation = deviation
      self.normalized = normalized
      product = FixedNumber(normalized.value * weight.value, decimals: decimals)
    } else {
      product = FixedNumber(exactly: input)?.times(weight)
    }
    guard let product, let sum = product.plus(bias) else { return nil }
    self.weight = weight
    self.bias = bias
    self.product = product
    self.sum = sum
  }
}
