import Datasets
import Diagnostics
import Neural

/// Finds and reads the image sets of a notebook, each once.
final class ImageReader {
  private let notebook: Notebook
  private let file: NotebookFile
  private let dataFolder: String?
  private let isStrict: Bool
  private let systemFolder: String
  private var known: [(key: Key, images: OpenedImages)] = []
  private var hashed: [(folder: String, hashes: [(name: String, sha256: String)])] = []
  /// The files of all sets, as `fashion-mnist/NAME`.
  private(set) var files: [InputFile] = []
  private(set) var warnings: [Message] = []

  private struct Key: Equatable {
    var name: String
    var train: Int?
    var test: Int?
    var classLimit: Int
  }

  init(
    notebook: Notebook, file: NotebookFile, dataFolder: String?, isStrict: Bool,
    systemFolder: String
  ) {
    self.notebook = notebook
    self.file = file
    self.dataFolder = dataFolder
    self.isStrict = isStrict
    self.systemFolder = systemFolder
  }

  /// What `read` would give, found out without inflating anything.
  func identity(_ source: ImageSource, for training: Training) throws -> DataIdentity {
    let classes = classNames(source, count: classLimit(training))
    guard let folder = locate(source.name) else {
      try checkSubstitute(source, at: training.marks)
      return DataIdentity(kind: .drawnImages, classes: classes, files: [])
    }
    if let before = hashed.first(where: { $0.folder == folder }) {
      return DataIdentity(kind: .images, classes: classes, files: before.hashes)
    }
    let hashes = try ImageFolder.hashes(path: folder)
    hashed.append((folder, hashes))
    note(hashes, of: source.name)
    return DataIdentity(kind: .images, classes: classes, files: hashes)
  }

  func read(_ source: ImageSource, for training: Training) throws -> OpenedImages {
    let key = Key(
      name: source.name, train: source.train, test: source.test,
      classLimit: classLimit(training))
    var images: OpenedImages
    if let before = known.first(where: { $0.key == key }) {
      images = before.images
    } else {
      images = try stored(key) ?? drawn(source, key, at: training.marks)
      known.append((key, images))
    }
    images.classes = classNames(source, count: key.classLimit)
    return images
  }

  private func classLimit(_ training: Training) -> Int {
    let units = training.outputUnits ?? NotebookLimits.classes
    return min(units, NotebookLimits.classes)
  }

  private func locate(_ name: String) -> String? {
    ImageFolder.locate(
      name: name, beside: notebook.folder.isEmpty ? "." : notebook.folder,
      dataFolder: dataFolder, system: systemFolder)
  }

  /// The files become inputs of the report; the last reading of a name counts.
  private func note(_ hashes: [(name: String, sha256: String)], of set: String) {
    for file in hashes {
      let input = InputFile(name: "\(set)/\(file.name)", sha256: file.sha256)
      files.removeAll { $0.name.utf8.elementsEqual(input.name.utf8) }
      files.append(input)
    }
  }

  /// The set as it lies in a folder; nil where there is none.
  private func stored(_ key: Key) throws(ImageError) -> OpenedImages? {
    guard let path = locate(key.name) else { return nil }
    let contents = try ImageFolder.load(
      path: path, train: key.train, test: key.test, classLimit: key.classLimit)
    note(contents.hashes, of: key.name)
    return OpenedImages(
      train: contents.train, test: contents.test, hashes: contents.hashes, classes: [],
      isDrawn: false)
  }

  /// The drawn garments in place of Fashion-MNIST; there is no substitute for other sets.
  private func drawn(
    _ source: ImageSource, _ key: Key, at marks: TrainingMarks
  ) throws(NotebookError) -> OpenedImages {
    try checkSubstitute(source, at: marks)
    let sets = DrawnGarments.make(
      seed: notebook.seed, train: min(key.train ?? DrawnGarments.trainCount, Self.realTrainCount),
      test: min(key.test ?? DrawnGarments.testCount, Self.realTestCount))
    return OpenedImages(
      train: sets.train, test: sets.test, hashes: [], classes: [], isDrawn: true)
  }

  /// That there may be one, and that it will be said.
  private func checkSubstitute(
    _ source: ImageSource, at marks: TrainingMarks
  ) throws(NotebookError) {
    guard source.isFashionMNIST else {
      throw file.error(.imagesMissing(source.name), at: marks.source)
    }
    guard !isStrict else { throw file.error(.substituteRefused, at: marks.source) }
    let warning = Message("notebook.substituteUsed")
    if !warnings.contains(warning) { warnings.append(warning) }
  }

  /// Fashion-MNIST's own sizes, which its substitute does not exceed.
  private static let realTrainCount = 60_000
  private static let realTestCount = 10_000

  private func classNames(_ source: ImageSource, count: Int) -> [LocalizedText] {
    if let classes = source.classes { return classes }
    guard source.isFashionMNIST else {
      return (0..<count).map { LocalizedText(plain: String($0)) }
    }
    let spanish =
      notebook.region == .es ? FashionMNIST.classNamesOfSpain : FashionMNIST.classNames.es
    return zip(spanish, FashionMNIST.classNames.en).map { LocalizedText([.es: $0, .en: $1]) }
  }
}
