/// Parses the inline Markdown of one block with CommonMark's delimiter algorithm on a flat list of
/// pieces; does not recurse, however deep emphasis is nested.
struct InlineParser {
  /// A piece of text, and the ends of spans that emphasis and links put before and after it.
  struct Piece {
    var before: [InlineToken] = []
    var token: InlineToken?
    var after: [InlineToken] = []
    /// The piece's unescaped text, for the alternative text of an image.
    var plain = ""
  }

  private struct Bracket {
    var piece: Int
    var isImage: Bool
    /// The number of delimiter runs when the bracket opened.
    var delimiters: Int
  }

  let text: [Unicode.Scalar]
  let image: (String) -> String?
  private var at = 0
  private var pieces: [Piece] = []
  private var literal: [Unicode.Scalar] = []
  private var emphasis = EmphasisStack()
  private var brackets: [Bracket] = []
  /// Brackets before this index contain a link and cannot become links.
  private var firstActive = 0
  private var codeRuns: [Int: [Int]] = [:]

  init(_ text: [Unicode.Scalar], image: @escaping (String) -> String?) {
    self.text = text
    self.image = image
  }

  /// Spans open and close in order.
  mutating func tokens() -> [InlineToken] {
    indexBackticks()
    while at < text.count { step() }
    flush()
    emphasis.resolve(from: 0, pieces: &pieces)
    return pieces.flatMap { $0.before + ($0.token.map { [$0] } ?? []) + $0.after }
  }

  private mutating func step() {
    let scalar = text[at]
    switch scalar {
    case "\\": escape()
    case "`": code()
    case "*", "_": delimiters(scalar)
    case "!" where at + 1 < text.count && text[at + 1] == "[": open(isImage: true)
    case "[": open(isImage: false)
    case "]": close()
    case "<": autolink()
    case "&": reference()
    case "\n": lineEnd()
    default:
      literal.append(scalar)
      at += 1
    }
  }

  private mutating func flush() {
    guard !literal.isEmpty else { return }
    let text = String(String.UnicodeScalarView(literal))
    append(.text(text), plain: text)
    literal = []
  }

  private mutating func append(_ token: InlineToken, plain: String) {
    pieces.append(Piece(token: token, plain: plain))
  }

  private mutating func escape() {
    at += 1
    guard at < text.count else {
      literal.append("\\")
      return
    }
    if text[at] == "\n" {
      flush()
      append(.lineBreak, plain: "")
      // The line feed follows as text.
    } else if text[at].isASCIIPunctuation {
      literal.append(text[at])
      at += 1
    } else {
      literal.append("\\")
    }
  }

  private mutating func lineEnd() {
    let spaces = literal.reversed().prefix { $0 == " " }.count
    literal.removeLast(spaces)
    if spaces >= 2 {
      flush()
      append(.lineBreak, plain: "")
    }
    literal.append("\n")
    at += 1
  }

  /// Indexes the runs of backticks by length, so that a code span finds its end at once.
  private mutating func indexBackticks() {
    var place = 0
    while place < text.count {
      guard text[place] == "`" else {
        place += 1
        continue
      }
      let length = text[place...].prefix { $0 == "`" }.count
      codeRuns[length, default: []].append(place)
      place += length
    }
    for length in codeRuns.keys { codeRuns[length]?.reverse() }
  }

  private mutating func code() {
    let length = text[at...].prefix { $0 == "`" }.count
    while let run = codeRuns[length]?.last, run < at + length { codeRuns[length]?.removeLast() }
    guard let end = codeRuns[length]?.last else {
      literal += text[at..<at + length]
      at += length
      return
    }
    var content = text[at + length..<end].map { $0 == "\n" ? " " : $0 }
    if content.first == " ", content.last == " ", content.contains(where: { $0 != " " }) {
      content = Array(content.dropFirst().dropLast())
    }
    flush()
    let code = String(String.UnicodeScalarView(content))
    append(.code(code), plain: code)
    at = end + length
  }

  private mutating func delimiters(_ mark: Unicode.Scalar) {
    let start = at
    while at < text.count, text[at] == mark { at += 1 }
    flush()
    append(.text(String(String.UnicodeScalarView(text[start..<at]))), plain: "")
    emphasis.push(
      mark: mark, count: at - start, piece: pieces.count - 1,
      before: start > 0 ? text[start - 1] : "\n", after: at < text.count ? text[at] : "\n")
  }

  private mutating func open(isImage: Bool) {
    flush()
    let source = isImage ? "![" : "["
    append(.text(source), plain: source)
    brackets.append(
      Bracket(piece: pieces.count - 1, isImage: isImage, delimiters: emphasis.count))
    at += source.count
  }

  private mutating func close() {
    at += 1
    guard let bracket = brackets.popLast() else {
      literal.append("]")
      return
    }
    let isActive = bracket.isImage || brackets.count >= firstActive
    firstActive = min(firstActive, brackets.count)
    guard isActive, let target = LinkTarget(in: text, at: at),
      bracket.isImage || target.isAllowed
    else {
      literal.append("]")
      return
    }
    flush()
    at = target.end
    emphasis.resolve(from: bracket.delimiters, pieces: &pieces)
    if bracket.isImage {
      placeImage(bracket, target)
    } else {
      let link = InlineToken.Span.link(target.url, title: target.title)
      pieces[bracket.piece].token = .open(link)
      pieces[bracket.piece].plain = ""
      append(.close(link), plain: "")
      firstActive = brackets.count
    }
  }

  private mutating func placeImage(_ bracket: Bracket, _ target: LinkTarget) {
    let alt = pieces[(bracket.piece + 1)...].reduce(into: "") { $0 += $1.plain }
    pieces.removeLast(pieces.count - bracket.piece)
    guard let source = image(target.url) else {
      append(.text(alt), plain: alt)
      return
    }
    append(.image(source, alt: alt, title: target.title), plain: alt)
  }

  /// Autolinks `<https://...>` and `<mailto:...>`; any other `<` is text.
  private mutating func autolink() {
    let url = text[(at + 1)...].prefix(LinkTarget.lengthLimit).prefix {
      $0 != ">" && $0 != "<" && $0.value > 0x20
    }
    let end = at + 1 + url.count
    guard end < text.count, text[end] == ">", LinkTarget.hasAllowedScheme(Array(url)) else {
      literal.append("<")
      at += 1
      return
    }
    flush()
    let address = String(String.UnicodeScalarView(url))
    let link = InlineToken.Span.link(address, title: nil)
    append(.open(link), plain: "")
    append(.text(address), plain: address)
    append(.close(link), plain: "")
    at = end + 1
  }

  private mutating func reference() {
    if let found = CharacterReference(in: text, at: at) {
      literal.append(found.scalar)
      at = found.end
    } else {
      literal.append("&")
      at += 1
    }
  }
}
