import Diagnostics
import Lessons

/// Finds the Mustache tags of a text, each with its line and column, before rendering.
///
/// Mustache libraries render unknown names as nothing; this reports them with their position.
struct TagScanner {
  enum Piece: Hashable {
    case text(String)
    case value(ValueTag)
    case open(SectionTag)
    case close(name: String, Place)
    case directive(Directive)
  }

  let path: String
  private(set) var pieces: [Piece] = []
  private(set) var errors: [ProseError] = []

  init(path: String) {
    self.path = path
  }

  /// Scans a text whose first character is at `start` of its file.
  mutating func scan(_ text: String, from start: TextPlace = TextPlace(line: 1, column: 1)) {
    let lines = Self.lines(of: text)
    for (offset, line) in lines.enumerated() {
      let end = offset == lines.count - 1 ? "" : "\n"
      if Self.mayHoldTag(line) {
        scan(
          line: Array(line), number: start.line + offset, column: offset == 0 ? start.column : 1,
          end: end)
      } else {
        pieces += [String(line), end].filter { !$0.isEmpty }.map(Piece.text)
      }
    }
  }

  /// The lines without their ends: LF, CR LF or CR.
  private static func lines(of text: String) -> [Substring] {
    let bytes = text.utf8
    var lines: [Substring] = []
    var start = bytes.startIndex
    while let end = bytes[start...].firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) {
      lines.append(text[start..<end])
      start = bytes.index(after: end)
      if bytes[end] == 0x0D, start < bytes.endIndex, bytes[start] == 0x0A {
        start = bytes.index(after: start)
      }
    }
    return lines + [text[start...]]
  }

  /// Whether the line contains two adjacent braces.
  private static func mayHoldTag(_ line: Substring) -> Bool {
    zip(line.utf8, line.utf8.dropFirst()).contains { $0 == UInt8(ascii: "{") && $0 == $1 }
  }

  private mutating func scan(line: [Character], number: Int, column: Int, end: String) {
    var found: [Piece] = []
    var text = ""
    /// Whether there is text other than white space and block quote markers.
    var hasText = false
    var tags: [String] = []
    var at = 0
    while at < line.count {
      guard line[at] == "{", at + 1 < line.count, line[at + 1] == "{" else {
        text.append(line[at])
        if line[at] != ">" && !line[at].isWhitespace { hasText = true }
        at += 1
        continue
      }
      if text.last == "\\" {
        text.removeLast()
        text += "{{"
        at += 2
        continue
      }
      let place = Place(path, line: number, column: column + at)
      guard let close = Self.end(of: line, from: at + 2) else {
        errors.append(.unclosedTag(place))
        return
      }
      found.append(.text(text))
      text = ""
      let tag = String(line[(at + 2)..<close])
      tags.append(tag)
      if let piece = read(tag, place) { found.append(piece) }
      at = close + 2
    }
    found.append(.text(text))
    place(found, hasText: hasText, tags: tags, end: end)
  }

  /// Index of the tag's `}}`; in `}}}` of its last two braces, so that a triple tag is recognised.
  private static func end(of line: [Character], from start: Int) -> Int? {
    var at = start
    while at + 1 < line.count {
      if line[at] == "}" && line[at + 1] == "}" {
        let isTriple = line[start] == "{" && at + 2 < line.count && line[at + 2] == "}"
        return isTriple ? at + 1 : at
      }
      at += 1
    }
    return nil
  }

  /// Adds the pieces of a line. A line with one section tag or comment and nothing else is dropped.
  private mutating func place(_ found: [Piece], hasText: Bool, tags: [String], end: String) {
    let isAlone = !hasText && tags.count == 1
    var leavesNothing = false
    for piece in found {
      switch piece {
      case .open, .close: leavesNothing = isAlone
      case .directive(let directive) where !isAlone:
        errors.append(.notAlone(directive.place, tag: "{{\(Self.name(of: directive))}}"))
      default: break
      }
    }
    if isAlone, tags[0].drop(while: \.isWhitespace).first == "!" { leavesNothing = true }
    for piece in found {
      if case .text(let text) = piece, leavesNothing || text.isEmpty { continue }
      pieces.append(piece)
    }
    if !leavesNothing && !end.isEmpty { pieces.append(.text(end)) }
  }

  private static func name(of directive: Directive) -> String {
    switch directive.kind {
    case .figure(let name): "figure \(name)"
    case .table(let name): "table \(name)"
    case .summary: "summary"
    case .keras(let name): "keras \(name)"
    case .handout(let directive): directive.text
    }
  }

  private mutating func read(_ tag: String, _ place: Place) -> Piece? {
    let content = Self.trimmed(tag)
    guard let first = content.first else {
      errors.append(.emptyTag(place))
      return nil
    }
    let rest = Self.trimmed(String(content.dropFirst()))
    switch first {
    case "!": return nil
    case "#", "^":
      return .open(SectionTag(name: rest, isInverted: first == "^", place: place))
    case "/": return .close(name: rest, place)
    case "{", "&", ">", "=", "$", "<":
      errors.append(.unsupportedTag(place, tag: "{{\(tag)}}"))
      return nil
    default: break
    }
    let words = content.split(whereSeparator: \.isWhitespace).map(String.init)
    switch (words.count, words[0]) {
    case (1, "summary"): return .directive(Directive(kind: .summary, place: place))
    case (2, "figure"): return .directive(Directive(kind: .figure(words[1]), place: place))
    case (2, "table"): return .directive(Directive(kind: .table(words[1]), place: place))
    case (2, "keras"): return .directive(Directive(kind: .keras(words[1]), place: place))
    default:
      guard let directive = HandoutDirective(words) else { return value(content, place) }
      return .directive(Directive(kind: .handout(directive), place: place))
    }
  }

  private mutating func value(_ content: String, _ place: Place) -> Piece? {
    guard content.last == ")", let open = content.firstIndex(of: "(") else {
      return .value(ValueTag(name: content, format: nil, place: place))
    }
    let name = Self.trimmed(String(content[..<open]))
    guard let format = ValueFormat(name: name) else {
      errors.append(
        .unknownFormat(place, name: name, suggestion: nearest(to: name, among: ValueFormat.names)))
      return nil
    }
    let inner = Self.trimmed(String(content[content.index(after: open)...].dropLast()))
    return .value(ValueTag(name: inner, format: format, place: place))
  }

  private static func trimmed(_ text: String) -> String {
    let start = text.drop(while: \.isWhitespace)
    return String(start.reversed().drop(while: \.isWhitespace).reversed())
  }
}
