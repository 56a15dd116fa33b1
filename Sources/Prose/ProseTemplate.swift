import Diagnostics
import Lessons

/// A lesson's prose in one language, or an exercise's answer: text with checked tags.
///
/// The tree is evaluated here and not by the Mustache library: it is there already for the check,
/// and a value may enter the page only after Markdown has been rendered (`SlotText`).
public struct ProseTemplate: Sendable {
  public static let sizeLimit = 1 << 20
  /// How deep sections nest at most.
  public static let depthLimit = 16

  public let path: String
  package let nodes: [ProseNode]

  package init(path: String, nodes: [ProseNode]) {
    self.path = path
    self.nodes = nodes
  }

  /// Reads the tags of a prose file. Throws every mistake of its syntax, in the file's order.
  public static func parse(_ bytes: [UInt8], path: String) throws(UserErrors) -> ProseTemplate {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw UserErrors([ProseError.notUTF8(Place(path))])
    }
    let body = text.first == "\u{FEFF}" ? String(text.dropFirst()) : text
    if let stray = strayCharacter(in: body, path: path) { throw UserErrors([stray]) }
    return try parse(body, path: path)
  }

  /// The first character that no page may hold. A carriage return ends a line.
  private static func strayCharacter(in text: String, path: String) -> ProseError? {
    var line = 1
    var column = 1
    var isAfterReturn = false
    for scalar in text.unicodeScalars {
      if scalar.isStray && scalar != "\r" {
        return .strayCharacter(Place(path, line: line, column: column), code: scalar.code)
      }
      let isBreak = scalar == "\n" || scalar == "\r"
      if isBreak && !(scalar == "\n" && isAfterReturn) { line += 1 }
      column = isBreak ? 1 : column + 1
      isAfterReturn = scalar == "\r"
    }
    return nil
  }

  /// As above, for a text that begins at `start` of its file.
  public static func parse(
    _ text: String, path: String, start: TextPlace = TextPlace(line: 1, column: 1)
  ) throws(UserErrors) -> ProseTemplate {
    let visible = String(String.UnicodeScalarView(text.unicodeScalars.map(Markdown.visible)))
    var scanner = TagScanner(path: path)
    scanner.scan(visible, from: start)
    var builder = ProseTreeBuilder()
    for piece in scanner.pieces { builder.take(piece) }
    let nodes = builder.finish()
    let errors = (scanner.errors + builder.errors).sorted(by: ProseError.isBefore)
    guard errors.isEmpty else { throw UserErrors(errors) }
    return ProseTemplate(path: path, nodes: nodes)
  }

  /// What it places, in the file's order, whatever the facts turn out to be.
  public var directives: [Directive] {
    var found: [Directive] = []
    visit(nodes) { if case .directive(let directive) = $0 { found.append(directive) } }
    return found
  }

  /// The names of the figures it places, each once.
  public var figures: [String] {
    directives.reduce(into: []) { names, directive in
      if case .figure(let name) = directive.kind, !names.contains(name) { names.append(name) }
    }
  }

  package func visit(_ nodes: [ProseNode], _ body: (ProseNode) -> Void) {
    for node in nodes {
      body(node)
      if case .section(_, let inner) = node { visit(inner, body) }
    }
  }
}

extension ProseError {
  /// By line and column.
  static func isBefore(_ a: ProseError, _ b: ProseError) -> Bool {
    (a.place?.line ?? 0, a.place?.column ?? 0) < (b.place?.line ?? 0, b.place?.column ?? 0)
  }
}

/// Nests the pieces of a scanner into sections.
struct ProseTreeBuilder {
  private var open: [(tag: SectionTag, nodes: [ProseNode])] = []
  private var nodes: [ProseNode] = []
  private(set) var errors: [ProseError] = []

  mutating func take(_ piece: TagScanner.Piece) {
    switch piece {
    case .text(let text): nodes.append(.text(text))
    case .value(let tag): nodes.append(.value(tag))
    case .directive(let directive): nodes.append(.directive(directive))
    case .open(let tag):
      if open.count == ProseTemplate.depthLimit {
        errors.append(.tooDeep(tag.place, limit: ProseTemplate.depthLimit))
      }
      open.append((tag, nodes))
      nodes = []
    case .close(let name, let place):
      guard let section = open.last else {
        errors.append(.unexpectedEnd(place, name: name))
        return
      }
      if section.tag.name != name {
        errors.append(
          .mismatchedEnd(
            place, name: name, open: section.tag.name, openLine: section.tag.place.line ?? 1))
      }
      close()
    }
  }

  mutating func finish() -> [ProseNode] {
    while let section = open.last {
      errors.append(.unclosedSection(section.tag.place, name: section.tag.name))
      close()
    }
    return nodes
  }

  private mutating func close() {
    let tag: SectionTag
    var outer: [ProseNode]
    (tag, outer) = open.removeLast()
    // Deeper ones have been refused; dropping them keeps what recurses over the tree bounded.
    if open.count < ProseTemplate.depthLimit { outer.append(.section(tag, nodes)) }
    nodes = outer
  }
}
