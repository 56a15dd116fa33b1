import Diagnostics

/// Looks through a YAML text before the parser sees it, and refuses what no notebook needs: anchors,
/// aliases, tags, merge keys, directives, and nesting without bound.
///
/// The parser expands aliases while it reads and forgets the anchors, so that a few bytes could cost
/// minutes before anything of ours is asked. This scan cuts the text into tokens by the same rules as
/// libyaml's scanner (indentation stack, flow level, ends of plain and block scalars), so that the
/// two agree on what lies inside a quote, a comment or a block scalar. It keeps no tokens.
struct YAMLScan {
  private let text: [Unicode.Scalar]
  private var position = 0
  private var line = 1
  /// From 0, as libyaml counts it.
  private var column = 0
  /// Columns of the open block collections, outermost first.
  private var indents: [Int] = []
  private var flowLevel = 0
  /// Column of the last token outside brackets that could turn out to be a key.
  private var keyColumn: Int?

  /// Quoted texts that go over several lines: where they start, and the line on which they end.
  private(set) var longQuotes: [(line: Int, column: Int, lastLine: Int)] = []

  private init(_ text: String) {
    self.text = Array(text.unicodeScalars)
  }

  /// Throws the first thing in `text` that is refused.
  static func scanned(_ text: String, path: String) throws(NotebookError) -> YAMLScan {
    var scan = YAMLScan(text)
    do throws(Refusal) {
      try scan.run()
      return scan
    } catch {
      throw NotebookError(
        error.problem, at: Place(path, line: error.line, column: error.column))
    }
  }

  private struct Refusal: Error {
    var problem: NotebookProblem
    var line: Int
    var column: Int
  }

  private func refusal(_ problem: NotebookProblem) -> Refusal {
    Refusal(problem: problem, line: line, column: column + 1)
  }

  private mutating func run() throws(Refusal) {
    while true {
      try skipToToken()
      guard position < text.count else { return }
      if flowLevel == 0 { closeIndents(beyond: column) }
      try scanToken()
      guard indents.count + flowLevel <= NotebookLimits.depth else {
        throw refusal(.tooDeep(limit: NotebookLimits.depth))
      }
    }
  }

  private mutating func scanToken() throws(Refusal) {
    let character = text[position]
    if column == 0, character == "%", flowLevel == 0 {
      throw refusal(.unsupported(.directive, text: "%"))
    }
    if isDocumentMarker {
      indents = []
      flowLevel = 0
      return try advance(3)
    }
    switch character {
    case "[", "{":
      noteKey()
      flowLevel += 1
      try advance()
    case "]", "}":
      flowLevel = max(0, flowLevel - 1)
      try advance()
    case ",":
      try advance()
    case "-" where isBlank(at: position + 1):
      openIndent()
      try advance()
    case "?" where flowLevel > 0 || isBlank(at: position + 1):
      openIndent()
      try advance()
    case ":" where flowLevel > 0 || isBlank(at: position + 1):
      if flowLevel == 0 { openIndent(at: keyColumn ?? column) }
      keyColumn = nil
      try advance()
    case "&": throw refusal(.unsupported(.anchor, text: "&" + word(from: position + 1)))
    case "*": throw refusal(.unsupported(.alias, text: "*" + word(from: position + 1)))
    case "!": throw refusal(.unsupported(.tag, text: "!" + word(from: position + 1)))
    case "|" where flowLevel == 0, ">" where flowLevel == 0:
      try skipBlockScalar()
    case "'", "\"":
      noteKey()
      try skipQuoted(character)
    default:
      noteKey()
      try skipPlain()
    }
  }

  private mutating func noteKey() {
    if flowLevel == 0 { keyColumn = column }
  }

  private mutating func openIndent(at column: Int? = nil) {
    let column = column ?? self.column
    if flowLevel == 0, column > indents.last ?? -1 { indents.append(column) }
  }

  private mutating func closeIndents(beyond column: Int) {
    while let last = indents.last, last > column { indents.removeLast() }
  }

  private mutating func skipToToken() throws(Refusal) {
    while position < text.count {
      switch text[position] {
      case " ", "\t": try advance()
      case "#": try skipLine()
      case let character where isBreak(character): try advance()
      default: return
      }
    }
  }

  private mutating func skipLine() throws(Refusal) {
    while position < text.count, !isBreak(text[position]) { try advance() }
  }

  private mutating func skipQuoted(_ quote: Unicode.Scalar) throws(Refusal) {
    let (first, start) = (line, column + 1)
    try skipToClosing(quote)
    if line > first { longQuotes.append((first, start, line)) }
  }

  private mutating func skipToClosing(_ quote: Unicode.Scalar) throws(Refusal) {
    try advance()
    while position < text.count {
      let character = text[position]
      if quote == "\"", character == "\\" {
        try advance(2)
      } else if character == quote {
        try advance()
        guard quote == "'", position < text.count, text[position] == "'" else { return }
        try advance()
      } else {
        try advance()
      }
    }
  }

  /// Ends at `: `, ` #`, in brackets at a bracket or comma, and at a line indented less than its block.
  private mutating func skipPlain() throws(Refusal) {
    let start = position
    let mark = (line: line, column: column + 1)
    let indent = (indents.last ?? -1) + 1
    var end = position
    repeat {
      if position < text.count, isDocumentMarker || text[position] == "#" { break }
      while !isBlank(at: position), !endsPlain { try advance() }
      end = position
      guard position < text.count, isBlank(at: position) else { break }
      while position < text.count, isBlank(at: position) { try advance() }
    } while position < text.count && (flowLevel > 0 || column >= indent)
    if text[start..<end].elementsEqual("<<".unicodeScalars) {
      throw Refusal(
        problem: .unsupported(.mergeKey, text: "<<"), line: mark.line, column: mark.column)
    }
    if position == start { try advance() }
  }

  private var endsPlain: Bool {
    let character = text[position]
    if character == ":" && isBlank(at: position + 1) { return true }
    return flowLevel > 0 && ",[]{}".unicodeScalars.contains(character)
  }

  /// The content is every line indented as its first one, or as the header's digit says.
  private mutating func skipBlockScalar() throws(Refusal) {
    let parent = indents.last ?? -1
    var increment = 0
    try advance()
    while position < text.count, !isBreak(text[position]), text[position] != "#" {
      if ("1"..."9").contains(text[position]) { increment = Int(text[position].value) - 48 }
      try advance()
    }
    try skipLine()
    if position < text.count { try advance() }
    var indent = increment > 0 ? max(parent, 0) + increment : 0
    var widest = 0
    try skipBlankLines(indent: indent, widest: &widest)
    if indent == 0 { indent = max(widest, parent + 1, 1) }
    while column == indent, position < text.count {
      try skipLine()
      if position < text.count { try advance() }
      try skipBlankLines(indent: indent, widest: &widest)
    }
  }

  /// Leaves the scan on the first character of a line that is not blank; `indent` 0 is not known yet.
  private mutating func skipBlankLines(indent: Int, widest: inout Int) throws(Refusal) {
    while true {
      while position < text.count, text[position] == " ", indent == 0 || column < indent {
        try advance()
      }
      widest = max(widest, column)
      guard position < text.count, isBreak(text[position]) else { return }
      try advance()
    }
  }

  private var isDocumentMarker: Bool {
    guard column == 0, position + 2 < text.count, isBlank(at: position + 3) else { return false }
    let three = text[position..<position + 3]
    return three.allSatisfy { $0 == "-" } || three.allSatisfy { $0 == "." }
  }

  private func isBlank(at index: Int) -> Bool {
    guard index < text.count else { return true }
    return text[index] == " " || text[index] == "\t" || isBreak(text[index])
  }

  /// libyaml's line breaks: LF, CR, next line, line and paragraph separator.
  private func isBreak(_ character: Unicode.Scalar) -> Bool {
    switch character.value {
    case 0x0A, 0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  private func word(from start: Int) -> String {
    var word = String.UnicodeScalarView()
    var index = start
    while !isBlank(at: index), word.count < 32, !",[]{}".unicodeScalars.contains(text[index]) {
      word.append(text[index])
      index += 1
    }
    return String(word)
  }

  private mutating func advance(_ count: Int = 1) throws(Refusal) {
    for _ in 0..<count where position < text.count {
      let character = text[position]
      guard isAllowed(character) else {
        throw refusal(.controlCharacter(code: character.code))
      }
      position += 1
      if isBreak(character) {
        let isFirstOfTwo = character == "\r" && position < text.count && text[position] == "\n"
        if !isFirstOfTwo {
          line += 1
          column = 0
        }
      } else {
        column += 1
      }
    }
  }

  private func isAllowed(_ character: Unicode.Scalar) -> Bool {
    switch character.value {
    case 0x09, 0x0A, 0x0D, 0x85: true
    case 0x00..<0x20, 0x7F..<0xA0, 0xFEFF, 0xFFFE, 0xFFFF: false
    default: true
    }
  }
}
