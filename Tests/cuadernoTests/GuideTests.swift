import TestSupport
import Testing

/// The guides are followed to the letter: every file written, every command run, in their order.
@Suite struct GuideTests {
  private enum Step: Equatable {
    case file(path: String, text: String)
    case commands(String)
  }

  private static func text(_ name: String) -> String {
    TemporaryFolder.text(of: "\(Shell.sources)/docs/\(name)")
  }

  /// A fenced block after a line that is a path in backticks is a file; `sh` blocks are commands.
  private static func steps(_ name: String) -> [Step] {
    var steps: [Step] = []
    var path: String?
    var block: (kind: Substring, lines: [Substring])?
    for line in text(name).split(separator: "\n", omittingEmptySubsequences: false) {
      if let open = block {
        guard line == "```" else {
          block!.lines.append(line)
          continue
        }
        let text = open.lines.joined(separator: "\n") + "\n"
        if let path {
          steps.append(.file(path: path, text: text))
        } else if open.kind == "sh" {
          steps.append(.commands(text))
        }
        (path, block) = (nil, nil)
      } else if line.hasPrefix("```") {
        block = (line.dropFirst(3), [])
      } else if !line.isEmpty {
        let isPath = line.firstMatch(of: /^`[a-z\/.-]+`$/) != nil
        path = isPath ? String(line.dropFirst().dropLast()) : nil
      }
    }
    return steps
  }

  @Test(arguments: [("guia.es.md", "es_MX.UTF-8"), ("guide.en.md", "en_US.UTF-8")])
  func everyCommandOfTheGuideWorks(name: String, language: String) throws {
    let steps = Self.steps(name)
    let folder = TemporaryFolder()
    let cache = TemporaryFolder()
    var ran = 0
    for step in steps {
      switch step {
      case .file(let path, let text): folder.write(path, text)
      case .commands(let text):
        ran += 1
        let outcome = Shell(folder: folder).script(text, language: language, cache: cache)
        #expect(outcome.code == 0, "\(text)\(outcome.output)\(outcome.errors)")
      }
    }
    #expect(ran >= 3)
  }

  /// Heading by heading the same guide, with the same kinds of blocks.
  @Test func bothGuidesHaveTheSameShape() {
    func shape(_ name: String) -> [String] {
      Self.text(name).split(separator: "\n").filter { $0.hasPrefix("#") || $0.hasPrefix("```") }
        .map { $0.hasPrefix("#") ? String($0.prefix { $0 == "#" }) : String($0) }
        .filter { $0 != "# yaml" }
    }
    #expect(shape("guia.es.md") == shape("guide.en.md"))
    func headings(_ name: String) -> [String] {
      Self.text(name).split(separator: "\n").filter { $0.hasPrefix("## ") }.map(String.init)
    }
    #expect(
      headings("guia.es.md") == [
        "## Instalar", "## Primer informe", "## Escribir una lección", "## Volver a generar",
        "## Repartir", "## Calificar",
      ])
    #expect(
      headings("guide.en.md") == [
        "## Install", "## First report", "## Write a lesson", "## Regenerate", "## Hand out",
        "## Grade",
      ])
  }

  @Test(arguments: ["guia.es.md", "guide.en.md"])
  func everyLinkLeadsSomewhere(name: String) {
    for link in Self.text(name).matches(of: /\]\(([^)#]*)(?:#[^)]*)?\)/) {
      let goal = String(link.output.1)
      guard !goal.hasPrefix("https://") else { continue }
      #expect(TemporaryFolder.text(of: "\(Shell.sources)/docs/\(goal)") != "unreadable", "\(goal)")
    }
  }
}
