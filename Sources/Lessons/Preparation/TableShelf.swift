import Archives
import Datasets
import Diagnostics

/// Reads the tables of a notebook, each once for each way of reading it.
final class TableShelf {
  private let folder: String
  private var known: [(name: String, options: TableOptions, file: OpenedTable.File)] = []
  private var contents: [(name: String, bytes: [UInt8], sha256: String)] = []
  /// The files that were read, in that order.
  var inputs: [InputFile] { contents.map { InputFile(name: $0.name, sha256: $0.sha256) } }

  init(folder: String) { self.folder = folder }

  /// The table of a lesson, and its test table where it has one.
  func files(of source: TableSource) throws -> [OpenedTable.File] {
    let options = source.readOptions
    var files = [try file(source.path, options)]
    if case .table(let name)? = source.testPart { files.append(try file(name, options)) }
    return files
  }

  private func file(_ name: String, _ options: TableOptions) throws -> OpenedTable.File {
    if let before = known.first(where: { $0.name == name && $0.options == options }) {
      return before.file
    }
    let path = NotebookFolder.join(folder, name)
    if !contents.contains(where: { $0.name == name }) {
      let bytes = try Files.read(path, limit: Table.fileSizeLimit)
      contents.append((name, bytes, SHA256.hash(bytes).hexadecimal))
    }
    let stored = contents.first { $0.name == name }!
    let table = try Table.read(bytes: stored.bytes, path: path, options: options)
    let file = OpenedTable.File(name: name, table: table, sha256: stored.sha256)
    known.append((name, options, file))
    return file
  }
}

extension Notebook {
  /// The notebook with what its tables say of its lessons: which numbers go in, under which names, and
  /// which classes there are. A lesson whose table has faults stays as it is; `prepare` says them.
  public func resolvingTables() -> Notebook {
    let shelf = TableShelf(folder: folder)
    let path = NotebookFolder.join(folder, "notebook.yaml")
    var resolved = self
    for index in lessons.indices {
      guard var training = lessons[index].training, case .table(let source) = training.data,
        let files = try? shelf.files(of: source),
        let opened = try? OpenedTable(
          source, files: files, training: training, notebookPath: path)
      else { continue }
      training.adopt(opened)
      resolved.lessons[index].training = training
    }
    return resolved
  }
}

extension Training {
  /// Takes over what was found in the table.
  mutating func adopt(_ opened: OpenedTable) {
    data = .table(opened.source)
    predict = opened.predict
  }
}
