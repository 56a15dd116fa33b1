import Tensors
import Testing

@testable import Lessons

@Suite struct YAMLScanTests {
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
    #expect(throws: Never.self) { try YAMLScan.scanned(yaml, path: "x") }
  }

  @Test(arguments: [
    ("a: |\n  text\n *x", 3, 2), ("a: 'b'\nc: &x 1", 2, 4), ("- &x a", 1, 3), ("[a, *b]", 1, 5),
    ("a:\n  !!str b", 2, 3), ("{<<: 1}", 1, 2), ("a: >\n  b\n&c d: e", 3, 1), ("? &x a\n: b", 1, 3),
    ("a: b # c\u{2028}&d", 2, 1), ("a: - b\n*c", 2, 1), ("'a': *b", 1, 6), ("\"a\":\n  - *b", 2, 5),
    ("a: |\n  b\n   c\n \n&d", 5, 1), ("--- &a b", 1, 5), ("a: [b,&c d]", 1, 7),
  ])
  func whatAParserWouldExpandIsRefused(yaml: String, line: Int, column: Int) throws {
    do throws(NotebookError) {
      _ = try YAMLScan.scanned(yaml, path: "x")
      Issue.record("not refused: \(yaml)")
    } catch {
      #expect(error.location.line == line && error.location.column == column)
    }
  }

  @Test func aBombOfAliasesCostsNothing() throws {
    var yaml = "a0: &a0 [x, x]\n"
    for level in 1..<60 { yaml += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n" }
    #expect(NotebookFolderFixture(notebook: yaml).complaints(.en).count == 1)
  }

  /// Seeded damage: whatever a file holds, it is refused with a place or loads; it never traps.
  @Test func damagedNotebooksAreRefusedWithAPlace() {
    let sample = Array(SampleNotebook.yaml.utf8)
    let signs = Array("&*!|>'\"%@`{}[],:?-#\n\t \\~0x1.eé<".utf8)
    var stream = RandomStream(seed: 1, scope: "damage", purpose: "notebook")
    for _ in 0..<400 {
      var bytes = sample
      for _ in 0..<1 + stream.integer(below: 3) {
        let start = stream.integer(below: bytes.count)
        let end = min(bytes.count, start + stream.integer(below: 12))
        let sign = signs[stream.integer(below: signs.count)]
        switch stream.integer(below: 3) {
        case 0: bytes.removeSubrange(start..<end)
        case 1: bytes.insert(sign, at: start)
        default: bytes.insert(contentsOf: bytes[start..<end], at: stream.integer(below: start + 1))
        }
      }
      let folder = NotebookFolderFixture([("data.csv", SampleNotebook.table)])
      folder.write("notebook.yaml", bytes)
      for complaint in folder.complaints(.es) {
        #expect(complaint.hasPrefix("notebook.yaml:"), "\(complaint)")
      }
    }
  }
}
