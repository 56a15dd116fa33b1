extension String {
  /// The text on one line, for a terminal to show and not to obey: control characters, line ends and
  /// the marks that turn the direction of writing become U+FFFD.
  public var visibleLine: String { visible { !$0.commandsTerminal } }

  /// As `visibleLine`, with line feeds kept.
  public var visibleText: String { visible { $0 == "\n" || !$0.commandsTerminal } }

  /// At most so many scalars of the text, and `ending` where there were more. By scalars, because a
  /// single Character may be megabytes of accents.
  public func shortened(to count: Int, ending: String = "…") -> String {
    // No text has more scalars than bytes.
    guard utf8.count > count else { return self }
    let start = unicodeScalars.prefix(count)
    return start.endIndex == unicodeScalars.endIndex
      ? self : String(String.UnicodeScalarView(start)) + ending
  }

  /// For a cell of a CSV: a text that no spreadsheet takes for a formula (CWE-1236). A number with its
  /// sign stays one.
  public var harmlessCell: String {
    guard let first = utf8.first, "=+-@\t\r".utf8.contains(first), !isNumber else { return self }
    return "'" + self
  }

  /// A sign, digits, one point or comma among them: `-1.5`.
  private var isNumber: Bool {
    let body = utf8.first.map { "+-".utf8.contains($0) } == true ? utf8.dropFirst() : utf8[...]
    let parts = body.split(maxSplits: 1, omittingEmptySubsequences: false) {
      ".,".utf8.contains($0)
    }
    return parts.allSatisfy { part in !part.isEmpty && part.allSatisfy { $0 &- 48 < 10 } }
  }

  private func visible(_ isShown: (Unicode.Scalar) -> Bool) -> String {
    guard !unicodeScalars.allSatisfy(isShown) else { return self }
    return String(String.UnicodeScalarView(unicodeScalars.map { isShown($0) ? $0 : "\u{FFFD}" }))
  }
}

extension Unicode.Scalar {
  /// Control characters other than tab and line feed, and Unicode's noncharacters: nothing that a
  /// page or a text file should hold.
  public var isStray: Bool {
    switch value {
    case 0x09, 0x0A: false
    case 0x00..<0x20, 0x7F..<0xA0: true
    case 0xFDD0...0xFDEF: true
    default: value & 0xFFFE == 0xFFFE
    }
  }

  /// `U+001B`.
  public var code: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  fileprivate var commandsTerminal: Bool {
    switch value {
    case 0x00..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
