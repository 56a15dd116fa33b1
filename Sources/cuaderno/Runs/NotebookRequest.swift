import Archives
import Diagnostics
import Lessons
import Pages
import Publishing

/// The parts of a notebook that a command works on.
struct NotebookRequest {
  /// Lesson ids; empty for all.
  var only: [String] = []
  /// Empty for all of the notebook's languages.
  var languages: [Language] = []
  /// nil for the notebook's own seed.
  var seed: UInt64?

  /// The notebook with the requested seed, and the languages to render, in the notebook's order.
  ///
  /// Throws if the notebook lacks a requested lesson or language.
  func applied(
    to loaded: Notebook
  ) throws(CommandError) -> (notebook: Notebook, languages: [Language]) {
    var notebook = loaded
    if let seed { notebook.seed = seed }
    let ids = notebook.lessons.map(\.id)
    for id in only where !ids.contains(id) {
      throw .unknownLesson(id: id, suggestion: nearest(to: id, among: ids), lessons: ids)
    }
    // `both` means all languages that the notebook has; a single language must exist.
    if languages.count == 1, !notebook.languages.contains(languages[0]) {
      throw .noSuchLanguage(language: languages[0].rawValue, notebook: notebook.id)
    }
    let rendered = notebook.languages.filter { languages.isEmpty || languages.contains($0) }
    return (notebook, rendered)
  }
}

/// Finds a notebook by folder or file or, for a bundled one, by name.
enum BundledNotebooks {
  static let first = "practica-tensorflow"
  static let file = "notebook.yaml"

  /// The folder of a notebook that is named by it, by its notebook.yaml, or by a bundled one's name.
  static func folder(of name: String, templates: String) throws(CommandError) -> String {
    if isNotebook(name) { return name }
    if name == file, Files.isFile(file) { return "." }
    if name.hasSuffix("/" + file), Files.isFile(name) {
      return String(name.dropLast(file.count + 1))
    }
    let bundled = "\(templates)/notebooks/\(name)"
    // Only a plain name, so that the path stays inside the folder.
    if !name.utf8.contains(UInt8(ascii: "/")), isNotebook(bundled) { return bundled }
    let commands = CuadernoCommand.configuration.subcommands.map { $0._commandName }
    if !name.contains("/"),
      let meant = nearest(to: name, among: commands + ["help"] + names(templates: templates))
    {
      throw .unknownCommand(name: name, suggestion: meant)
    }
    throw .unknownNotebook(name: name, bundled: names(templates: templates))
  }

  /// The names of the bundled notebooks, sorted.
  static func names(templates: String) -> [String] {
    let names = (try? FileTree.names(in: "\(templates)/notebooks")) ?? []
    return names.filter { isNotebook("\(templates)/notebooks/\($0)") }
  }

  private static func isNotebook(_ folder: String) -> Bool {
    Files.isFile("\(folder)/\(file)")
  }
}

/// The output folders of one `build`: one notebook is written to `--output` itself, several to
/// subfolders of it with a page that lists them.
struct OutputPlaces {
  /// The value of `--output`.
  let output: String?
  let notebookCount: Int

  var isShared: Bool { notebookCount > 1 }

  /// The folder that holds the reports of several notebooks.
  var shared: String { output ?? "output" }

  func folder(of notebook: Notebook) -> String {
    isShared ? "\(shared)/\(notebook.id)" : output ?? "output/\(notebook.id)"
  }

  /// Throws if the folder has an index page that this program did not write.
  func checkShared() throws(OutputError) {
    if isShared { try NotebookIndex.check(shared) }
  }
}
