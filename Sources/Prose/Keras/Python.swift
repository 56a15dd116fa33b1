/// Writes Python source.
package enum Python {
  /// A string literal in double quotes, escaped so that nothing in `text` can end it.
  package static func string(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\\\"
      case "\"": result += "\\\""
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        let digits = String(scalar.value, radix: 16)
        result += "\\x" + (digits.count < 2 ? "0" : "") + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// A float as Python prints it: `100.0`, `1e-07`.
  static func float(_ value: some BinaryFloatingPoint & CustomStringConvertible) -> String {
    let digits = ShortDigits(value)
    let isPlain = value == 0 || (value.magnitude >= 1e-4 && value.magnitude < 1e16)
    return isPlain
      ? digits.positional(minimumFraction: 1) : digits.scientific(fraction: nil, exponentDigits: 2)
  }

  /// A number as in a list typed by hand: `-40`, `46.4`.
  package static func literal(_ value: Double) -> String {
    let text = float(value)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// `name` as a valid identifier that is neither a keyword nor in `taken`.
  static func identifier(_ name: String, taken: Set<String>) -> String {
    var result = String(
      String.UnicodeScalarView(name.unicodeScalars.map { $0.isWordASCII ? $0 : "_" }))
    if result.allSatisfy({ $0 == "_" }) || result.first?.isNumber == true { result = "x" + result }
    var number = 1
    let base = result
    while keywords.contains(result) || taken.contains(result) {
      number += 1
      result = "\(base)_\(number)"
    }
    return result
  }

  private static let keywords: Set<String> = [
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue",
    "def", "del", "elif", "else", "except", "finally", "for", "from", "global", "if", "import",
    "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while",
    "with", "yield", "print", "float", "len", "str", "int", "round", "list", "range",
  ]
}
