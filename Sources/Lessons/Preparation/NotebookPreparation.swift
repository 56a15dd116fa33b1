import Archives
import Datasets
import Diagnostics
import Neural

/// Reads a notebook's files stage by stage; a stage with errors is the last one.
final class NotebookPreparation {
  private let notebook: Notebook
  private let images: ImageReader
  private let file: NotebookFile
  private let known: (ResultKey) -> LessonResult?
  private let clock = ContinuousClock()
  private var inputs: [InputFile] = []
  private let shelf: TableShelf
  private var trainings: [(lesson: String, training: Training)] = []
  private var errors: [any UserError] = []

  init(
    _ notebook: Notebook, dataFolder: String?, isStrict: Bool,
    systemFolder: String = ImageFolder.systemFolder,
    known: @escaping (ResultKey) -> LessonResult? = { _ in nil }
  ) {
    self.notebook = notebook
    self.known = known
    shelf = TableShelf(folder: notebook.folder)
    file = NotebookFile(path: NotebookFolder.join(notebook.folder, "notebook.yaml"))
    images = ImageReader(
      notebook: notebook, file: file, dataFolder: dataFolder, isStrict: isStrict,
      systemFolder: systemFolder)
  }

  /// A lesson on its way.
  private struct Draft {
    var lesson: Lesson
    var training: Training
    var opened: OpenedData
    var key: ResultKey
    /// The samples of a table, or why there are none.
    var data: Result<PreparedData, any Error>?
    var arrays: [NPYArray]?
    var seconds: Double
  }

  /// What became of a lesson's files.
  private enum Opening {
    case known(KnownLesson)
    case draft(Draft)
  }

  func run() throws(UserErrors) -> PreparedNotebook {
    readOwnFiles()
    let openings = notebook.lessons.compactMap(open)
    try stop()
    var drafts: [Draft] = []
    var found: [KnownLesson] = []
    for opening in openings {
      switch opening {
      case .known(let lesson): found.append(lesson)
      case .draft(let draft): drafts.append(draft)
      }
    }
    for draft in drafts { check(draft) }
    try stop()
    let lessons = drafts.compactMap(finish)
    try stop()
    inputs += images.files + shelf.inputs.filter { !inputs.contains($0) }
    var notebook = notebook
    for index in notebook.lessons.indices {
      if let found = trainings.first(where: { $0.lesson == notebook.lessons[index].id }) {
        notebook.lessons[index].training = found.training
      }
    }
    return PreparedNotebook(
      notebook: notebook, lessons: lessons, known: found, inputs: sorted(inputs),
      warnings: images.warnings)
  }

  private func stop() throws(UserErrors) {
    guard !errors.isEmpty else { return }
    throw UserErrors(Array(errors.prefix(UserErrors.limit)))
  }

  /// Runs `work`; an error is kept for the end of the stage.
  private func attempt<Value>(_ work: () throws -> Value) -> Value? {
    do {
      return try work()
    } catch let several as UserErrors {
      errors += several.errors
    } catch {
      errors.append(error as! any UserError)
    }
    return nil
  }

  // MARK: Files and headers

  /// notebook.yaml, prose, logo and theme: only their bytes matter here.
  private func readOwnFiles() {
    for name in notebook.ownFileNames { _ = attempt { try read(name) } }
  }

  private func path(_ name: String) -> String {
    NotebookFolder.join(notebook.folder, name)
  }

  /// The bytes of a file of the folder, which becomes an input of the report.
  private func read(
    _ name: String, limit: Int = NotebookLimits.dataFileBytes
  ) throws(FileError) -> [UInt8] {
    let bytes = try Files.read(path(name), limit: limit)
    if !inputs.contains(where: { $0.name.utf8.elementsEqual(name.utf8) }) {
      inputs.append(InputFile(name: name, sha256: SHA256.hash(bytes).hexadecimal))
    }
    return bytes
  }

  private func open(_ lesson: Lesson) -> Opening? {
    guard let training = lesson.training else { return nil }
    var opening: Opening?
    var arrays: [NPYArray]?
    let seconds = clock.measure {
      let weights = training.initialWeights.flatMap { name in
        attempt { (name: name, bytes: try read(name, limit: NPZ.sizeLimit)) }
      }
      guard training.initialWeights == nil || weights != nil else { return }
      let hash = weights.map { SHA256.hash($0.bytes).hexadecimal }
      func makeKey(_ data: DataIdentity) -> ResultKey {
        ResultKey(
          notebook: notebook, lesson: lesson, training: training, data: data,
          initialWeights: hash)
      }
      opening = attempt {
        switch training.data {
        case .table(let source):
          let opened = try OpenedTable(
            source, files: try shelf.files(of: source), training: training,
            notebookPath: file.path)
          var (lesson, training) = (lesson, training)
          training.adopt(opened)
          lesson.training = training
          let data = Result {
            try opened.prepared(for: training, lesson: lesson, seed: notebook.seed, file: file)
          }
          let summary = try? data.get()
          let key = ResultKey(
            notebook: notebook, lesson: lesson, training: training,
            data: summary.map { DataIdentity(opened, $0) } ?? DataIdentity(opened),
            initialWeights: hash)
          // Whole groups are not the share that was asked for.
          if let split = summary?.split { training.fit.validation = .split(split) }
          lesson.training = training
          trainings.append((lesson.id, training))
          if let summary, var result = known(key) {
            // What is said of the file is this file's, whichever gave the same numbers before.
            result.data = summary.summary
            result.regression?.describe(opened.source, summary)
            return .known(KnownLesson(key: key, result: result))
          }
          return .draft(
            Draft(
              lesson: lesson, training: training, opened: .table(opened), key: key, data: data,
              arrays: nil, seconds: 0))
        case .images(let source):
          let identity = try images.identity(source, for: training)
          let before = makeKey(identity)
          if let result = known(before) {
            return .known(KnownLesson(key: before, result: result))
          }
          // The key is that of the bytes that are trained on, should a file change meanwhile.
          let images = try images.read(source, for: training)
          let opened = OpenedData.images(images)
          return .draft(
            Draft(
              lesson: lesson, training: training, opened: opened,
              key: makeKey(DataIdentity(images)),
              arrays: nil, seconds: 0))
        }
      }
      if case .draft = opening, let weights {
        arrays = attempt { try NPZ.read(weights.bytes, path: path(weights.name)) }
      }
    }
    guard case .draft(var draft) = opening else { return opening }
    draft.arrays = arrays
    draft.seconds = seconds / .seconds(1)
    return .draft(draft)
  }

  // MARK: Shapes

  private func check(_ draft: Draft) {
    let inputShape = draft.opened.inputShape
    let findings = ShapeCheck(training: draft.training).findings(inputShape: inputShape)
    errors += findings.map { file.error($0.problem, at: $0.mark) }
    guard findings.isEmpty else { return }
    if let name = draft.training.initialWeights, let arrays = draft.arrays {
      let expected = ModelOutline(draft.training, imageShape: inputShape).weights
      errors += weightErrors(arrays, expected: expected, path: path(name))
    }
  }

  /// The arrays of `initial_weights`: their number and shapes are the model's.
  private func weightErrors(
    _ arrays: [NPYArray], expected: [WeightShape], path: String
  ) -> [NotebookError] {
    guard arrays.count == expected.count else {
      return [
        NotebookError(
          .weightCount(key: "initial_weights", expected: expected.count, found: arrays.count),
          at: Place(path))
      ]
    }
    return expected.indices.compactMap { index in
      let name = String(index)
      guard let array = arrays.first(where: { $0.name == name }) else {
        return NotebookError(.missingArray(name), at: Place(path))
      }
      guard array.shape == expected[index].shape else {
        return NotebookError(
          .weightShape(key: name, expected: expected[index].shape, found: array.shape),
          at: Place(path))
      }
      return nil
    }
  }

  // MARK: Bodies

  private func finish(_ draft: Draft) -> PreparedLesson? {
    var data: PreparedData?
    let seconds = clock.measure {
      data = attempt {
        switch draft.opened {
        case .table: try draft.data!.get()
        case .images(let images): try images.prepared(for: draft.training, file: file)
        }
      }
    }
    guard let data else { return nil }
    let weights = draft.arrays.map { arrays in
      arrays.indices.map { index in arrays.first { $0.name == String(index) }!.values }
    }
    return PreparedLesson(
      lesson: draft.lesson, training: draft.training, key: draft.key, data: data,
      initialWeights: weights,
      loadSeconds: draft.seconds + seconds / .seconds(1))
  }

  private func sorted(_ files: [InputFile]) -> [InputFile] {
    files.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }
}
