import Archives
import Diagnostics
import Lessons
import Pages
import Publishing

/// The findings in one notebook.
struct NotebookCheck {
  /// The name or folder as typed.
  let name: String
  /// nil if notebook.yaml cannot be read.
  var id: String?
  var errors: [any UserError] = []
  var warnings: [Message] = []
  var advice: [Advice] = []

  /// Whether it holds advice, which `--strict` refuses; notes are none.
  var hasAdvice: Bool { advice.contains { $0.level == .advice } }
  /// What was assumed in reading the data, once for each file that lessons share.
  var assumed: [(lesson: String, sentence: Message)] = []
}

/// Runs the checks of a build without stopping at the first group of errors: data and output folder
/// are checked even if prose or figures have errors.
struct CheckRun {
  let places: OutputPlaces
  let templates: String
  let dataFolder: String?
  let isStrict: Bool

  func check(_ name: String) throws -> NotebookCheck {
    var check = NotebookCheck(name: name)
    guard
      let notebook = try collecting(
        into: &check,
        {
          if let dataFolder, !Files.isFolder(dataFolder) {
            throw CommandError.noDataFolder(path: dataFolder)
          }
          return try Notebook.load(
            folder: BundledNotebooks.folder(of: name, templates: templates), errorLimit: .max)
        })
    else { return check }
    check.id = notebook.id
    _ = try collecting(into: &check) {
      try ReportTarget.check(places.folder(of: notebook)).checkWritable()
    }
    _ = try collecting(into: &check) {
      try ReportPlan(
        notebook: notebook, languages: notebook.languages, only: nil, templates: templates,
        originals: TemplatesFolder.originals(of: templates))
    }
    let prepared = try collecting(into: &check) {
      try notebook.prepare(dataFolder: dataFolder, isStrict: isStrict)
    }
    if let prepared {
      check.warnings = prepared.warnings
      check.advice = Linter.advice(on: prepared)
      for lesson in prepared.lessons {
        for sentence in lesson.data.assumptions
        where !check.assumed.contains(where: { $0.sentence == sentence }) {
          check.assumed.append((lesson.lesson.id, sentence))
        }
      }
    }
    return check
  }

  private func collecting<Value>(
    into check: inout NotebookCheck, _ work: () throws -> Value
  ) throws -> Value? {
    do {
      return try work()
    } catch let several as UserErrors {
      check.errors += several.errors
    } catch let error as any UserError {
      check.errors.append(error)
    }
    return nil
  }
}
