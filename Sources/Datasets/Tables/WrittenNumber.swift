/// The one number of a text that a person wrote into a blank: `31.9`, `4,5 °F`, `≈ 1.8 × 10^3`.
public struct WrittenNumber: Hashable, Sendable {
  /// What the digits can mean, the likelier first: two for `1,234`, else one. All finite.
  public let readings: [Double]
  /// What stands behind it, such as its unit.
  public let rest: String

  /// nil where the text has no number, or more than one.
  ///
  /// - Parameter decimalComma: which of the two readings of `1,234` is the likelier.
  public init?(_ text: String, decimalComma: Bool) {
    let bytes = Array(text.utf8)
    guard let (start, isNegative) = Self.start(bytes) else { return nil }
    var end = Self.end(bytes, from: start)
    while end > start {
      let found = bytes[start..<end].withUnsafeBufferPointer { buffer in
        Self.readings(NumberCell(buffer), decimalComma: decimalComma)
      }
      guard let found else {
        end -= 1
        continue
      }
      var (readings, rest) = (found, Self.text(bytes[end...]))
      if let power = Self.powerOfTen(&rest) { readings = readings.map { $0 * power } }
      if isNegative { readings = readings.map { -$0 } }
      guard readings.allSatisfy(\.isFinite), !Self.hasNumber(rest) else { return nil }
      self.readings = readings
      self.rest = rest
      return
    }
    return nil
  }

  /// Where the first digit or the mark before it stands and whether a minus is in front of it,
  /// behind signs and words that only say "about" or name the quantity (`w = 1.8`).
  private static func start(_ bytes: [UInt8]) -> (Int, isNegative: Bool)? {
    guard let digit = bytes.firstIndex(where: NumberText.isDigit) else { return nil }
    let opening = bytes[..<digit]
    let afterEquals = opening.lastIndex(of: UInt8(ascii: "=")).map { $0 + 1 } ?? 0
    var sign = text(opening[afterEquals...])
    for word in abouts where sign.lowercased().hasPrefix(word) {
      sign = trimmed(String(sign.dropFirst(word.count)))
      break
    }
    let hasMark = sign.last == "." || sign.last == ","
    if hasMark { sign = trimmed(String(sign.dropLast())) }
    guard ["", "+", "-", "\u{2212}", "–"].contains(sign) else { return nil }
    return (hasMark ? digit - 1 : digit, !sign.isEmpty && sign != "+")
  }

  private static let abouts = [
    "≈", "~", "≃", "≅", "aproximadamente", "aprox.", "aprox", "about", "approximately", "approx.",
    "approx", "ca.", "$", ":",
  ]

  /// The end of everything that can belong to a number: digits, marks, blanks between digits and an
  /// exponent.
  private static func end(_ bytes: [UInt8], from start: Int) -> Int {
    var end = start
    while end < bytes.count {
      let byte = bytes[end]
      let isExponent =
        byte | 0x20 == UInt8(ascii: "e") && end + 1 < bytes.count
        && (NumberText.isDigit(bytes[end + 1]) || bytes[end + 1] == UInt8(ascii: "-")
          || bytes[end + 1] == UInt8(ascii: "+"))
      let isPart =
        NumberText.isDigit(byte) || NumberMark(rawValue: byte) != nil || isExponent
        || byte == UInt8(ascii: " ") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "-")
        || byte == UInt8(ascii: "+")
        || [0xc2, 0xa0, 0xe2, 0x80, 0x89, 0xaf, 0x88, 0x92, 0x99]
          .contains(byte)
      guard isPart else { break }
      end += 1
    }
    return end
  }

  private static func readings(_ cell: NumberCell, decimalComma: Bool) -> [Double]? {
    switch cell.shape {
    case .whole: return [cell.value(decimal: .point)]
    case .decimal(let mark, _): return [cell.value(decimal: mark)]
    case .ambiguous:
      let likely: NumberMark = decimalComma ? .comma : .point
      return [cell.value(decimal: likely), cell.value(decimal: likely.other)]
    case .empty, .hexadecimal, .notFinite, .notANumber: return nil
    }
  }

  /// Takes `× 10^3`, `x10-3` or `*10**3` off the front of `rest`.
  private static func powerOfTen(_ rest: inout String) -> Double? {
    var text = rest[...].drop(while: \.isWhitespace)
    guard let times = text.first, "×x*·".contains(times) else { return nil }
    text = text.dropFirst().drop(while: \.isWhitespace)
    guard text.hasPrefix("10") else { return nil }
    text = text.dropFirst(2)
    if text.hasPrefix("**") {
      text = text.dropFirst(2)
    } else if text.first == "^" {
      text.removeFirst()
    }
    var isNegative = false
    if let sign = text.first, "-+\u{2212}".contains(sign) {
      isNegative = sign != "+"
      text.removeFirst()
    }
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard (1...3).contains(digits.count), let size = Int(digits) else { return nil }
    rest = trimmed(String(text.dropFirst(digits.count)))
    return Double("1e\(isNegative ? -size : size)")
  }

  /// Digits that belong to no unit: those of `m2`, `m^-2` and `CO2` do.
  private static func hasNumber(_ rest: String) -> Bool {
    var isUnit = false
    for character in rest {
      if character.isASCII && character.isNumber {
        if !isUnit { return true }
      } else {
        isUnit = character.isLetter || character == "^" || isUnit && "-\u{2212}".contains(character)
      }
    }
    return false
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    trimmed(String(decoding: bytes, as: UTF8.self))
  }

  private static func trimmed(_ text: String) -> String { ColumnName.trimmed(text) }
}
