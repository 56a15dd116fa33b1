/// A block of a Markdown text; its inline text is not parsed yet.
enum MarkdownBlock: Equatable {
  typealias Text = [Unicode.Scalar]

  enum Alignment: String {
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

  struct Table: Equatable {
    var alignments: [Alignment?]
    var head: [Text]
    /// Each row has as many cells as the head.
    var rows: [[Text]]
  }
}
