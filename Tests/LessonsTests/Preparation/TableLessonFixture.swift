import Datasets
import Diagnostics

@testable import Lessons

/// A notebook with one lesson on a table, and what becomes of it.
enum TableLessonFixture {
  /// A notebook with one lesson on `data.csv` whose `data` has `data` besides the file.
  static func notebook(
    _ data: String, units: Int = 1, loss: String = "mean_squared_error",
    activation: String = "linear",
    fit: String = "{epochs: 1}", predict: String? = nil
  ) -> String {
    """
    schema: 1
    id: n
    title: {es: "N", en: "N"}
    lessons:
      - id: l
        title: {es: "R", en: "L"}
        data: {table: data.csv, \(data)}
        model: [Dense: {units: \(units), activation: \(activation)}]
        compile: {optimizer: adam, loss: \(loss)}
        fit: \(fit)
        \(predict.map { "predict: \($0)" } ?? "")
        figures: []
    """
  }

  static func lesson(
    _ yaml: String, _ table: String, _ more: [(name: String, text: String)] = []
  ) throws -> PreparedLesson {
    let folder = NotebookFolderFixture([("notebook.yaml", yaml), ("data.csv", table)] + more)
    return try Notebook.load(folder: folder.path).prepare().lessons[0]
  }

  static func read(
    _ yaml: String, _ table: String, _ more: [(name: String, text: String)] = []
  ) throws -> (table: PreparedTable, assumed: [String]) {
    let lesson = try lesson(yaml, table, more)
    guard case .table(let rows) = lesson.data.source else { preconditionFailure("no table") }
    return (rows, lesson.data.assumptions.map { Messages.catalogue(.en)[$0.key, $0.arguments] })
  }

  /// The sentences that refuse a table, as `LINE: sentence`.
  static func refusals(
    _ yaml: String, _ table: String, _ language: Language = .en
  ) -> [String] {
    let folder = NotebookFolderFixture(notebook: yaml, table: table)
    do {
      _ = try Notebook.load(folder: folder.path).prepare()
      return []
    } catch {
      return error.errors.map {
        let line = $0.place?.line.map(String.init) ?? "-"
        return "\(line): \(Messages.catalogue(language)[$0.message.key, $0.message.arguments])"
      }
    }
  }
}
