import Archives
import TestSupport
import Testing

@testable import Prose

/// `docs/prose.md` names everything that can be used, and nothing else.
@Suite struct ProseDocumentTests {
  private func document() throws -> String {
    let path = templatesFolder.dropLast("templates".count) + "docs/prose.md"
    return String(decoding: try Files.read(String(path), limit: 1 << 20), as: UTF8.self)
  }

  /// The names in backticks in the first cells of the tables under a heading.
  private func names(under heading: String, in text: String) -> Set<String> {
    var names: Set<String> = []
    var isInside = false
    for line in text.split(separator: "\n") {
      if line.hasPrefix("#") { isInside = line.contains(heading) }
      guard isInside, line.hasPrefix("| `"),
        let cell = line.split(separator: "|", maxSplits: 2).dropFirst(0).first
      else { continue }
      for (place, part) in cell.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      where place % 2 == 1 { names.insert(String(part)) }
    }
    return names
  }

  @Test func everyValueIsDocumented() throws {
    let text = try document()
    #expect(names(under: "Values of", in: text) == Set(ValueRules.all.map(\.pattern.text)))
  }

  @Test func everyFactIsDocumented() throws {
    #expect(names(under: "Facts", in: try document()) == Set(FactRules.all.map(\.pattern.text)))
  }

  @Test func everyTableCodePartAndFormatIsNamed() throws {
    let text = try document()
    for name in TableName.allCases.map(\.rawValue) + KerasPart.allCases.map(\.rawValue) {
      #expect(text.contains("`\(name)`"), "\(name)")
    }
    for format in ["fixed0", "fixed6", "signed0", "signed3", "percent0", "percent2"] {
      #expect(text.contains("`\(format)`") && ValueFormat.names.contains(format))
    }
    #expect(ValueFormat.names.count == 16)
  }
}
