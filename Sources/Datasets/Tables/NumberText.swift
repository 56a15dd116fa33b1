/// The grammar of numbers as people and spreadsheets write them, on UTF-8 bytes.
enum NumberText {
  typealias Bytes = Slice<UnsafeBufferPointer<UInt8>>

  /// Without blanks at either end, no-break and thin ones included.
  static func trimmed(_ cell: Bytes) -> Bytes {
    var rest = cell
    while let first = rest.first {
      if first == 0x20 || first == 0x09 {
        rest = rest.dropFirst()
      } else if let length = blanks.first(where: { rest.starts(with: $0) })?.count {
        rest = rest.dropFirst(length)
      } else {
        break
      }
    }
    while let last = rest.last {
      if last == 0x20 || last == 0x09 {
        rest = rest.dropLast()
      } else if last >= 0x80,
        let length = blanks.first(where: { rest.suffix($0.count).elementsEqual($0) })?.count
      {
        rest = rest.dropLast(length)
      } else {
        break
      }
    }
    return rest
  }

  /// Steps over `+`, `-` or U+2212; whether it was a minus.
  static func skipSign(_ rest: inout Bytes) -> Bool {
    if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") {
      return rest.removeFirst() == UInt8(ascii: "-")
    }
    guard rest.starts(with: minus) else { return false }
    rest = rest.dropFirst(minus.count)
    return true
  }

  /// A signed whole number of at most four digits; nil for anything else.
  static func integer(_ bytes: Bytes) -> Int? {
    var rest = bytes
    let isNegative = skipSign(&rest)
    guard (1...4).contains(rest.count), rest.allSatisfy(isDigit) else { return nil }
    let size = rest.reduce(0) { $0 * 10 + Int($1 - 48) }
    return isNegative ? -size : size
  }

  /// A mantissa and its power of ten: `1.5e3`, Fortran's `1.5D+03`, `1.5 x10^3`; nil for anything
  /// without one.
  static func scientific(_ body: Bytes) -> (mantissa: Bytes, power: Int)? {
    guard let place = body.firstIndex(where: { !isDigit($0) && !isMantissa($0) }) else {
      return nil
    }
    let mantissa = trimmed(body[..<place])
    guard mantissa.contains(where: isDigit) else { return nil }
    let rest = body[place...]
    switch rest[place] | 0x20 {
    case UInt8(ascii: "e"):
      return integer(rest.dropFirst()).map { (mantissa, $0) }
    case UInt8(ascii: "d"):
      // `1D3` may be a name; a sign or a decimal mark makes it Fortran's.
      let sign = rest.dropFirst().first
      let isFortran =
        sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-")
        || mantissa.contains { NumberMark(rawValue: $0) != nil }
      return isFortran ? integer(rest.dropFirst()).map { (mantissa, $0) } : nil
    default: return powerOfTen(rest).map { (mantissa, $0) }
    }
  }

  private static func isMantissa(_ byte: UInt8) -> Bool {
    NumberMark(rawValue: byte) != nil || byte == UInt8(ascii: " ")
  }

  /// The power of `x10^3`, `× 10^-3`, `*10**3`; a power needs its mark, because `x103` may be a name.
  private static func powerOfTen(_ text: Bytes) -> Int? {
    guard let times = timesSigns.first(where: { text.starts(with: $0) }) else { return nil }
    var rest = trimmed(text.dropFirst(times.count))
    guard rest.starts(with: "10".utf8) else { return nil }
    rest = rest.dropFirst(2)
    guard let mark = ["**", "^"].first(where: { rest.starts(with: $0.utf8) }) else { return nil }
    return integer(rest.dropFirst(mark.utf8.count))
  }

  private static let timesSigns: [[UInt8]] = [
    Array("x".utf8), Array("X".utf8), Array("*".utf8), Array("\u{d7}".utf8), Array("\u{b7}".utf8),
  ]

  /// What digits and marks without sign and exponent are.
  static func shape(of body: Bytes) -> NumberShape {
    var runs = Runs()
    var index = body.startIndex
    while index < body.endIndex {
      let byte = body[index]
      if isDigit(byte) {
        runs.length += 1
        index += 1
      } else if let mark = NumberMark(rawValue: byte) {
        runs.end(with: mark)
        index += 1
      } else if let length = groupMarkLength(body[index...]) {
        runs.end(with: nil)
        index += length
      } else {
        return .notANumber
      }
    }
    return runs.shape(startsWithZero: body.first == UInt8(ascii: "0"))
  }

  /// Texts that programs write in place of a number.
  static func word(_ cell: Bytes) -> NumberShape {
    var rest = cell
    _ = skipSign(&rest)
    let letters = rest.prefix(9).map { $0 | 0x20 }
    if letters.count > 2, letters[0] == 0x30, letters[1] == UInt8(ascii: "x") {
      return .hexadecimal
    }
    let isNotFinite = ["nan", "inf", "infinity", "infinito"].contains {
      letters.elementsEqual($0.utf8)
    }
    return isNotFinite ? .notFinite : .notANumber
  }

  static func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }

  private static let minus: [UInt8] = [0xe2, 0x88, 0x92]
  private static let noBreakSpace: [UInt8] = [0xc2, 0xa0]
  private static let thinSpace: [UInt8] = [0xe2, 0x80, 0x89]
  private static let narrowNoBreakSpace: [UInt8] = [0xe2, 0x80, 0xaf]
  private static let typographicApostrophe: [UInt8] = [0xe2, 0x80, 0x99]
  private static let blanks = [noBreakSpace, thinSpace, narrowNoBreakSpace]

  /// The length of a sign that groups thousands and is never a decimal mark.
  private static func groupMarkLength(_ rest: Bytes) -> Int? {
    guard let first = rest.first else { return nil }
    if first == UInt8(ascii: " ") || first == UInt8(ascii: "'") { return 1 }
    guard first >= 0x80 else { return nil }
    return (blanks + [typographicApostrophe]).first { rest.starts(with: $0) }?.count
  }
}

/// The lengths of the runs of digits between marks, as far as they tell what the marks are.
private struct Runs {
  /// Of the run that has not ended.
  var length = 0
  private var first = 0
  /// Whether every run between two marks has three digits.
  private var areGroups = true
  private var points = 0
  private var commas = 0
  private var others = 0
  private var last: NumberMark?

  /// Ends the run; nil is a mark that can only group.
  mutating func end(with mark: NumberMark?) {
    if marks == 0 { first = length } else if length != 3 { areGroups = false }
    switch mark {
    case .point: points += 1
    case .comma: commas += 1
    case nil: others += 1
    }
    last = mark
    length = 0
  }

  private var marks: Int { points + commas + others }

  func shape(startsWithZero: Bool) -> NumberShape {
    guard marks > 0 else { return length > 0 ? .whole(isGrouped: false) : .notANumber }
    let canGroup = areGroups && (1...3).contains(first)
    guard let last else {
      return canGroup && length == 3 && points + commas == 0
        ? .whole(isGrouped: true) : .notANumber
    }
    let count = last == .point ? points : commas
    if count > 1 {
      return canGroup && length == 3 && marks == count
        ? .decimal(last.other, isGrouped: true) : .notANumber
    }
    if marks > 1 {
      let isOneKind = others == 0 || points + commas == 1
      return canGroup && isOneKind && length > 0
        ? .decimal(last, isGrouped: true) : .notANumber
    }
    guard first + length > 0, length > 0 || last == .point else { return .notANumber }
    let isAmbiguous = length == 3 && (1...3).contains(first) && !startsWithZero
    return isAmbiguous ? .ambiguous(last) : .decimal(last, isGrouped: false)
  }
}
