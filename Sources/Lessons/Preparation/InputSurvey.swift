import Archives
import Datasets

/// The files that a report of a notebook is made from, by their hashes alone: whether anything
/// changed is told without understanding any of them.
public struct InputSurvey {
  private let notebook: Notebook
  private let dataFolder: String?

  /// - Parameter dataFolder: where image sets are looked for before the system's place.
  public init(_ notebook: Notebook, dataFolder: String?) {
    self.notebook = notebook
    self.dataFolder = dataFolder
  }

  /// The files of the notebook's folder; nil where one cannot be read.
  public func ownFiles() -> [InputFile]? {
    var names = notebook.ownFileNames.map { ($0, NotebookLimits.dataFileBytes) }
    for training in notebook.lessons.compactMap(\.training) {
      if case .table(let source) = training.data {
        names.append((source.path, Table.fileSizeLimit))
        if case .table(let name)? = source.testPart { names.append((name, Table.fileSizeLimit)) }
      }
      if let weights = training.initialWeights { names.append((weights, NPZ.sizeLimit)) }
    }
    var files: [InputFile] = []
    for (name, limit) in names
    where !files.contains(where: { $0.name.utf8.elementsEqual(name.utf8) }) {
      let path = NotebookFolder.join(notebook.folder, name)
      guard let bytes = try? Files.read(path, limit: limit) else { return nil }
      files.append(InputFile(name: name, sha256: SHA256.hash(bytes).hexadecimal))
    }
    return files
  }

  /// The files of its image sets; nil where one is not there or cannot be read.
  public func imageFiles() -> [InputFile]? {
    var files: [InputFile] = []
    var seen: [String] = []
    for training in notebook.lessons.compactMap(\.training) {
      guard case .images(let source) = training.data, !seen.contains(source.name) else { continue }
      seen.append(source.name)
      let place = notebook.folder.isEmpty ? "." : notebook.folder
      guard
        let folder = ImageFolder.locate(
          name: source.name, beside: place, dataFolder: dataFolder),
        let hashes = try? ImageFolder.hashes(path: folder)
      else { return nil }
      files += hashes.map { InputFile(name: "\(source.name)/\($0.name)", sha256: $0.sha256) }
    }
    return files
  }
}

extension Notebook {
  /// notebook.yaml, prose and logo: files of which only the bytes matter before a page is written.
  var ownFileNames: [String] {
    var names = ["notebook.yaml"] + [course.logo].compactMap { $0 }
    if Files.isFile(NotebookFolder.join(folder, Self.themeName)) { names.append(Self.themeName) }
    for lesson in lessons {
      names += languages.map { "\(lesson.id).\($0.rawValue).md" }
        .filter { Files.isFile(NotebookFolder.join(folder, $0)) }
    }
    return names
  }
}
