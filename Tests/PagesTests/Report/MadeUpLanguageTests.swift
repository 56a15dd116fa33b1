import Foundation
import Phrases
import Publishing
import TestSupport
import Testing

@testable import Lessons
@testable import Pages

/// A language that the program has never heard of, from files alone: docs/first-language.md.
@Suite struct MadeUpLanguageTests {
  private static let language = Language(rawValue: "xx")

  @Test func aLanguageIsItsFilesAndOneLine() throws {
    let templates = try Self.templates()
    let folder = "\(templates.path)/templates/new/xx"
    let languages = Language.allCases + [Self.language]
    let notebook = try Notebook.load(folder: folder, languages: languages)
    #expect(notebook.languages == [Self.language])
    let plan = try ReportPlan(
      notebook: notebook, languages: notebook.languages, only: nil,
      templates: "\(templates.path)/templates", originals: templatesFolder)
    let preparation = NotebookPreparation(
      notebook, dataFolder: nil, isStrict: true, systemFolder: "/nowhere", known: { _ in nil })
    var results: [String: LessonResult] = [:]
    for lesson in try preparation.run().lessons {
      results[lesson.lesson.id] = LessonRunner.run(lesson, seed: notebook.seed, threads: 1)?.result
    }
    let target = try ReportTarget.check("\(templates.path)/report", kind: .report)
    let staging = try StagingFolder(for: target)
    _ = try plan.write(
      results: results, inputs: [], threads: 1, into: staging, proceed: { _, _ in true })
    let page = TemporaryFolder.text(of: "\(staging.path)/xxraport.xx.html")
    #expect(page.contains("<html lang=\"xx-MX\""))
    #expect(page.contains("¤Figure 1"))
    #expect(!page.contains(">Figure 1"))
    // A number with this language's decimal mark.
    #expect(page.firstMatch(of: />\d+;\d/) != nil)
    let json = TemporaryFolder.text(of: "\(staging.path)/results.json")
    #expect(json.contains("\"xx\": \"figures/"))
  }

  @Test func theDocumentNamesEveryFile() throws {
    let templates = try Self.templates()
    let document = TemporaryFolder.text(of: "\(templatesFolder)/../docs/first-language.md")
    let named = document.matches(of: /^\d\. `(templates[^`]+)`/.anchorsMatchLineEndings())
      .map { String($0.output.1).replacing("pt", with: "xx") }
    let made = templates.contents.keys.filter { $0.contains("xx") }
    #expect(named.count == 5)
    for name in made { #expect(named.contains { name.hasPrefix($0) }, "\(name)") }
    for name in named { #expect(made.contains { $0.hasPrefix(name) }, "\(name)") }
    #expect(document.contains("Language.allCases"))
  }

  /// The templates with catalogues, a glossary and a new notebook in the made-up language.
  private static func templates() throws -> TemporaryFolder {
    let folder = TemporaryFolder()
    try FileManager.default.copyItem(
      atPath: templatesFolder, toPath: "\(folder.path)/templates")
    for kind in [PhraseCatalogue.Folder.report, .messages, .classroom] {
      folder.write("templates/\(kind.rawValue)/xx.yaml", try translated(kind))
    }
    folder.write(
      "templates/report/glossary.xx.yaml",
      TemporaryFolder.text(of: "\(templatesFolder)/report/glossary.en.yaml"))
    let new = "\(templatesFolder)/new/en"
    folder.write(
      "templates/new/xx/notebook.yaml",
      TemporaryFolder.text(of: "\(new)/notebook.yaml").replacing("[en]", with: "[xx]"))
    folder.write("templates/new/xx/data.csv", TemporaryFolder.text(of: "\(new)/data.csv"))
    folder.write(
      "templates/new/xx/spring.xx.md", TemporaryFolder.text(of: "\(new)/spring.en.md"))
    return folder
  }

  /// Every English phrase with a sign before it.
  private static func translated(_ folder: PhraseCatalogue.Folder) throws -> String {
    let english = try PhraseCatalogue.load(
      templates: templatesFolder, folder: folder, language: .en)
    let own = [
      "language.name": "Xxish", "language.locale.MX": "xx-MX", "language.locale.ES": "xx-ES",
      "language.numbers.MX": "1'234;5 %", "language.numbers.ES": "1'234;5 %",
      "language.files.report": "xxraport",
    ]
    return english.keys.map { key in
      let names = Dictionary(
        english.placeholders(of: key).map { ($0, "{{\($0)}}") }, uniquingKeysWith: { a, _ in a })
      let text = own[key] ?? (key.hasPrefix("language.") ? "" : "¤") + english[key, names]
      let quoted = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        .replacing("\n", with: "\\n")
      return "\(key): \"\(quoted)\"\n"
    }.joined()
  }
}
