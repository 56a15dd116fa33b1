import Diagnostics
import Drawing
import Glibc

extension FigureContext {
  /// A range in four significant digits; one number if both ends look the same.
  func span(_ range: ClosedRange<Double>, unit: String? = nil) -> String {
    func quantity(_ text: String) -> String { unit.map { "\(text) \($0)" } ?? text }
    let (low, high) = (number(range.lowerBound), number(range.upperBound))
    return low == high
      ? quantity(high) : phrase("range", ["from": low, "to": quantity(high)])
  }

  /// The range of values, both ends with as many decimals as distinguish them, or with their own if
  /// they are far apart; one number if they differ only by Float rounding.
  func range(_ values: [Double], unit: String?) -> String {
    guard let range = Extent.range(values) else { return "–" }
    func quantity(_ text: String) -> String { unit.map { "\(text) \($0)" } ?? text }
    let (low, high) = (range.lowerBound, range.upperBound)
    let size = max(low.magnitude, high.magnitude)
    guard high - low > 1e-6 * size else { return quantity(number(high)) }
    // A common number of decimals would round a small end to zero.
    let small = min(low.magnitude, high.magnitude)
    guard small == 0 || small >= size / 1000 else {
      return phrase("range", ["from": number(low), "to": quantity(number(high))])
    }
    let digits = (4...7).first {
      numbers.significant(low, digits: $0) != numbers.significant(high, digits: $0)
    }
    let decimals = (digits ?? 7) - 1 - Int(log10(size).rounded(.down))
    let texts = [low, high].map { value in
      (0...8).contains(decimals)
        ? numbers.string(value, decimals: decimals)
        : numbers.significant(value, digits: digits ?? 7)
    }
    return phrase("range", ["from": texts[0], "to": quantity(texts[1])])
  }

  /// Four significant digits, in scientific form if there are many digits before the decimal mark.
  func shortNumber(_ value: Double) -> String {
    value.magnitude < 1e7 ? number(value) : numbers.scientific(value)
  }

  /// `1.798 x + 31.95`.
  func equation(_ slope: Double, _ intercept: Double) -> String {
    let sign = intercept < 0 ? NumberStyle.minus : "+"
    return "\(number(slope)) x \(sign) \(number(intercept.magnitude))"
  }
}
