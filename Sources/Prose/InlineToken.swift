/// What the text of a block consists of; a page writes it as HTML, paper as runs of styles.
enum InlineToken: Equatable {
  enum Span: Equatable {
    case emphasis, strong
    case link(String, title: String?)
  }

  case text(String)
  case code(String)
  case lineBreak
  case image(String, alt: String, title: String?)
  case open(Span)
  case close(Span)

  var html: String {
    switch self {
    case .text(let text): HTML.escaped(text)
    case .code(let text): "<code translate=\"no\">\(HTML.escaped(text))</code>"
    case .lineBreak: "<br>"
    case .image(let source, let alt, let title):
      "<img src=\"\(HTML.escaped(source))\" alt=\"\(HTML.escaped(alt))\"\(Self.attribute(title))>"
    case .open(.emphasis): "<em>"
    case .close(.emphasis): "</em>"
    case .open(.strong): "<strong>"
    case .close(.strong): "</strong>"
    case .open(.link(let url, let title)):
      "<a href=\"\(HTML.escaped(url))\"\(Self.attribute(title))>"
    case .close(.link): "</a>"
    }
  }

  private static func attribute(_ title: String?) -> String {
    title.map { " title=\"\(HTML.escaped($0))\"" } ?? ""
  }
}
