/// The two signs that divide whole from parts in one place and group thousands in another.
public enum NumberMark: UInt8, Hashable, Codable, Sendable {
  case point = 0x2e
  case comma = 0x2c

  var other: NumberMark { self == .point ? .comma : .point }
}

/// What the text of a cell can be as a number.
enum NumberShape: Equatable {
  case empty
  /// Digits, perhaps grouped by signs that group nowhere else; also what a spreadsheet keeps as a
  /// number, which says nothing about how people write theirs.
  case whole(isGrouped: Bool)
  /// No other reading: `1,5`, `0.125`, `1.234,5`, `1,234,567`.
  case decimal(NumberMark, isGrouped: Bool)
  /// One to three digits, a mark, three digits: `1,234`.
  case ambiguous(NumberMark)
  case hexadecimal
  case notFinite
  case notANumber
}

/// Reads a cell's bytes as a number of either convention.
struct NumberCell {
  private var isNegative = false
  /// Digits and marks up to the exponent.
  private var body: Slice<UnsafeBufferPointer<UInt8>>
  private var exponent = 0
  /// Written by a spreadsheet's program, with a decimal point.
  private let isStored: Bool
  private(set) var shape = NumberShape.empty

  /// No number has more bytes than this; what is longer is not looked at.
  private static let lengthLimit = 400

  init(_ cell: UnsafeBufferPointer<UInt8>, isStored: Bool = false) {
    self.isStored = isStored
    guard cell.count <= Self.lengthLimit else {
      body = cell[..<0]
      shape = .notANumber
      return
    }
    let whole = NumberText.trimmed(cell[...])
    body = whole
    guard !whole.isEmpty else { return }
    isNegative = NumberText.skipSign(&body)
    if let (mantissa, power) = NumberText.scientific(body) {
      exponent = power
      body = mantissa
      shape = NumberText.shape(of: body)
      if case .ambiguous(let mark) = shape { shape = .decimal(mark, isGrouped: false) }
    } else {
      shape = NumberText.shape(of: body)
    }
    if shape == .notANumber { shape = NumberText.word(whole) }
    if isStored, shape.isNumber { shape = .whole(isGrouped: false) }
  }

  /// The number, if `decimal` is the decimal mark; not finite where it is too large for a Double.
  func value(decimal mark: NumberMark) -> Double {
    let decimal = isStored ? NumberMark.point : mark
    var mantissa: UInt64 = 0
    var digits = 0
    var scale = 0
    var isFraction = false
    for byte in body {
      if byte &- 48 < 10 {
        if mantissa > 0 || byte != 48 { digits += 1 }
        if digits <= 19 { mantissa = mantissa &* 10 &+ UInt64(byte &- 48) }
        if isFraction { scale -= 1 }
      } else if byte == decimal.rawValue {
        isFraction = true
      }
    }
    scale += exponent
    // Both are exact in a Double, so their product or quotient is the nearest one.
    if digits <= 19, mantissa < 1 << 53, abs(scale) <= 22 {
      let power = Self.powers[abs(scale)]
      let size = scale < 0 ? Double(mantissa) / power : Double(mantissa) * power
      return isNegative ? -size : size
    }
    return slowValue(decimal: decimal)
  }

  /// The number of digits behind `decimal`, less the exponent.
  func decimals(decimal mark: NumberMark) -> Int {
    let fraction = body.lastIndex(of: mark.rawValue).map { body[$0...].dropFirst() }
    return (fraction?.count(where: NumberText.isDigit) ?? 0) - exponent
  }

  private func slowValue(decimal: NumberMark) -> Double {
    var text: [UInt8] = isNegative ? [UInt8(ascii: "-")] : []
    for byte in body {
      if byte &- 48 < 10 { text.append(byte) }
      if byte == decimal.rawValue { text.append(UInt8(ascii: ".")) }
    }
    return Double(String(decoding: text, as: UTF8.self) + "e\(exponent)") ?? .nan
  }

  private static let powers: [Double] = (0...22).reduce(into: [1]) { powers, index in
    if index > 0 { powers.append(powers[index - 1] * 10) }
  }
}
