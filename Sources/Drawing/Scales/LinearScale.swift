import Diagnostics
import Glibc

/// A linear scale with matplotlib's ticks.
public struct LinearScale: Scale {
  public let lower: Double
  public let upper: Double
  /// Labels in percent.
  public var isPercent = false

  /// Precondition: the bounds are finite and different.
  public init(_ lower: Double, _ upper: Double) {
    precondition(
      lower.isFinite && upper.isFinite && lower < upper, "a scale from \(lower) to \(upper)")
    self.lower = lower
    self.upper = upper
  }

  /// A scale that includes `values` with a margin of 5 % on each side; a single value is centred.
  ///
  /// - Parameter sticksToZero: adds no margin beyond zero if `values` ends there, as for bars.
  public init(
    holding values: ClosedRange<Double>, margin: Double = 0.05, sticksToZero: Bool = false
  ) {
    var lower = values.lowerBound
    var upper = values.upperBound
    // matplotlib's `nonsingular`: widens a range too narrow for its digits by 5 %.
    if upper - lower <= max(lower.magnitude, upper.magnitude) * 1e-13 {
      let spread = max(lower.magnitude, upper.magnitude) * 0.05
      lower -= spread == 0 ? 0.05 : spread
      upper += spread == 0 ? 0.05 : spread
    }
    let room = (upper / 2 - lower / 2) * 2 * margin
    let limit = Double.greatestFiniteMagnitude / 4
    self.init(
      sticksToZero && lower == 0 ? 0 : max(lower - room, -limit),
      sticksToZero && upper == 0 ? 0 : min(upper + room, limit))
  }

  public func fraction(_ value: Double) -> Double? {
    guard value.isFinite else { return nil }
    return (value - lower) / (upper - lower)
  }

  /// Multiples of 1, 2, 2.5 or 5 times a power of ten, all with the same number of decimals
  /// (matplotlib's `MaxNLocator` and `ScalarFormatter`).
  public func ticks(atMost count: Int, _ numbers: NumberStyle) -> Ticks {
    var step = TickStep(atLeast: (upper - lower) / Double(max(1, count)))
    var multiples = step.multiples(from: lower, through: upper)
    while multiples.count < 2, let finer = step.finer {
      step = finer
      multiples = step.multiples(from: lower, through: upper)
    }
    let values = multiples.map(step.value)
    let largest = values.map(\.magnitude).max() ?? 0
    if isPercent {
      let decimals = max(0, step.decimals - 2)
      return Ticks(values.map { Tick($0, numbers.percent($0, decimals: decimals)) })
    }
    guard largest >= 1e7 || (largest < 1e-4 && largest > 0) else {
      return Ticks(values.map { Tick($0, numbers.string($0, decimals: step.decimals)) })
    }
    let power = Int(log10(largest).rounded(.down))
    let decimals = max(0, step.exactDecimals + power)
    let scaled = multiples.map {
      Tick(step.value($0), numbers.string(step.scaled($0, by: -power), decimals: decimals))
    }
    return Ticks(scaled, factor: "× " + numbers.power(ofTen: power))
  }
}

/// A distance between ticks: 1, 2, 2.5 or 5 times a power of ten, stored as integers.
struct TickStep: Hashable {
  /// 10, 20, 25 or 50.
  private var tenths: Int
  private var exponent: Int

  init(atLeast step: Double) {
    exponent = Int(log10(max(step, .leastNormalMagnitude * 1e20)).rounded(.down))
    tenths = 10
    for candidate in [(10, 0), (20, 0), (25, 0), (50, 0), (10, 1), (20, 1)] {
      let size = Self.times(Double(candidate.0) / 10, tenTo: exponent + candidate.1)
      if size >= step * (1 - 1e-10) {
        tenths = candidate.0
        exponent += candidate.1
        return
      }
    }
  }

  /// The next smaller step.
  var finer: TickStep? {
    var result = self
    switch tenths {
    case 50: result.tenths = 25
    case 25: result.tenths = 20
    case 20: result.tenths = 10
    default:
      result.tenths = 50
      result.exponent -= 1
    }
    return result.exponent > -300 ? result : nil
  }

  /// Number of decimals that represents every multiple exactly; negative for multiples of tens.
  var exactDecimals: Int { (tenths == 25 ? 1 : 0) - exponent }

  var decimals: Int { max(0, exactDecimals) }

  func multiples(from lower: Double, through upper: Double) -> [Int] {
    let size = value(1)
    let slack = 1e-9
    let first = (lower / size - slack).rounded(.up)
    let last = (upper / size + slack).rounded(.down)
    guard first.magnitude < 1e15, last.magnitude < 1e15, first <= last, last - first < 1000 else {
      return []
    }
    return Array(Int(first)...Int(last))
  }

  func value(_ multiple: Int) -> Double { scaled(multiple, by: 0) }

  /// `multiple` times the step times a power of ten, rounded once.
  func scaled(_ multiple: Int, by power: Int) -> Double {
    Self.times(Double(multiple * tenths), tenTo: exponent - 1 + power)
  }

  private static func times(_ factor: Double, tenTo exponent: Int) -> Double {
    Double("\(factor)e\(exponent)") ?? factor * pow(10, Double(exponent))
  }
}
