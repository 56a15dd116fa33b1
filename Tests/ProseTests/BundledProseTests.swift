import Glibc
import Lessons
import TestSupport
import Testing

@testable import Phrases
@testable import Prose

/// The prose of the bundled notebook on data and trainings that make each of its claims true once
/// and false once.
@Suite struct BundledProseTests {
  @Test func everyClaimIsMadeAndLeftOut() throws {
    var seen: [String: Set<Bool>] = [:]
    var known: [KnownLesson] = []
    for variant in BundledVariant.all {
      let (folder, missing) = variant.write()
      #expect(missing.isEmpty, "\(variant.name)")
      let notebook = try Notebook.load(folder: folder.path)
      let results = try BundledVariant.results(notebook, known: &known)
      let prose = try NotebookProse.load(notebook)
      for language in notebook.languages {
        let values = LessonValues(
          notebook: notebook, results: results, language: language,
          phrases: try PhraseCatalogue.load(templates: templatesFolder, language: language))
        for lesson in notebook.lessons {
          let template = try #require(prose.template(lesson.id, language))
          let html = ProseRenderer(values: values)
            .render(template, lesson: lesson.id, figure: { _ in "" }).html
          if let dump = getenv("PROSE_DUMP") {
            let out = fopen(
              "\(String(cString: dump))/\(variant.name).\(lesson.id).\(language.rawValue).html", "w"
            )!
            fputs(html, out)
            fclose(out)
          }
          #expect(!html.contains("{{"), "\(variant.name), \(lesson.id)")
          // A value that the training did not give.
          #expect(!html.contains(" – "), "\(variant.name), \(lesson.id), \(language)")
          template.visit(template.nodes) { node in
            guard case .section(let tag, _) = node else { return }
            let owner = tag.name.hasPrefix("of.") ? "" : "\(lesson.id): "
            seen[owner + tag.name, default: []].insert(values.isTrue(tag.name, in: lesson.id))
          }
        }
      }
      withExtendedLifetime(folder) {}
    }
    #expect(seen.count > 45)
    // Ten epochs of so few images and these rates do not turn them both ways; `ClaimTests` and
    // `FactTests` do.
    let elsewhere = ["loss_falls", "val_loss_rises", "accuracy_hides", "validation_stalls"]
    let stuck = seen.filter { name, values in
      values.count < 2 && !elsewhere.contains { name.hasSuffix("facts.\($0)") }
    }
    #expect(
      stuck.isEmpty,
      "\(stuck.map { "\($0.key) is always \($0.value.first!)" }.sorted().joined(separator: "\n"))")
  }
}
