extension String {
  /// The text on one line, for a terminal to show and not to obey: control characters, line ends and
  /// the marks that turn the direction of writing become U+FFFD.
  public var visibleLine: String { visible { !$0.commandsTerminal } }

  /// As `visibleLine`, with line feeds kept.
  public var visibleText: String { visible { $0 == "\n" || !$0.commandsTerminal } }

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
