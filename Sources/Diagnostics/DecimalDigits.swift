/// The shortest decimal digits of a finite number: `0.d₀d₁d₂... × 10^(exponent + 1)`.
struct DecimalDigits {
  var isNegative: Bool
  /// Digits as values 0 to 9, the first not 0; empty for zero.
  var digits: [UInt8]
  /// The exponent of the first digit: 3 for 1234.5, -2 for 0.012.
  var exponent: Int

  var isZero: Bool { digits.isEmpty }

  init(_ value: Double) {
    precondition(value.isFinite, "no decimal digits of \(value)")
    isNegative = value < 0
    digits = []
    var point: Int?
    var power = 0
    let text = Array(value.magnitude.description.utf8)
    for (index, byte) in text.enumerated() {
      switch byte {
      case UInt8(ascii: "."): point = digits.count
      case UInt8(ascii: "e"):
        power = Int(String(decoding: text[(index + 1)...], as: UTF8.self)) ?? 0
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        if !text[..<index].contains(UInt8(ascii: "e")) { digits.append(byte - 48) }
      default: break
      }
    }
    exponent = (point ?? digits.count) - 1 + power
    let leading = digits.prefix { $0 == 0 }.count
    digits.removeFirst(leading)
    exponent -= leading
    trim()
  }

  /// Rounds to a number of decimals, half away from zero.
  mutating func round(toDecimals decimals: Int) {
    keep(exponent + 1 + decimals)
  }

  mutating func round(toSignificant count: Int) {
    keep(count)
  }

  private mutating func keep(_ count: Int) {
    guard count < digits.count else { return }
    guard count >= 0 else {
      digits = []
      exponent = 0
      return
    }
    let roundsUp = digits[count] >= 5
    digits.removeSubrange(count...)
    if roundsUp {
      var place = count - 1
      while place >= 0 && digits[place] == 9 {
        digits[place] = 0
        place -= 1
      }
      if place >= 0 {
        digits[place] += 1
      } else {
        digits.insert(1, at: 0)
        exponent += 1
      }
    }
    trim()
  }

  private mutating func trim() {
    while digits.last == 0 { digits.removeLast() }
    if digits.isEmpty { exponent = 0 }
  }

  /// Number of decimals needed to write every digit.
  var neededDecimals: Int { max(0, digits.count - 1 - exponent) }

  var wholePart: String {
    guard !isZero, exponent >= 0 else { return "0" }
    return String(decoding: (0...exponent).map(digit), as: UTF8.self)
  }

  func fraction(_ decimals: Int) -> String {
    String(decoding: (0..<decimals).map { digit(exponent + 1 + $0) }, as: UTF8.self)
  }

  /// The ASCII digit at an index counted from the first digit; `0` outside.
  private func digit(_ place: Int) -> UInt8 {
    !isZero && digits.indices.contains(place) ? digits[place] + 48 : 48
  }
}
