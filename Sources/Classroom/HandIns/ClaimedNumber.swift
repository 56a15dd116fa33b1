import Datasets

/// A number that somebody wrote down, and how exactly.
struct ClaimedNumber: Equatable {
  let value: Double
  /// Half a unit of its last digit: what rounding may have taken away.
  let halfUnit: Double

  /// `4.46`, `4,46`, `−3`, `4.46 °F`, `1e-3`; nil for anything else.
  init?(_ text: String) {
    let trimmed = ColumnName.trimmed(text.replacing("\u{2212}", with: "-"))
    let body = trimmed.prefix { "+-.,eE0123456789".contains($0) }
    let rest = trimmed[body.endIndex...]
    // A unit follows after a blank, or is no letter that could be a digit gone wrong.
    guard rest.isEmpty || rest.first?.isWhitespace == true || rest.first == "°" || rest.first == "%"
    else {
      return nil
    }
    var digits = String(body)
    while let last = digits.last, "eE".contains(last) { digits.removeLast() }
    if !digits.contains(".") { digits = digits.replacing(",", with: ".") }
    guard let value = Double(digits), value.isFinite, abs(value) < 1e30 else { return nil }
    self.value = value
    let mantissa = digits.prefix { $0 != "e" && $0 != "E" }
    let fraction = mantissa.split(separator: ".", omittingEmptySubsequences: false)
    let decimals = fraction.count > 1 ? fraction[1].count : 0
    let exponent = Int(digits.dropFirst(mantissa.count + 1)) ?? 0
    var unit = 0.5
    for _ in 0..<min(40, max(0, decimals - exponent)) { unit /= 10 }
    for _ in 0..<min(40, max(0, exponent - decimals)) { unit *= 10 }
    halfUnit = unit
  }
}
