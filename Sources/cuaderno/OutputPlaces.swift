import Lessons
import Pages
import Publishing

/// Where the reports of one `build` go: one notebook's into `--output` itself, those of several into
/// folders of their own below it, with a page that lists them.
struct OutputPlaces {
  /// As asked for.
  let output: String?
  let notebookCount: Int

  var isShared: Bool { notebookCount > 1 }

  /// What several notebooks share.
  var shared: String { output ?? "output" }

  func folder(of notebook: Notebook) -> String {
    isShared ? "\(shared)/\(notebook.id)" : output ?? "output/\(notebook.id)"
  }

  /// Refuses a folder of which the page that lists the reports is not ours.
  func checkShared() throws(OutputError) {
    if isShared { try NotebookIndex.check(shared) }
  }
}
