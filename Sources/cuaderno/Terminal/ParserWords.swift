import Phrases

/// What the argument parser says in English, in the user's language.
///
/// The English catalogue holds the parser's own lines under `parser.line` and its words inside of a line
/// under `parser.part`; other catalogues hold the same in their languages. A line that is not among them
/// stays as it is.
struct ParserWords {
  private let lines: [(english: PhrasePattern, key: String)]
  private let parts: [(english: String, other: String)]
  private let catalogue: PhraseCatalogue

  /// - Parameters:
  ///   - english: the catalogue that says what the parser says.
  ///   - catalogue: that of the user's language.
  init(english: PhraseCatalogue, catalogue: PhraseCatalogue) {
    func keys(_ prefix: String) -> [String] { english.keys.filter { $0.hasPrefix(prefix) } }
    lines = keys("parser.line.").map { (PhrasePattern(english.template($0)), $0) }
    parts = keys("parser.part.").map { (english.template($0), catalogue.template($0)) }
    self.catalogue = catalogue
  }

  /// The parser's text, line by line.
  func translated(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let indent = line.prefix { $0 == " " }
      return indent + self.line(String(line.dropFirst(indent.count)))
    }.joined(separator: "\n")
  }

  private func line(_ line: String) -> String {
    for (pattern, key) in lines {
      guard var arguments = pattern.match(line) else { continue }
      // What follows "Error: " is a line as well.
      arguments["line"] = arguments["line"].map(self.line)
      arguments["text"] = arguments["text"].map(inside)
      arguments["values"] = arguments["values"].map(inside)
      return catalogue[key, arguments]
    }
    return inside(line)
  }

  private func inside(_ text: String) -> String {
    parts.reduce(text) { $0.replacing($1.english, with: $1.other) }
  }
}

/// A sentence with placeholders, read backwards: what stands in their places.
struct PhrasePattern {
  /// The text before each placeholder, and after the last.
  private let literals: [String]
  private let names: [String]

  init(_ template: String) {
    var (literals, names): ([String], [String]) = ([], [])
    var rest = Substring(template)
    while let open = rest.firstRange(of: "{{"), let close = rest.firstRange(of: "}}") {
      literals.append(String(rest[..<open.lowerBound]))
      names.append(String(rest[open.upperBound..<close.lowerBound]))
      rest = rest[close.upperBound...]
    }
    self.literals = literals + [String(rest)]
    self.names = names
  }

  /// What stands for each placeholder, as short as possible and the last to the end; nil if `text` is
  /// another sentence.
  func match(_ text: String) -> [String: String]? {
    guard text.hasPrefix(literals[0]) else { return nil }
    var rest = text.dropFirst(literals[0].count)
    var found: [String: String] = [:]
    for (name, literal) in zip(names, literals.dropFirst()) {
      let isLast = name == names.last
      if isLast {
        guard rest.hasSuffix(literal), rest.count > literal.count else { return nil }
        found[name] = String(rest.dropLast(literal.count))
        return found
      }
      guard let end = rest.firstRange(of: literal) else { return nil }
      found[name] = String(rest[..<end.lowerBound])
      rest = rest[end.upperBound...]
    }
    return rest.isEmpty ? found : nil
  }
}
