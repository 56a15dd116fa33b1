import Archives
import Publishing
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

/// docs/notebook.schema.json, by which an editor completes and underlines, and the decoder know the
/// same keys.
@Suite struct LessonFileSchemaTests {
  private let schema: JSONValue

  init() throws {
    let bytes = try Files.read(Messages.root + "/docs/notebook.schema.json", limit: 1 << 20)
    schema = try #require(JSONReader.value(bytes))
  }

  private func definition(_ section: LessonFileSection) -> JSONValue? {
    section.name == LessonFileSection.notebook.name ? schema : schema["$defs"]?[section.name]
  }

  @Test func everySectionHasTheDecodersKeysAndNoOther() throws {
    for section in LessonFileSection.all {
      let definition = try #require(self.definition(section), "\(section.name) is missing")
      #expect(definition["properties"]?.members.map(\.name) == section.keys, "\(section.name)")
      #expect(definition["additionalProperties"] == .boolean(false), "\(section.name)")
    }
    let own = ["localized", "numbers", "size"]
    let names = try #require(schema["$defs"]?.members.map(\.name))
    #expect(
      Set(names) == Set(own + LessonFileSection.all.dropFirst().map(\.name)),
      "a definition without a section")
  }

  @Test func everyReferenceLeadsSomewhere() throws {
    let names = Set(try #require(schema["$defs"]?.members.map(\.name)))
    var count = 0
    func visit(_ value: JSONValue) {
      if let goal = value["$ref"]?.text {
        count += 1
        let name = goal.replacing("#/$defs/", with: "").replacing("%20", with: " ")
        #expect(names.contains(name), "\(goal)")
      }
      for member in value.members { visit(member.value) }
      for element in value.elements { visit(element) }
    }
    visit(schema)
    #expect(count > 50)
  }
}
