import CYAML
import Diagnostics

extension Node {
  /// How deep lists and maps may be nested in one another.
  package static let depthLimit = 32

  /// The tree of the one document in `yaml`; nil if the file holds nothing but comments.
  ///
  /// Throws `YAMLError` at the first mistake and at everything that `UnsupportedYAML` names, so that
  /// the tree never has more nodes than the file has characters.
  package init?(yaml: [UInt8]) throws(YAMLError) {
    let bytes = yaml.starts(with: byteOrderMark) ? yaml[3...] : yaml[...]
    let root = try bytes.withUnsafeBufferPointer { (bytes) throws(YAMLError) in
      var reader = EventReader(bytes)
      return try reader.document()
    }
    guard let root else { return nil }
    self = root
  }
}

/// Builds a tree from libyaml's event stream, which tells of each node its place, anchor and tag
/// before anything is expanded.
private struct EventReader: ~Copyable {
  private let bytes: UnsafeBufferPointer<UInt8>
  /// On the heap, because libyaml keeps a pointer to the parser in the parser.
  private let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
  /// The last quoted text over several lines: where it starts, and the line on which it ends.
  private var longQuote: (start: Mark, lastLine: Int)?

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    precondition(yaml_parser_initialize(parser) == 1, "no memory for a YAML parser")
    yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
  }

  mutating func document() throws(YAMLError) -> Node? {
    try refuseByteOrderMark()
    try refuseDirective()
    guard let root = try node(depth: 1) else { return nil }
    // Behind the root come the end of its document and the end of the file.
    for _ in 0..<2 {
      var event = try nextEvent()
      defer { yaml_event_delete(&event) }
      if let refusal = refusal(at: event.start_mark) { throw refusal }
      if event.type == YAML_DOCUMENT_START_EVENT {
        throw YAMLError(problem: .severalDocuments, mark: Mark(event.start_mark))
      }
    }
    return root
  }

  private func nextEvent() throws(YAMLError) -> yaml_event_t {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else { throw failure() }
    return event
  }

  /// The next node; nil at the end of the collection, or of the file, that it would belong to.
  private mutating func node(depth: Int) throws(YAMLError) -> Node? {
    var event = try nextEvent()
    defer { yaml_event_delete(&event) }
    let mark = Mark(event.start_mark)
    switch event.type {
    case YAML_STREAM_START_EVENT, YAML_DOCUMENT_START_EVENT:
      return try node(depth: depth)
    case YAML_ALIAS_EVENT:
      throw refusal(at: event.start_mark)!
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      try refuseProperties(scalar.anchor, scalar.tag, at: event.start_mark)
      return Node(content: .scalar(try self.scalar(event)), mark: mark)
    case YAML_SEQUENCE_START_EVENT:
      let start = event.data.sequence_start
      try refuseProperties(start.anchor, start.tag, at: event.start_mark)
      try checkDepth(depth, at: event.end_mark)
      var items: [Node] = []
      while let item = try node(depth: depth + 1) { items.append(item) }
      return Node(content: .sequence(items), mark: mark)
    case YAML_MAPPING_START_EVENT:
      let start = event.data.mapping_start
      try refuseProperties(start.anchor, start.tag, at: event.start_mark)
      try checkDepth(depth, at: event.end_mark)
      return Node(content: .mapping(try pairs(depth: depth + 1)), mark: mark)
    default: return nil
    }
  }

  private mutating func pairs(depth: Int) throws(YAMLError) -> [(key: Node, value: Node)] {
    var pairs: [(key: Node, value: Node)] = []
    var places: [String: Mark] = [:]
    while let key = try node(depth: depth), let value = try node(depth: depth) {
      if let name = key.string, let first = places.updateValue(key.mark, forKey: name) {
        throw YAMLError(problem: .repeatedKey(name), mark: first)
      }
      pairs.append((key, value))
    }
    return pairs
  }

  private mutating func scalar(_ event: yaml_event_t) throws(YAMLError) -> Node.Scalar {
    let scalar = event.data.scalar
    let mark = Mark(event.start_mark)
    let string = String(
      decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
    // An escape such as `\e` makes characters that libyaml refuses in the text itself.
    if let stray = string.unicodeScalars.first(where: \.isStray) {
      throw YAMLError(problem: .controlCharacter(stray), mark: mark)
    }
    let style: Node.Style =
      switch scalar.style {
      case YAML_SINGLE_QUOTED_SCALAR_STYLE, YAML_DOUBLE_QUOTED_SCALAR_STYLE: .quoted
      case YAML_LITERAL_SCALAR_STYLE, YAML_FOLDED_SCALAR_STYLE: .block
      default: .plain
      }
    if style == .plain, string == "<<" {
      throw YAMLError(problem: .unsupported(.mergeKey, text: string), mark: mark)
    }
    if style == .quoted, event.end_mark.line > event.start_mark.line {
      longQuote = (mark, Mark(event.end_mark).line)
    }
    return Node.Scalar(string: string, style: style)
  }

  // MARK: What is refused

  private func checkDepth(_ depth: Int, at place: yaml_mark_t) throws(YAMLError) {
    if depth > Node.depthLimit { throw YAMLError(problem: .tooDeep, mark: Mark(place)) }
  }

  private func refuseProperties(
    _ anchor: UnsafeMutablePointer<yaml_char_t>?, _ tag: UnsafeMutablePointer<yaml_char_t>?,
    at place: yaml_mark_t
  ) throws(YAMLError) {
    if anchor != nil || tag != nil { throw refusal(at: place)! }
  }

  /// The refusal of the anchor, alias, tag or directive that begins at `place`, if one does.
  private func refusal(at place: yaml_mark_t) -> YAMLError? {
    let rest = String(decoding: bytes, as: UTF8.self).unicodeScalars.dropFirst(place.index)
    let feature: UnsupportedYAML
    switch rest.first {
    case "&": feature = .anchor
    case "*": feature = .alias
    case "!": feature = .tag
    case "%" where place.column == 0: feature = .directive
    default: return nil
    }
    let word = rest.dropFirst().prefix(32).prefix {
      !$0.properties.isWhitespace && !",[]{}".unicodeScalars.contains($0)
    }
    let text = String(rest.prefix(1)) + (feature == .directive ? "" : String(word))
    return YAMLError(problem: .unsupported(feature, text: text), mark: Mark(place))
  }

  /// libyaml takes a mark inside of the text for a letter, which nobody sees.
  private func refuseByteOrderMark() throws(YAMLError) {
    let found = bytes.indices.first {
      bytes[$0] == 0xEF && bytes[$0...].starts(with: byteOrderMark)
    }
    if let found {
      throw YAMLError(problem: .controlCharacter("\u{FEFF}"), mark: mark(ofByte: found))
    }
  }

  /// Directives come before everything but comments.
  private func refuseDirective() throws(YAMLError) {
    var rest = bytes[...]
    var line = 1
    while let first = rest.first {
      if first == UInt8(ascii: "%") {
        throw YAMLError(
          problem: .unsupported(.directive, text: "%"), mark: Mark(line: line, column: 1))
      }
      let end = rest.firstIndex(of: UInt8(ascii: "\n")) ?? rest.endIndex
      let content = rest[..<end].first { !" \t\r".utf8.contains($0) }
      guard content == nil || content == UInt8(ascii: "#") else { return }
      rest = rest[end...].dropFirst()
      line += 1
    }
  }

  // MARK: Mistakes

  /// libyaml's error as ours.
  private func failure() -> YAMLError {
    let error = parser.pointee
    let phrase = error.problem.map { String(cString: $0) } ?? ""
    if error.error == YAML_READER_ERROR { return unreadable(phrase) }
    if let refusal = refusal(at: error.problem_mark) { return refusal }
    if error.context != nil, let refusal = refusal(at: error.context_mark) { return refusal }
    let mark = Mark(error.problem_mark)
    // A forgotten quote closes at the next one, lines later, and only what follows is wrong.
    if let longQuote, longQuote.lastLine == mark.line {
      return YAMLError(problem: .syntax(.openQuote, phrase: phrase), mark: longQuote.start)
    }
    let mistake = SyntaxMistake(phrase: phrase)
    // An unclosed quote or bracket is found at the end of the file; its place is where it opens.
    let isUnclosed = mistake == .openQuote || mistake == .openBracket
    return YAMLError(
      problem: .syntax(mistake, phrase: phrase),
      mark: isUnclosed && error.context != nil ? Mark(error.context_mark) : mark)
  }

  /// A byte that is not UTF-8 or makes a control character.
  private func unreadable(_ phrase: String) -> YAMLError {
    var offset = min(parser.pointee.problem_offset, bytes.count)
    // libyaml names the byte that breaks a sequence; its place is where the sequence begins.
    if phrase == "invalid trailing UTF-8 octet" {
      repeat { offset -= 1 } while offset > 0 && bytes[offset] & 0xC0 == 0x80
    }
    let mark = mark(ofByte: offset)
    guard phrase == "control characters are not allowed",
      let scalar = Unicode.Scalar(UInt32(truncatingIfNeeded: parser.pointee.problem_value))
    else { return YAMLError(problem: .notUTF8, mark: mark) }
    return YAMLError(problem: .controlCharacter(scalar), mark: mark)
  }

  private func mark(ofByte offset: Int) -> Mark {
    let lines = String(decoding: bytes[..<offset], as: UTF8.self)
      .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    return Mark(line: lines.count, column: (lines.last?.unicodeScalars.count ?? 0) + 1)
  }
}

private let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

extension Mark {
  /// libyaml counts from 0.
  fileprivate init(_ mark: yaml_mark_t) {
    self.init(line: Int(mark.line) + 1, column: Int(mark.column) + 1)
  }
}
