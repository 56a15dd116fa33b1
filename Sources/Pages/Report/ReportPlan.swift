import Diagnostics
import Drawing
import Figures
import Lessons
import Paper
import Phrases
import Prose
import Publishing

/// A report whose templates, phrases, prose and figures are read and checked; it can be written
/// once its lessons are trained.
public struct ReportPlan: Sendable {
  public let notebook: Notebook
  public let languages: [Language]
  public let only: [String]?
  /// Whether each language is also written as PDF.
  public let printsPDF: Bool
  /// The notebook reduced to the lessons that must be trained for this report.
  public let trainedNotebook: Notebook
  let lessons: [Lesson]
  let phrases: [Language: PhraseCatalogue]
  let prose: NotebookProse
  let templates: PageTemplates
  let glossaries: [Language: Glossary]
  let branding: Branding

  /// Reads and checks everything; writes nothing.
  ///
  /// - Parameters:
  ///   - languages: the languages to render, in the notebook's order.
  ///   - only: the ids of the lessons to show; nil for all.
  ///   - originals: the templates that `templates` was copied from, to compare the phrases with.
  public init(
    notebook: Notebook, languages: [Language], only: [String]?, printsPDF: Bool = false,
    templates: String, originals: String? = nil
  ) throws {
    self.notebook = notebook
    self.languages = languages
    self.only = only
    self.printsPDF = printsPDF
    lessons = notebook.lessons.filter { only?.contains($0.id) ?? true }
    self.templates = try PageTemplates(templates: templates)
    phrases = try PhraseCatalogue.checked(languages, templates: templates, originals: originals)
    glossaries = try languages.reduce(into: [:]) {
      $0[$1] = try Glossary.load(templates: templates, language: $1)
    }
    branding = try Branding.load(notebook)
    // Throws before training if the fonts are missing.
    _ = try PictureRenderer()
    if printsPDF { for language in languages { _ = try PaperPress(language: language.rawValue) } }
    let path = "\(notebook.folder)/notebook.yaml"
    let errors = notebook.lessons.flatMap { FigureCatalogue.check($0, in: notebook, path: path) }
    if !errors.isEmpty { throw UserErrors(errors) }
    prose = try NotebookProse.load(notebook)
    trainedNotebook = Self.trained(notebook, showing: lessons, prose)
  }

  /// The shown lessons and all lessons that their prose and figures refer to, directly or
  /// indirectly.
  private static func trained(
    _ notebook: Notebook, showing lessons: [Lesson], _ prose: NotebookProse
  ) -> Notebook {
    let names = LessonNames(notebook)
    var needed: [String] = []
    var waiting = lessons.map(\.id)
    while let id = waiting.popLast() {
      guard !needed.contains(id) else { continue }
      needed.append(id)
      for language in notebook.languages {
        guard let template = prose.template(id, language) else { continue }
        template.visit(template.nodes) { node in
          let name: String
          switch node {
          case .value(let tag): name = tag.name
          case .section(let tag, _): name = tag.name
          default: return
          }
          if let owner = names.resolve(name, in: id)?.lesson { waiting.append(owner) }
        }
      }
      if let sibling = names.outline(id)?.sibling { waiting.append(sibling) }
    }
    var trained = notebook
    trained.lessons = notebook.lessons.filter { needed.contains($0.id) }
    for index in trained.lessons.indices {
      let asked = FigureCatalogue.names(for: trained.lessons[index])
      trained.lessons[index].placedFigures = prose.figures(trained.lessons[index].id)
        .filter { !asked.contains($0) }.map { FigureRequest(name: $0) }
    }
    return trained
  }

  /// The data and prose files, without duplicates.
  func allInputs(_ inputs: [InputFile]) -> [InputFile] {
    inputs + prose.inputs.filter { file in !inputs.contains { $0.name == file.name } }
  }

  /// The manifest of this report, without its outputs.
  public func manifest(
    inputs: [InputFile], kind: Manifest.Kind = .report, pointsOutChanges: Bool = true
  ) -> Manifest {
    Manifest(
      version: Program.version, kind: kind, notebook: notebook.id, seed: notebook.seed, only: only,
      pointsOutChanges: pointsOutChanges,
      inputs: allInputs(inputs).map(Manifest.File.init))
  }
}
