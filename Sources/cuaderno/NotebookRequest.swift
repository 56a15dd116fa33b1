import Diagnostics
import Lessons

/// What of a notebook a command is to work on.
struct NotebookRequest {
  /// Ids of lessons; empty: all.
  var only: [String] = []
  /// Empty: those of the notebook.
  var languages: [Language] = []
  /// nil: the notebook's.
  var seed: UInt64?

  /// The notebook with the seed asked for, and the languages to render in the notebook's order.
  ///
  /// Throws where a lesson or a language is asked for that the notebook has not.
  func applied(
    to loaded: Notebook
  ) throws(CommandError) -> (notebook: Notebook, languages: [Language]) {
    var notebook = loaded
    if let seed { notebook.seed = seed }
    let ids = notebook.lessons.map(\.id)
    for id in only where !ids.contains(id) {
      throw .unknownLesson(id: id, suggestion: nearest(to: id, among: ids), lessons: ids)
    }
    // `both` is what a notebook has at most; a language by name must be there.
    if languages.count == 1, !notebook.languages.contains(languages[0]) {
      throw .noSuchLanguage(language: languages[0].rawValue, notebook: notebook.id)
    }
    let rendered = notebook.languages.filter { languages.isEmpty || languages.contains($0) }
    return (notebook, rendered)
  }
}
