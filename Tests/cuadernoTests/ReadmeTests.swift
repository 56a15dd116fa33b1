import Archives
import TestSupport
import Testing

/// The README is followed to the letter.
@Suite struct ReadmeTests {
  private static let text = String(
    decoding: (try? Files.read("\(Shell.sources)/README.md", limit: 1 << 20)) ?? [], as: UTF8.self)

  /// The files that the README writes out: a line that begins with a path in backticks, then a
  /// fenced block.
  private static var files: [(path: String, text: String)] {
    var files: [(path: String, text: String)] = []
    var path: String?
    var block: [Substring]?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if var lines = block {
        if line == "```" {
          if let name = path { files.append((name, lines.joined(separator: "\n") + "\n")) }
          (path, block) = (nil, nil)
        } else {
          lines.append(line)
          block = lines
        }
      } else if line.hasPrefix("```") {
        block = []
      } else if line.hasPrefix("`mi-practica/") {
        path = String(line.dropFirst().prefix { $0 != "`" })
      }
    }
    return files
  }

  @Test func theLessonOfTheReadmeBuilds() throws {
    let folder = TemporaryFolder()
    let files = Self.files
    #expect(
      files.map(\.path) == [
        "mi-practica/notebook.yaml", "mi-practica/data/absorbancia.csv",
        "mi-practica/absorbancia.es.md",
      ])
    for file in files { folder.write(file.path, file.text) }
    let outcome = Shell(folder: folder).run("mi-practica", language: "es_MX.UTF-8")
    #expect(outcome.code == 0, "\(outcome.errors)")
    // Without the links to the glossary.
    let page = (folder.contents["output/mi-practica/informe.es.html"] ?? "")
      .replacing(/<\/?a[^>]*>/, with: "")
    // 1 mean, 1 variance, 1 count; 4 + 4; 4 + 1.
    #expect(page.contains("8 mediciones; la red, 16 parámetros"))
    // The table ends at 50 mg/L: 25 is inside.
    #expect(!page.contains("Ojo: la predicción"))
    // Least squares of the table gives 0.4989 for 25 mg/L.
    let value = try #require(
      page.firstMatch(of: /la red predice <strong>(?:<[^>]*>)?(0\.\d{3})/)?.output.1)
    #expect(abs(Double(value)! - 0.499) < 0.05, "\(value)")
  }

  /// The first YAML of either README, which stands beside its figure.
  @Test(arguments: ["README.md", "README.es.md"])
  func theElevenLinesGiveTheirFigure(name: String) throws {
    let text = TemporaryFolder.text(of: "\(Shell.sources)/\(name)")
    let block = try #require(text.firstMatch(of: /```yaml\n([^`]*)```/)?.output.1)
    #expect(block.split(separator: "\n").count == 11)
    let folder = TemporaryFolder()
    folder.write("thermometer/notebook.yaml", String(block))
    folder.write(
      "thermometer/celsius.csv",
      TemporaryFolder.text(
        of: "\(Shell.sources)/templates/notebooks/practica-tensorflow/data/celsius.csv"))
    let outcome = Shell(folder: folder).run("figures", "thermometer", "--scale", "1")
    #expect(outcome.code == 0, "\(outcome.errors)")
    let pictures = folder.contents.keys.filter { $0.hasSuffix(".en.png") }
    #expect(pictures.count == 6)
    #expect(pictures.contains { $0.hasSuffix("/celsius-fit.en.png") })
  }

  @Test(arguments: ["README.md", "README.es.md"])
  func everyLinkLeadsSomewhere(name: String) {
    let text = TemporaryFolder.text(of: "\(Shell.sources)/\(name)")
    #expect(text.contains("# Cuaderno"))
    for link in text.matches(of: /\]\(([^)]*)\)/) {
      let goal = String(link.output.1)
      guard !goal.hasPrefix("https://") else { continue }
      let file = goal.prefix { $0 != "#" }
      #expect(Files.isFile("\(Shell.sources)/\(file)"), "\(name) links \(goal)")
    }
  }
}
