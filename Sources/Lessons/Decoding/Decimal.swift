/// The decimal numbers of lesson files: `-12.5`, `.5`, `1e-3`. No hexadecimal digits, no infinity.
enum Decimal {
  /// The value of `text`, or nil where it is no such number.
  static func number(_ text: String) -> Double? {
    var rest = Substring(text).utf8
    skipSign(&rest)
    let whole = skipDigits(&rest)
    var fraction = 0
    if rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      fraction = skipDigits(&rest)
    }
    guard whole + fraction > 0 else { return nil }
    if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
      rest.removeFirst()
      skipSign(&rest)
      guard skipDigits(&rest) > 0 else { return nil }
    }
    return rest.isEmpty ? Double(text) : nil
  }

  static func isInteger(_ text: String) -> Bool {
    var rest = Substring(text).utf8
    skipSign(&rest)
    return skipDigits(&rest) > 0 && rest.isEmpty
  }

  /// Whether only a comma for the decimal point keeps `text` from being a number.
  static func hasDecimalComma(_ text: String) -> Bool {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    return parts.count == 2 && number(parts.joined(separator: ".")) != nil
  }

  /// As a person writes it: whole numbers without `.0`.
  static func text(_ value: Double) -> String {
    let text = String(value)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  private static func skipSign(_ rest: inout Substring.UTF8View) {
    if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest.removeFirst() }
  }

  @discardableResult
  private static func skipDigits(_ rest: inout Substring.UTF8View) -> Int {
    let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    rest.removeFirst(digits.count)
    return digits.count
  }
}
