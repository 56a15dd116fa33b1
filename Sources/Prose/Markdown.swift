/// A documented subset of CommonMark 0.31 with pipe tables, as safe HTML: `docs/prose.md`.
///
/// Raw HTML is shown, not obeyed; links go only to `http:`, `https:`, `mailto:` and `#fragment`.
/// Time is linear in the text; containers nest at most `depthLimit` deep, deeper ones are text.
public struct Markdown {
  public static let depthLimit = 16

  /// The HTML heading level of `#`; deeper ones follow, down to `h6`.
  public var firstHeading = 3
  /// The `src` for an image's path as written, or nil where there is no such picture: its alternative
  /// text is shown then.
  public var image: (_ path: String) -> String? = { _ in nil }

  public init(firstHeading: Int = 3) {
    self.firstHeading = firstHeading
  }

  public func html(_ text: String) -> String {
    htmlKeepingSlots(String(String.UnicodeScalarView(text.unicodeScalars.map(Self.visible))))
  }

  /// As `html`, with U+0000 let through as what it is inside: the mark round a slot that is filled
  /// after rendering. A line that holds one slot and nothing else is a block of its own.
  package func htmlKeepingSlots(_ text: String) -> String {
    var parser = BlockParser(lines: Self.lines(of: text), depth: 0)
    return HTMLWriter(firstHeading: firstHeading, image: image).html(parser.blocks())
  }

  /// CommonMark's replacement for U+0000.
  static func visible(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    scalar == slotMark ? "\u{FFFD}" : scalar
  }

  package static let slotMark: Unicode.Scalar = "\u{0}"

  /// Lines without their ends (LF, CR LF or CR), leading tabs as spaces up to the next multiple of 4.
  private static func lines(of text: String) -> [BlockParser.Line] {
    let scalars = Array(text.unicodeScalars)
    var lines: [BlockParser.Line] = []
    var start = 0
    var at = 0
    while at < scalars.count {
      if scalars[at] == "\n" || scalars[at] == "\r" {
        lines.append(BlockParser.expandingTabs(scalars[start..<at]))
        if scalars[at] == "\r", at + 1 < scalars.count, scalars[at + 1] == "\n" { at += 1 }
        start = at + 1
      }
      at += 1
    }
    if start < scalars.count { lines.append(BlockParser.expandingTabs(scalars[start...])) }
    return lines
  }
}
