import Testing

@testable import YAML

@Suite struct NodeTests {
  @Test func aTreeKeepsTextsPlacesAndOrder() throws {
    let root = try #require(
      try Node(yaml: Array("\u{FEFF}# c\nb: no\nañ: [1_0, '2', {c: 3.10}]\nd: |\n  x\n".utf8)))
    #expect(
      outline(root)
        == "2:1 {2:1 'b': 2:4 'no', 3:1 'añ': 3:5 [3:6 '1_0', 3:11 \"2\", 3:16 {3:17 'c': 3:20 '3.10'}], 4:1 'd': 4:4 |x\n|}"
    )
  }

  @Test(arguments: ["", "# nothing\n", "\n \n", "\u{FEFF}"])
  func aFileWithoutAValueIsNil(yaml: String) throws {
    #expect(try Node(yaml: Array(yaml.utf8)).map(outline) == nil)
  }

  @Test func anEmptyDocumentIsAnEmptyText() throws {
    #expect(try Node(yaml: Array("---\n".utf8))?.string == "")
  }

  /// Signs that look like anchors, aliases, tags and merge keys, where YAML takes them for text.
  @Test(arguments: [
    "a: 'it''s & * !'", "a: \"& \\\" * !\"", "a: it's * fine & dandy!", "# & * ! <<\na: 1",
    "a: b # & *", "a: |\n  & one\n  * two\n\n  ! three\nb: 1", "a: >-\n    & one\n   \nb: 1",
    "a:\n  - |\n    * x\n  - 1", "a: |2\n   * x\n  * y\nb: 1",
    "a: first line\n  * not an alias\nb: 1",
    "a: [\"&x\", '*y', b!c]", "a: {b: c&d, e: f*g}", "a: 3 << 4", "a: 1&2", "- - |\n    * x\n- b",
    "a: \"first\n  & second\"", "? |\n  & x\n: 1", "a:\n- |\n  * x\n- 1", "a: b:&c",
    "a: |\n\n\n  * x\n",
  ])
  func textIsNotRefused(yaml: String) throws {
    #expect(throws: Never.self) { try Node(yaml: Array(yaml.utf8)) }
  }

  @Test(arguments: [
    ("a: |\n  text\n *x", 3, 2), ("a: 'b'\nc: &x 1", 2, 4), ("- &x a", 1, 3), ("[a, *b]", 1, 5),
    ("a:\n  !!str b", 2, 3), ("{<<: 1}", 1, 2), ("a: >\n  b\n&c d: e", 3, 1), ("? &x a\n: b", 1, 3),
    ("a: b # c\u{2028}&d", 2, 1), ("'a': *b", 1, 6), ("\"a\":\n  - *b", 2, 5),
    ("a: |\n  b\n   c\n \n&d", 5, 1), ("--- &a b", 1, 5), ("a: [b,&c d]", 1, 7),
  ])
  func whatAParserWouldExpandIsRefused(yaml: String, line: Int, column: Int) throws {
    do throws(YAMLError) {
      _ = try Node(yaml: Array(yaml.utf8))
      Issue.record("not refused: \(yaml)")
    } catch {
      #expect(error.mark == Mark(line: line, column: column))
    }
  }

  @Test(arguments: [
    ("%YAML 1.1\n---\na: 1", 1, 1), ("%FOO\na: 1", 1, 1), ("# c\n\n%TAG ! x\n--- a", 3, 1),
    ("%YAML 2.0\n--- a", 1, 1), ("a: 1\n%FOO x", 2, 1), ("a: 1\n%YAML 1.1", 2, 1),
    ("%YAML 1.1\na: 1", 1, 1),
  ])
  func directivesAreRefusedWhereTheyStand(yaml: String, line: Int, column: Int) {
    #expect(
      throws: YAMLError(
        problem: .unsupported(.directive, text: "%"), mark: Mark(line: line, column: column))
    ) { try Node(yaml: Array(yaml.utf8)) }
  }

  @Test(arguments: [
    ("a: & b", UnsupportedYAML.anchor, "&", 1, 4), ("a: *é", .alias, "*é", 1, 4),
    ("a: !<x", .tag, "!<x", 1, 4), ("a: !u!x 1", .tag, "!u!x", 1, 4),
    ("a: &x !!str b", .anchor, "&x", 1, 4), ("a: !!str &x b", .tag, "!!str", 1, 4),
    ("\"a\" *b", .alias, "*b", 1, 5), ("a: &x *x", .anchor, "&x", 1, 4),
    ("&é a: b", .anchor, "&é", 1, 1), ("! a", .tag, "!", 1, 1),
    ("a: <<", .mergeKey, "<<", 1, 4),
    (
      "&\(String(repeating: "x", count: 99)) a", .anchor,
      "&\(String(repeating: "x", count: 32))", 1, 1
    ),
  ])
  func whatIsRefusedIsQuoted(
    yaml: String, feature: UnsupportedYAML, text: String, line: Int, column: Int
  ) {
    #expect(
      throws: YAMLError(
        problem: .unsupported(feature, text: text), mark: Mark(line: line, column: column))
    ) { try Node(yaml: Array(yaml.utf8)) }
  }

  @Test(
    arguments: [
      ([0x61, 0x3A, 0x20, 0xE9], 1, 4), ([0x61, 0x0A, 0xC3, 0xB1, 0xE9, 0x20, 0x62], 2, 2),
      ([0x61, 0xE2, 0x82, 0x20], 1, 2), ([0xFF], 1, 1), ([0x61, 0x0D, 0x0A, 0xC0, 0x80], 2, 1),
      ([0xED, 0xA0, 0x80], 1, 1), ([0xEF, 0xBB, 0xBF, 0x61, 0x80], 1, 2),
    ] as [([UInt8], Int, Int)])
  func theFirstByteThatIsNotUTF8HasAPlace(bytes: [UInt8], line: Int, column: Int) {
    #expect(throws: YAMLError(problem: .notUTF8, mark: Mark(line: line, column: column))) {
      try Node(yaml: bytes)
    }
  }

  @Test func controlCharactersAreRefusedEverywhere() {
    for yaml in ["añ: \u{7}", "añ: 'b\u{7}'", "# ñ \u{7}", "a: |\n  x\u{7}", "a: b\u{FEFF}"] {
      let scalar: Unicode.Scalar = yaml.hasSuffix("\u{FEFF}") ? "\u{FEFF}" : "\u{7}"
      let before = yaml.unicodeScalars.prefix { $0 != scalar }
      let lines = String(before).split(separator: "\n", omittingEmptySubsequences: false)
      let mark = Mark(line: lines.count, column: lines.last!.unicodeScalars.count + 1)
      #expect(throws: YAMLError(problem: .controlCharacter(scalar), mark: mark)) {
        try Node(yaml: Array(yaml.utf8))
      }
    }
  }

  @Test func depthIsBounded() throws {
    func nested(_ depth: Int, _ open: String, _ close: String = "") -> [UInt8] {
      Array(
        (String(repeating: open, count: depth) + "a" + String(repeating: close, count: depth)).utf8)
    }
    for (open, close) in [("[", "]"), ("- ", ""), ("{a: ", "}"), ("? ", "")] {
      _ = try Node(yaml: nested(Node.depthLimit, open, close))
      for depth in [Node.depthLimit + 1, 5_000] {
        #expect {
          try Node(yaml: nested(depth, open, close))
        } throws: { ($0 as? YAMLError)?.problem == .tooDeep }
      }
    }
  }

  private func outline(_ node: Node) -> String {
    let text =
      switch node.content {
      case .scalar(let scalar):
        switch scalar.style {
        case .plain: "'\(scalar.string)'"
        case .quoted: "\"\(scalar.string)\""
        case .block: "|\(scalar.string)|"
        }
      case .sequence(let items): "[" + items.map(outline).joined(separator: ", ") + "]"
      case .mapping(let pairs):
        "{" + pairs.map { outline($0.key) + ": " + outline($0.value) }.joined(separator: ", ") + "}"
      }
    return "\(node.mark.line):\(node.mark.column) " + text
  }
}
