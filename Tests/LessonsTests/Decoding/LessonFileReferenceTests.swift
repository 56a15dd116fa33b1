import Archives
import Testing

@testable import Lessons

/// docs/lesson-files.md and the decoder know the same keys, in the same order.
@Suite struct LessonFileReferenceTests {
  @Test func everyKeyIsDocumentedAndEveryDocumentedKeyIsKnown() throws {
    let bytes = try Files.read(Messages.root + "/docs/lesson-files.md", limit: 1 << 20)
    var documented: [(name: String, keys: [String])] = []
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      let marked = line.split(separator: "`", omittingEmptySubsequences: false)
      if line.hasPrefix("## `") {
        documented.append((String(marked[1]), []))
      } else if line.hasPrefix("| `"), !documented.isEmpty, line.hasSuffix("|"),
        line.split(separator: " | ").count == 4
      {
        documented[documented.count - 1].keys.append(String(marked[1]))
      } else if line.hasPrefix("# ") {
        documented.append(("", []))
      }
    }
    let sections = documented.filter { !$0.name.isEmpty }
    #expect(sections.map(\.name) == LessonFileSection.all.map(\.name))
    for (section, known) in zip(sections, LessonFileSection.all) {
      #expect(section.keys == known.keys, "\(known.name)")
    }
  }

  @Test func theExampleOfTheReferenceLoads() throws {
    let bytes = try Files.read(Messages.root + "/docs/lesson-files.md", limit: 1 << 20)
    let parts = String(decoding: bytes, as: UTF8.self).split(separator: "```yaml\n")
    let example = parts[1].split(separator: "```")[0]
    #expect(NotebookFolderFixture(notebook: String(example)).complaints(.en) == [])
  }
}
