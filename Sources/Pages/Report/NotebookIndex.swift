import Archives
import Glibc
import Lessons
import Publishing

/// The page that links the reports of several notebooks.
public enum NotebookIndex {
  private struct Page {
    struct Notebook {
      struct Title {
        var locale: String
        var text: String
      }

      var file: String
      var titles: [Title]
    }

    var locale: String
    var title: String
    var policy: String
    var generator: String
    var style: String
    var notebooks: [Notebook]
  }

  private static let fileName = "index.html"
  /// Identifies pages written by this program.
  private static let mark = "<meta name=\"generator\" content=\"Cuaderno "

  /// Throws if the folder is itself a report or its index.html was not written by this program;
  /// changes nothing.
  public static func check(_ folder: String) throws(OutputError) {
    let path = "\(folder)/\(fileName)"
    let isReport: Bool
    do throws(FileTree.SystemError) {
      isReport = try FileTree.kind("\(folder)/\(Manifest.fileName)") != .absent
      let hasPage = try FileTree.kind(path) != .absent
      if !isReport && !hasPage { return }
    } catch {
      if error.code == ENOTDIR { throw .notAFolder(path: folder) }
      throw .cannotCreate(path: folder, code: error.code)
    }
    if isReport { throw .singleReport(path: folder) }
    guard let bytes = try ReportTarget.read(path),
      String(decoding: bytes, as: UTF8.self).firstRange(of: mark) != nil
    else { throw .notOurs(path: path) }
  }

  /// Atomically writes index.html, which lists the reports of `plans`.
  public static func write(_ plans: [ReportPlan], into folder: String) throws(OutputError) {
    let path = "\(folder)/\(fileName)"
    let lock = try TargetLock.acquire(path, name: path)
    defer { withExtendedLifetime(lock) {} }
    let staged = HiddenName.beside(path, "new")
    FileTree.remove(staged)
    do throws(FileTree.SystemError) {
      try FileTree.write(staged, html(plans))
      try FileTree.synchronize(staged)
      guard rename(staged, path) == 0 else { throw FileTree.SystemError(code: errno) }
      try FileTree.synchronize(folder)
    } catch {
      FileTree.remove(staged)
      throw .failed(path: path, code: error.code)
    }
  }

  /// Whether the page in `folder` equals the one that `write` would write.
  public static func isCurrent(_ plans: [ReportPlan], in folder: String) -> Bool {
    (try? Files.read("\(folder)/index.html", limit: ReportTarget.sizeLimit)) == html(plans)
  }

  /// The bytes of `index.html`, notebooks in the order of `plans`.
  static func html(_ plans: [ReportPlan]) -> [UInt8] {
    precondition(!plans.isEmpty, "an index lists at least one notebook")
    let templates = plans[0].templates
    let first = plans[0].languages[0]
    let page = Page(
      locale: plans[0].phrases[first]!.locale(plans[0].notebook.region),
      title: plans[0].phrases[first]!["page.notebooks"],
      policy: templates.policy(),
      generator: Program.generator,
      style: templates.style,
      notebooks: plans.map { plan in
        Page.Notebook(
          file: "\(plan.notebook.id)/index.html",
          titles: plan.languages.map {
            Page.Notebook.Title(
              locale: plan.phrases[$0]!.locale(plan.notebook.region), text: plan.notebook.title[$0])
          })
      })
    return Array(templates.render("notebooks", page).utf8)
  }
}
