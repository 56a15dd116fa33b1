import Datasets
import Diagnostics

/// Points or a grade, kept exactly as a whole number of thousandths.
///
/// Sums of points are exact, and a grade is rounded once, half up:
/// ```swift
/// let whole = Points(thousandths: 100_000)
/// Points(thousandths: 59_500).scaled(from: whole, to: Points(thousandths: 10_000), decimals: 1)
/// // 6.0: in binary arithmetic, 59.5 / 100 * 10 rounds to 5.9
/// ```
public struct Points: Hashable, Comparable, Sendable {
  public var thousandths: Int

  public static let zero = Points(thousandths: 0)
  /// The most decimals that points and grades can have.
  public static let decimals = 3
  /// No points and no maximum of a list is larger.
  static let limit = 1_000_000.0

  public init(thousandths: Int) {
    self.thousandths = thousandths
  }

  /// Returns nil if `value` is not a whole number of thousandths, or is beyond `limit`.
  public init?(_ value: Double) {
    guard abs(value) <= Self.limit else { return nil }
    let thousandths = (value * 1_000).rounded()
    guard thousandths / 1_000 == value else { return nil }
    self.thousandths = Int(thousandths)
  }

  /// The readings of a text that has a number and nothing else; empty if it is unreadable.
  ///
  /// - Parameter decimalComma: which of the two readings of `1,234` comes first.
  static func readings(_ text: String, decimalComma: Bool = false) -> [Points] {
    guard let number = WrittenNumber(text, decimalComma: decimalComma), number.rest.isEmpty else {
      return []
    }
    return number.readings.compactMap { Points($0.value) }
  }

  public var value: Double { Double(thousandths) / 1_000 }

  /// The number of decimals without trailing zeros.
  var neededDecimals: Int {
    if thousandths % 1_000 == 0 { return 0 }
    return thousandths % 100 == 0 ? 1 : thousandths % 10 == 0 ? 2 : 3
  }

  /// All digits, in the style of the page's language.
  func text(_ numbers: NumberStyle) -> String {
    numbers.string(value, decimals: neededDecimals)
  }

  public static func < (left: Points, right: Points) -> Bool {
    left.thousandths < right.thousandths
  }

  public static func + (left: Points, right: Points) -> Points {
    Points(thousandths: left.thousandths + right.thousandths)
  }

  /// These points out of `whole`, on a scale from 0 to `maximum`: one division, rounded once to
  /// `decimals` decimals, half up. More than `whole` counts as `whole`, less than 0 as 0.
  ///
  /// Precondition: `whole` is positive, `decimals` is in 0...3.
  func scaled(from whole: Points, to maximum: Points, decimals: Int) -> Points {
    precondition(
      whole > .zero && 0...Self.decimals ~= decimals, "\(whole.thousandths), \(decimals) decimals")
    var unit = Int128(1)
    for _ in decimals..<Self.decimals { unit *= 10 }
    let part = Int128(min(max(self, .zero), whole).thousandths) * Int128(maximum.thousandths)
    // floor(part / (whole * unit) + 1/2)
    let divisor = 2 * Int128(whole.thousandths) * unit
    let units = (2 * part + Int128(whole.thousandths) * unit) / divisor
    return Points(thousandths: Int(units * unit))
  }
}

extension Sequence<Points> {
  func sum() -> Points { reduce(.zero, +) }
}
