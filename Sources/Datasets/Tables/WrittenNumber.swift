/// The one number in a text that a person wrote: `31.9`, `4,5 °F`, `≈ 1.8 × 10^3`.
///
/// Every number that people write is read here: answers, points, grades and maxima.
/// ```swift
/// let number = WrittenNumber("≈ 0.38214 × 10^1 °F", decimalComma: false)
/// number?.readings.first  // value 3.8214, 4 decimals
/// number?.rest            // "°F"
/// ```
public struct WrittenNumber: Hashable, Sendable {
  /// One meaning of the digits.
  public struct Reading: Hashable, Sendable {
    /// Finite.
    public let value: Double
    /// The number of decimals that were written, less the exponent: 2 for `4.46`, 4 for `1.2e-3`,
    /// -9 for `0e9`.
    public let decimals: Int

    public init(value: Double, decimals: Int) {
      self.value = value
      self.decimals = decimals
    }

    /// Half a unit of the last digit written: the most that rounding can have changed.
    public var halfUnit: Double {
      var unit = 0.5
      for _ in 0..<min(300, abs(decimals)) { unit = decimals < 0 ? unit * 10 : unit / 10 }
      return unit
    }
  }

  /// What the digits can mean, the more likely first: two readings for `1,234`, otherwise one.
  public let readings: [Reading]
  /// The text behind the number, such as its unit.
  public let rest: String

  /// Returns nil if the text has no number, or more than one: it is *unreadable*, which is not the
  /// same as not written.
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
      var rest = Self.text(bytes[end...])
      let power = Self.powerOfTen(&rest) ?? 0
      let readings = found.map { reading in
        let size = power == 0 ? reading.value : reading.value * Double("1e\(power)")!
        return Reading(value: isNegative ? -size : size, decimals: reading.decimals - power)
      }
      guard readings.allSatisfy(\.value.isFinite), !Self.hasNumber(rest) else { return nil }
      self.readings = readings
      self.rest = rest
      return
    }
    return nil
  }

  /// The index of the first digit, or of the decimal mark before it, and whether a minus precedes
  /// it. Skips signs and words that say "about" or name the quantity (`w = 1.8`).
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

  /// The end of all bytes that can be part of a number: digits, marks, blanks between digits and an
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

  private static func readings(_ cell: NumberCell, decimalComma: Bool) -> [Reading]? {
    func reading(_ mark: NumberMark) -> Reading {
      Reading(value: cell.value(decimal: mark), decimals: cell.decimals(decimal: mark))
    }
    switch cell.shape {
    case .whole: return [reading(.point)]
    case .decimal(let mark, _): return [reading(mark)]
    case .ambiguous:
      let likely: NumberMark = decimalComma ? .comma : .point
      return [reading(likely), reading(likely.other)]
    case .empty, .hexadecimal, .notFinite, .notANumber: return nil
    }
  }

  /// Removes `× 10^3`, `x10-3` or `*10**3` from the front of `rest` and returns the exponent.
  private static func powerOfTen(_ rest: inout String) -> Int? {
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
    return isNegative ? -size : size
  }

  /// Whether digits remain that are not part of a unit, as those of `m2`, `m^-2` and `CO2` are.
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
