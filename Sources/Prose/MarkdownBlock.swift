/// A block of a Markdown text; inline text is still as written.
enum MarkdownBlock: Equatable {
  typealias Text = [Unicode.Scalar]

  enum Alignment: String {
    case left, center, right
  }

  /// Level 1 to 6 as written.
  case heading(level: Int, Text)
  case paragraph(Text)
  /// Lines end with a line feed; `language` is the info string's first word.
  case code(language: String, String)
  case quote([MarkdownBlock])
  /// `start` is nil for bullets. A tight list's paragraphs are not marked as such.
  case list(start: Int?, isTight: Bool, items: [[MarkdownBlock]])
  case table(Table)
  case rule
  /// A slot of its own line, with its marks.
  case slot(Text)

  struct Table: Equatable {
    var alignments: [Alignment?]
    var head: [Text]
    /// Each with as many cells as the head.
    var rows: [[Text]]
  }
}
