import Archives
import Glibc
import Neural
import Publishing
import Testing

@testable import Lessons

/// The reference and the schema say of layers and optimizers what their definitions say.
/// `CUADERNO_RECORD_GOLDENS=1 swift test --filter LayerReferenceTests` writes them anew.
@Suite struct LayerReferenceTests {
  @Test func theReferenceIsMadeFromTheDefinitions() throws {
    let path = Messages.root + "/docs/lesson-files.md"
    let text = String(decoding: try Files.read(path, limit: 1 << 20), as: UTF8.self)
    var expected = try Self.replacing(
      from: "## `\(LayerKind.allCases[0].rawValue)`\n", to: "# Training\n", in: text,
      with: LayerReference.layers)
    expected = try Self.replacing(
      from: "## `\(OptimizerKind.allCases[0].rawValue)`\n", to: "## `fit`\n", in: expected,
      with: LayerReference.optimizers)
    try Self.compare(text, expected, at: path)
  }

  @Test func theSchemaIsMadeFromTheDefinitions() throws {
    let path = Messages.root + "/docs/notebook.schema.json"
    let bytes = try Files.read(path, limit: 1 << 20)
    let schema = try #require(JSONReader.value(bytes))
    try Self.compare(
      String(decoding: bytes, as: UTF8.self),
      String(decoding: JSONWriter.bytes(LayerReference.updated(schema)), as: UTF8.self), at: path)
  }

  /// What no table is made of: the sentences about functions, losses and metrics.
  @Test func everyNameOfAClosedSetIsInTheReference() throws {
    let path = Messages.root + "/docs/lesson-files.md"
    let text = String(decoding: try Files.read(path, limit: 1 << 20), as: UTF8.self)
    let names =
      Activation.allCases.map(\.rawValue) + Padding.allCases.map(\.rawValue)
      + Loss.allCases.flatMap { [$0.rawValue, $0.shortName].compactMap { $0 } }
      + Metric.allCases.flatMap { [$0.rawValue, $0.shortName].compactMap { $0 } }
    for name in names { #expect(text.contains("`\(name)`"), "\(name)") }
  }

  /// A stored property without a setting would keep its default whatever a lesson file says.
  @Test func everyPropertyIsAnOption() {
    let all: [any Configurable] =
      LayerKind.allCases.map { $0.type.prototype }
      + OptimizerKind.allCases.map { $0.type.prototype }
    for value in all {
      let name = type(of: value).className
      #expect(Mirror(reflecting: value).children.count == type(of: value).options.count, "\(name)")
    }
  }

  private static func replacing(
    from start: String, to end: String, in text: String, with part: String
  ) throws -> String {
    let first = try #require(text.firstRange(of: start)).lowerBound
    let last = try #require(text[first...].firstRange(of: end)).lowerBound
    return text[..<first] + part + text[last...]
  }

  private static func compare(_ found: String, _ expected: String, at path: String) throws {
    guard found != expected else { return }
    if getenv("CUADERNO_RECORD_GOLDENS") != nil {
      let file = try #require(fopen(path, "w"))
      fputs(expected, file)
      fclose(file)
      return
    }
    let lines = zip(found.split(separator: "\n"), expected.split(separator: "\n"))
    let first = lines.enumerated().first { $0.element.0 != $0.element.1 }
    Issue.record(
      """
      \(path) is not what the definitions say, from line \(first.map { $0.offset + 1 } ?? 0) on \
      (without empty lines): \(first.map { "\($0.element.0) | \($0.element.1)" } ?? "its length")
      """)
  }
}
