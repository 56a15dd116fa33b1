import Archives
import Datasets
import Diagnostics

extension PreparedLesson {
  /// A lesson of a table with another table in the place of its own: what somebody else measured.
  ///
  /// Throws what is wrong with the table: its columns, its values, too few rows. Precondition: the
  /// lesson trains on a table and its model fits its own one.
  package init(
    _ lesson: Lesson, table: Table, sha256: String, in notebook: Notebook
  ) throws {
    guard var training = lesson.training, case .table(let source) = training.data else {
      preconditionFailure("lesson \(lesson.id) has no table")
    }
    let file = NotebookFile(path: NotebookFolder.join(notebook.folder, "notebook.yaml"))
    let opened = try OpenedTable(
      source, files: [OpenedTable.File(name: source.path, table: table, sha256: sha256)],
      training: training, notebookPath: file.path)
    let data = try opened.prepared(
      for: training, lesson: lesson, seed: notebook.seed, file: file)
    let key = ResultKey(
      notebook: notebook, lesson: lesson, training: training,
      data: DataIdentity(opened, data), initialWeights: nil)
    if let split = data.split { training.fit.validation = .split(split) }
    self.init(lesson: lesson, training: training, key: key, data: data)
  }
}

extension RegressionStudy {
  /// Takes over how people call the columns and where the rows stand in the file: the same numbers may
  /// have been trained on under other names.
  mutating func describe(_ source: TableSource, _ data: PreparedData) {
    guard case .table(let table) = data.source else { return }
    inputNames = source.inputs
    targetName = source.target
    columns = source.columns
    lines = table.lines
  }
}
