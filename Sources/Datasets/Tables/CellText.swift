/// What a text looks like that stands where a number was expected.
enum CellText {
  /// `2024-01-05`, perhaps with a time, `5/1/2024`, or what a spreadsheet makes of 1-5: `1-may`.
  static func isDate(_ text: String) -> Bool {
    isStandardDate(text) || isShortDate(text) || CalendarText(text) != nil
  }

  private static func isShortDate(_ text: String) -> Bool {
    guard text.utf8.count <= 12 else { return false }
    return "/.-".contains { mark in
      let parts = text.split(separator: mark, omittingEmptySubsequences: false)
      let numbers = parts.filter { !isMonth($0) }
      guard
        numbers.allSatisfy({
          $0.utf8.allSatisfy(NumberText.isDigit) && [1, 2, 4].contains($0.count)
        })
      else { return false }
      // Two numbers alone are as likely a fraction.
      return parts.count == 2 && numbers.count == 1
        || parts.count == 3 && numbers.count >= 2 && parts[2] == numbers.last && parts[2].count > 1
          && numbers.dropLast().allSatisfy { $0.count < 3 }
    }
  }

  /// Abbreviated, in Spanish or English.
  private static func isMonth(_ text: Substring) -> Bool {
    [
      "ene", "jan", "feb", "mar", "abr", "apr", "may", "jun", "jul", "ago", "aug", "sep", "oct",
      "nov", "dic", "dec",
    ].contains(text.lowercased())
  }

  /// What people and programs write where there is no value, errors of spreadsheets among them.
  static func isMissing(_ text: String) -> Bool {
    if text.hasPrefix("#") { return true }
    let lower = text.lowercased()
    // `--`, `--.-`, `..`: signs alone.
    if (1..<8).contains(lower.utf8.count), lower.allSatisfy({ "-–—.*?_ ".contains($0) }) {
      return true
    }
    return missingWords.contains(lower)
  }

  private static let missingWords: Set<String> = [
    "na", "n/a", "n.a.", "n.a", "nd", "nd.", "n/d", "n.d.", "n.d", "s/d", "s.d.", "s.d", "sd", "ns",
    "null", "(null)", "none", "nil", "\\n", "<na>", "nat", "1.#ind", "-1.#ind", "1.#qnan",
    "missing",
    "unknown", "not available", "no data", "sin dato", "sin datos", "sin información", "no aplica",
    "no disponible", "no especificado", "se desconoce", "desconocido", "faltante", "vacío",
    "(en blanco)", "(blank)", "no sabe", "ns/nc",
  ]

  /// How the dates of a sheet are written here as well.
  private static func isStandardDate(_ text: String) -> Bool {
    let bytes = Array(text.utf8.prefix(11))
    guard bytes.count == 10 || bytes.count == 11 && (bytes[10] == 0x54 || bytes[10] == 0x20) else {
      return false
    }
    return bytes.prefix(10).enumerated().allSatisfy { index, byte in
      index == 4 || index == 7 ? byte == UInt8(ascii: "-") : NumberText.isDigit(byte)
    }
  }

  /// The number and the rest of a text such as `85 lpm`, where the rest is one word that begins like
  /// a unit; nil for anything else.
  static func measure(_ text: String) -> (number: String, unit: String)? {
    var text = text
    return text.withUTF8 { bytes in
      for split in (1..<max(2, min(bytes.count, longest))).reversed() {
        let head = UnsafeBufferPointer(rebasing: bytes[..<min(split, bytes.count)])
        guard NumberCell(head).shape.isNumber else { continue }
        let rest = NumberText.trimmed(UnsafeBufferPointer(rebasing: bytes[head.count...])[...])
        let unit = String(decoding: rest, as: UTF8.self)
        guard isUnit(unit) else { return nil }
        let number = NumberText.trimmed(head[...])
        return (String(decoding: number, as: UTF8.self), unit)
      }
      return nil
    }
  }

  /// How many bytes of a text are looked at for a number.
  private static let longest = 60

  private static func isUnit(_ text: String) -> Bool {
    guard let first = text.first, text.count <= 20 else { return false }
    let opens = first.isLetter || "°%‰€$µ′″".contains(first)
    guard opens, !text.contains(where: \.isWhitespace) else { return false }
    // A broken exponent, a letter for a footnote, O for 0: no number is to be named then.
    let rest = text.dropFirst().drop { "+-^".contains($0) }
    if "eEdDxX×*".contains(first), rest.first?.isNumber == true { return false }
    return text.count > 1 || !"abdeoOiIlz".contains(first)
  }

  /// Whether a unit that is one letter multiplies: thousands or millions, or a unit of that letter.
  static func isMultiplier(_ unit: String) -> Bool { ["k", "K", "M", "MM"].contains(unit) }

  /// `<0.5`, `> 200`, `≤ 1`: the number beyond a limit of detection, and whether it is below.
  static func limit(_ text: String) -> (number: Substring, isBelow: Bool)? {
    for (sign, isBelow) in [
      ("<=", true), (">=", false), ("<", true), (">", false), ("≤", true), ("≥", false),
    ] where text.hasPrefix(sign) {
      return (text.dropFirst(sign.count).drop(while: \.isWhitespace), isBelow)
    }
    return nil
  }

  /// What laboratories write for less than they can measure, without a number.
  static func isTrace(_ text: String) -> Bool {
    [
      "trazas", "traza", "traces", "trace", "no detectable", "not detected", "<ld", "<lod", "<lq",
      "<loq",
    ]
    .contains(text.lowercased())
  }

  /// A number behind a sign of money, an apostrophe, a bracket or a sign of its own.
  static func isDisguised(_ text: String) -> Bool {
    let rest = text.drop { "$€£¥¢'’\"(+-−~≈±= ".contains($0) }
    return rest.count < text.count && rest.first?.isNumber == true
  }

  /// `120/80`: two numbers of up to four digits in one cell.
  static func isPair(_ text: String) -> Bool {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    return parts.count == 2
      && parts.allSatisfy { part in
        let digits = part.drop(while: \.isWhitespace)
        return (1...4).contains(digits.utf8.count) && digits.utf8.allSatisfy(NumberText.isDigit)
      }
  }
}
