import Archives
import Testing

/// The walks of docs/first-*.md show code that is in the sources, to the letter.
@Suite struct WalkTests {
  @Test("every block of code is in the file named before it", arguments: ["first-layer"])
  func codeIsInTheSources(_ name: String) throws {
    let text = try Self.read("docs/\(name).md")
    var path: String?
    var block: [Substring]?
    var count = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("`"), line.hasSuffix("`:") {
        path = String(line.dropFirst().dropLast(2))
      } else if line == "```swift" {
        block = []
      } else if line == "```", let lines = block {
        let file = try #require(path, "no file is named before line \(lines.first ?? "")")
        let source = try Self.read(file)
        #expect(
          source.contains(lines.joined(separator: "\n") + "\n"), "\(file): \(lines.first ?? "")")
        block = nil
        count += 1
      } else {
        block?.append(line)
      }
    }
    #expect(count > 3)
  }

  private static func read(_ path: String) throws -> String {
    String(decoding: try Files.read(Messages.root + "/" + path, limit: 1 << 20), as: UTF8.self)
  }
}
