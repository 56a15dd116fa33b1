import Tensors
import Testing

@testable import Lessons

@Suite struct YAMLDocumentTests {
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
