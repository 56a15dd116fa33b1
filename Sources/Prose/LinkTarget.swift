/// The part after the `]` of an inline link or image: `(destination "title")`.
struct LinkTarget {
  /// A longer destination or title is treated as text.
  static let lengthLimit = 1_000

  private(set) var url = ""
  private(set) var title: String?
  /// Index after the closing parenthesis.
  private(set) var end: Int

  private let text: [Unicode.Scalar]

  init?(in text: [Unicode.Scalar], at start: Int) {
    guard start < text.count, text[start] == "(" else { return nil }
    self.text = text
    end = start + 1
    skipSpace()
    guard let url = destination() else { return nil }
    self.url = url
    let before = end
    skipSpace()
    if end > before, end < text.count, let close = Self.closing(text[end]) {
      guard let title = quoted(until: close) else { return nil }
      self.title = title
      skipSpace()
    }
    guard end < text.count, text[end] == ")" else { return nil }
    end += 1
  }

  /// Whether it is a web page, a mail address or a fragment of the same page. A destination with a
  /// slot is not allowed because its text is not known yet.
  var isAllowed: Bool {
    let scalars = Array(url.unicodeScalars)
    return !scalars.contains(Markdown.slotMark)
      && (scalars.first == "#" || Self.hasAllowedScheme(scalars))
  }

  static func hasAllowedScheme(_ url: [Unicode.Scalar]) -> Bool {
    let start = String(String.UnicodeScalarView(url.prefix(8))).lowercased()
    return !url.contains(Markdown.slotMark)
      && ["http://", "https://", "mailto:"].contains { start.hasPrefix($0) }
  }

  private static func closing(_ open: Unicode.Scalar) -> Unicode.Scalar? {
    switch open {
    case "\"", "'": open
    case "(": ")"
    default: nil
    }
  }

  private mutating func skipSpace() {
    while end < text.count, text[end] == " " || text[end] == "\t" || text[end] == "\n" { end += 1 }
  }

  private mutating func destination() -> String? {
    var url: [Unicode.Scalar] = []
    let isBracketed = end < text.count && text[end] == "<"
    if isBracketed { end += 1 }
    var depth = 0
    while end < text.count, url.count <= Self.lengthLimit {
      let scalar = text[end]
      if isBracketed {
        if scalar == ">" {
          end += 1
          return Self.string(url)
        }
        if scalar == "\n" || scalar == "<" { return nil }
      } else {
        if scalar == " " || scalar == "\n" || scalar == "\t" { return Self.string(url) }
        if scalar == "(" { depth += 1 }
        if scalar == ")" {
          if depth == 0 { return Self.string(url) }
          depth -= 1
        }
        if depth > 32 || (scalar.value < 0x20 && scalar != Markdown.slotMark) { return nil }
      }
      url.append(unescaped())
    }
    return nil
  }

  private mutating func quoted(until close: Unicode.Scalar) -> String? {
    var title: [Unicode.Scalar] = []
    end += 1
    while end < text.count, title.count <= Self.lengthLimit {
      if text[end] == close {
        end += 1
        return Self.string(title)
      }
      if close == ")" && text[end] == "(" { return nil }
      title.append(unescaped())
    }
    return nil
  }

  private static func string(_ scalars: [Unicode.Scalar]) -> String {
    String(String.UnicodeScalarView(scalars))
  }

  /// Reads the scalar at `end`, resolving a backslash or a character reference.
  private mutating func unescaped() -> Unicode.Scalar {
    if text[end] == "\\", end + 1 < text.count, text[end + 1].isASCIIPunctuation { end += 1 }
    if text[end] == "&", let reference = CharacterReference(in: text, at: end) {
      end = reference.end
      return reference.scalar
    }
    end += 1
    return text[end - 1]
  }
}

/// `&#233;`, `&#xE9;` and a few named references.
struct CharacterReference {
  let scalar: Unicode.Scalar
  let end: Int

  private static let names: [(name: String, scalar: Unicode.Scalar)] = [
    ("amp", "&"), ("lt", "<"), ("gt", ">"), ("quot", "\""), ("nbsp", "\u{A0}"),
    ("copy", "\u{A9}"), ("deg", "\u{B0}"), ("times", "\u{D7}"), ("minus", "\u{2212}"),
    ("ndash", "\u{2013}"), ("mdash", "\u{2014}"), ("hellip", "\u{2026}"),
  ]

  init?(in text: [Unicode.Scalar], at start: Int) {
    let body = text[(start + 1)...].prefix(9).prefix { $0 != ";" }
    end = start + body.count + 2
    guard !body.isEmpty, end <= text.count, text[end - 1] == ";" else { return nil }
    let name = String(String.UnicodeScalarView(body))
    if name.hasPrefix("#") {
      let digits = name.dropFirst()
      let isHexadecimal = digits.first == "x" || digits.first == "X"
      let number = isHexadecimal ? digits.dropFirst() : digits
      guard let first = number.first, first != "+", first != "-", number.count <= 7,
        let value = UInt32(number, radix: isHexadecimal ? 16 : 10)
      else { return nil }
      scalar = value == 0 ? "\u{FFFD}" : Unicode.Scalar(value) ?? "\u{FFFD}"
    } else {
      guard let found = Self.names.first(where: { $0.name == name }) else { return nil }
      scalar = found.scalar
    }
  }
}
