import Diagnostics
import Drawing
import Lessons

/// A report that can be written as soon as its lessons are trained: templates, phrases, prose and
/// figures are read and checked.
public struct ReportPlan: Sendable {
  public let notebook: Notebook
  public let languages: [Language]
  public let only: [String]?
  /// The notebook with the lessons that must be trained for this report.
  public let trainedNotebook: Notebook
  let lessons: [Lesson]
  let phrases: [Language: PhraseCatalogue]
  let templates: PageTemplates

  /// Reads and checks; writes nothing.
  ///
  /// - Parameters:
  ///   - languages: those to render, in the notebook's order.
  ///   - only: the ids of the lessons to show; nil for all.
  public init(
    notebook: Notebook, languages: [Language], only: [String]?, templates: String
  ) throws {
    self.notebook = notebook
    self.languages = languages
    self.only = only
    lessons = notebook.lessons.filter { only?.contains($0.id) ?? true }
    self.templates = try PageTemplates(templates: templates)
    var phrases: [Language: PhraseCatalogue] = [:]
    for language in languages {
      phrases[language] = try PhraseCatalogue.load(templates: templates, language: language)
    }
    self.phrases = phrases
    // Finds out before training whether the fonts are there.
    _ = try PictureRenderer()
    let path = "\(notebook.folder)/notebook.yaml"
    let errors = lessons.flatMap { FigureCatalogue.check($0, in: notebook, path: path) }
    if !errors.isEmpty { throw UserErrors(errors) }
    var trained = notebook
    trained.lessons = lessons
    trainedNotebook = trained
  }

  /// manifest.json of this report, its outputs still to come.
  public func manifest(inputs: [InputFile]) -> Manifest {
    Manifest(
      version: Program.version, notebook: notebook.id, seed: notebook.seed, only: only,
      inputs: inputs.map { Manifest.File(name: $0.name, sha256: $0.sha256) })
  }
}
