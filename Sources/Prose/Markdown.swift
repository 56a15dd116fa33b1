/// A subset of CommonMark 0.31 with pipe tables, as safe HTML; documented in `docs/prose.md`.
///
/// Example: `Markdown().html("**a**")` is `<p><strong>a</strong></p>` and a line feed.
///
/// Raw HTML is shown as text; links go only to `http:`, `https:`, `mailto:` and `#fragment`. Time
/// is linear in the text; containers are nested at most `depthLimit` deep.
///
/// Hand-made because libcmark-gfm replaces U+0000, which marks the slots, and would be one more C
/// library to install.
public struct Markdown {
  public static let depthLimit = 16

  /// The HTML heading level of `#`; `##` is one more, up to `h6`.
  public var firstHeading = 3
  /// The `src` of an image, by its path as written; nil shows its alternative text.
  public var image: (_ path: String) -> String? = { _ in nil }

  public init(firstHeading: Int = 3) {
    self.firstHeading = firstHeading
  }

  public func html(_ text: String) -> String {
    htmlKeepingSlots(String(String.UnicodeScalarView(text.unicodeScalars.map(Self.visible))))
  }

  /// Like `html`, but keeps U+0000, which marks the slots that are filled after rendering. A line
  /// with one slot and nothing else is a block.
  package func htmlKeepingSlots(_ text: String) -> String {
    HTMLWriter(firstHeading: firstHeading, image: image).html(Self.blocks(text))
  }

  /// The blocks of a text, slots among them.
  package static func blocks(_ text: String) -> [MarkdownBlock] {
    var parser = BlockParser(lines: lines(of: text), depth: 0)
    return parser.blocks()
  }

  /// Replaces U+0000, as CommonMark does.
  static func visible(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    scalar == slotMark ? "\u{FFFD}" : scalar
  }

  package static let slotMark: Unicode.Scalar = "\u{0}"

  /// Lines without their ends (LF, CR LF or CR) and with leading tabs expanded to multiples of 4
  /// columns.
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

/// A block of a Markdown text; its inline text is not parsed yet.
package enum MarkdownBlock: Equatable {
  package typealias Text = [Unicode.Scalar]

  package enum Alignment: String {
    case left, center, right
  }

  /// Level 1 to 6, as written.
  case heading(level: Int, Text)
  case paragraph(Text)
  /// Lines end with a line feed; `language` is the first word of the info string.
  case code(language: String, String)
  case quote([MarkdownBlock])
  /// `start` is nil for bullet lists. Paragraphs of a tight list have no `<p>`.
  case list(start: Int?, isTight: Bool, items: [[MarkdownBlock]])
  case table(Table)
  case rule
  /// A slot on a line of its own, including its markers.
  case slot(Text)

  package struct Table: Equatable {
    package var alignments: [Alignment?]
    package var head: [Text]
    /// Each row has as many cells as the head.
    package var rows: [[Text]]
  }
}
