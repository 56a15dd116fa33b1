/// The number format of a language and region, used by figures, prose and messages alike.
///
/// Example: `NumberStyle.mexican.significant(1234.5678)` is `1,235`.
///
/// Rounding is decimal, half away from zero, on the shortest digits that identify the value: the
/// same as rounding the printed number by hand. Nothing depends on the machine's locale.
public struct NumberStyle: Hashable, Sendable {
  public var decimalMark: String
  public var groupingMark: String
  /// The space between a number and its percent sign.
  public var percentSpace: String

  /// U+2212, with the width of a digit and the height of a plus sign.
  public static let minus = "\u{2212}"

  public static let english = NumberStyle(decimalMark: ".", groupingMark: ",", percentSpace: "")
  /// Mexican Spanish: 1,234.5.
  public static let mexican = NumberStyle(decimalMark: ".", groupingMark: ",", percentSpace: "")
  /// Spanish in Spain: 1.234,5.
  public static let spanish = NumberStyle(
    decimalMark: ",", groupingMark: ".", percentSpace: "\u{A0}")

  public init(decimalMark: String, groupingMark: String, percentSpace: String) {
    self.decimalMark = decimalMark
    self.groupingMark = groupingMark
    self.percentSpace = percentSpace
  }

  /// The style in which `1,234.5%` was written, with other marks; nil if it is another number.
  public init?(example: String) {
    let parts = example.split(omittingEmptySubsequences: false) { "12345%".contains($0) }
    guard example.filter({ "12345%".contains($0) }) == "12345%", example.last == "%",
      parts[2].isEmpty, parts[3].isEmpty, parts[0].isEmpty, !parts[4].isEmpty
    else { return nil }
    self.init(
      decimalMark: String(parts[4]), groupingMark: String(parts[1]), percentSpace: String(parts[5]))
  }

  /// An integer with digit groups: 60,000.
  public func string(_ value: Int) -> String {
    let digits = String(value.magnitude)
    return (value < 0 ? Self.minus : "") + grouped(digits)
  }

  /// `value` with exactly `decimals` decimals; a value that rounds to zero has no sign.
  ///
  /// NaN is written `–`, infinities `∞` and `−∞`.
  public func string(_ value: Double, decimals: Int) -> String {
    guard value.isFinite else { return special(value) }
    var digits = DecimalDigits(value)
    digits.round(toDecimals: decimals)
    return write(digits, decimals: decimals)
  }

  /// `value` to `count` significant digits without trailing zeros. Digits before the decimal mark
  /// are never rounded away; very small and very large values are written as 1.5 × 10⁻⁷.
  public func significant(_ value: Double, digits count: Int = 4) -> String {
    guard value.isFinite else { return special(value) }
    guard value != 0 else { return "0" }
    var digits = DecimalDigits(value)
    let isWhole = value.rounded() == value && value.magnitude < 1e15
    if isWhole { return write(digits, decimals: 0) }
    digits.round(toSignificant: count)
    guard digits.exponent >= -4, digits.exponent < 7 else {
      return scientific(value, digits: count)
    }
    digits = DecimalDigits(value)
    digits.round(toDecimals: max(0, count - 1 - digits.exponent))
    return write(digits, decimals: digits.neededDecimals)
  }

  /// `value` as 1.234 × 10⁻⁵, to `count` significant digits without trailing zeros.
  public func scientific(_ value: Double, digits count: Int = 4) -> String {
    guard value.isFinite else { return special(value) }
    guard value != 0 else { return "0" }
    var digits = DecimalDigits(value)
    digits.round(toSignificant: count)
    var mantissa = digits
    mantissa.exponent = 0
    let factor = write(mantissa, decimals: mantissa.neededDecimals)
    return "\(factor) × 10\(superscript(digits.exponent))"
  }

  /// A fraction as a percentage: 0.891 with one decimal is 89.1%.
  public func percent(_ fraction: Double, decimals: Int = 1) -> String {
    guard fraction.isFinite else { return special(fraction) }
    var digits = DecimalDigits(fraction)
    digits.exponent += 2
    digits.round(toDecimals: decimals)
    return write(digits, decimals: decimals) + percentSpace + "%"
  }

  /// A part of a whole as a percentage: `<1%` for what is not nothing, `>99.9%` for what is not all.
  ///
  /// - Parameter decimals: 0 or 1.
  public func share(_ value: Double, decimals: Int) -> String {
    let text = percent(value, decimals: decimals)
    let least = decimals == 0 ? 0.01 : 0.001
    if value > 0, text == percent(0, decimals: decimals) {
      return "<" + percent(least, decimals: decimals)
    }
    if value < 1, text == percent(1, decimals: decimals) {
      return ">" + percent(1 - least, decimals: decimals)
    }
    return text
  }

  /// A power of ten as 10⁻³, the plain number between 0.001 and 10,000.
  public func power(ofTen exponent: Int) -> String {
    if (0...4).contains(exponent) { return grouped("1" + String(repeating: "0", count: exponent)) }
    if (-3 ... -1).contains(exponent) {
      return "0" + decimalMark + String(repeating: "0", count: -exponent - 1) + "1"
    }
    return "10" + superscript(exponent)
  }

  private func special(_ value: Double) -> String {
    value.isNaN ? "–" : value < 0 ? Self.minus + "∞" : "∞"
  }

  private func write(_ number: DecimalDigits, decimals: Int) -> String {
    var text = number.isNegative && !number.isZero ? Self.minus : ""
    text += grouped(number.wholePart)
    if decimals > 0 { text += decimalMark + number.fraction(decimals) }
    return text
  }

  private func grouped(_ digits: String) -> String {
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0 && (digits.utf8.count - index) % 3 == 0 { result += groupingMark }
      result.append(digit)
    }
    return result
  }

  private func superscript(_ value: Int) -> String {
    let signs: [Character] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
    let digits = String(value.magnitude).utf8.map { signs[Int($0 - 48)] }
    return (value < 0 ? "⁻" : "") + String(digits)
  }
}
