import Diagnostics
import Lessons

/// A lesson's prose in one language, or an exercise's answer: text with checked tags.
///
/// Evaluated here and not by the Mustache library, because the tree already exists for the check,
/// and because values may enter the page only after Markdown is rendered (`SlotText`).
public struct ProseTemplate: Sendable {
  public static let sizeLimit = 1 << 20
  /// Maximum nesting depth of sections.
  public static let depthLimit = 16

  public let path: String
  package let nodes: [ProseNode]

  package init(path: String, nodes: [ProseNode]) {
    self.path = path
    self.nodes = nodes
  }

  /// Parses a prose file. Throws all syntax errors, in file order.
  public static func parse(_ bytes: [UInt8], path: String) throws(UserErrors) -> ProseTemplate {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw UserErrors([ProseError.notUTF8(Place(path))])
    }
    let body = text.first == "\u{FEFF}" ? String(text.dropFirst()) : text
    if let stray = strayCharacter(in: body, path: path) { throw UserErrors([stray]) }
    return try parse(body, path: path)
  }

  /// The first character that is not allowed in a page. Carriage returns count as line ends.
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

  /// Parses a text that starts at `start` of its file.
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

  /// All directives in file order, whatever the facts are.
  public var directives: [Directive] {
    var found: [Directive] = []
    visit(nodes) { if case .directive(let directive) = $0 { found.append(directive) } }
    return found
  }

  /// The names of the figures it places, without duplicates.
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
  /// Order by line and column.
  static func isBefore(_ a: ProseError, _ b: ProseError) -> Bool {
    (a.place?.line ?? 0, a.place?.column ?? 0) < (b.place?.line ?? 0, b.place?.column ?? 0)
  }
}

/// Nests the scanner's pieces into sections.
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
    // Deeper sections were reported as errors; dropping them bounds the recursion over the tree.
    if open.count < ProseTemplate.depthLimit { outer.append(.section(tag, nodes)) }
    nodes = outer
  }
}
