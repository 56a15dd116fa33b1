import Archives
import Neural

/// Everything that decides a lesson's result but the program, part by part, each by its SHA-256.
///
/// Parts are named as in notebook.yaml (`model`, `fit`, ...), data files by their names. Places in
/// files, titles, figures and prose are no part: they change pages, not results. No time is.
public struct ResultKey: Equatable, Sendable {
  public struct Part: Equatable, Sendable {
    public var name: String
    /// In hexadecimal.
    public var sha256: String

    public init(name: String, sha256: String) {
      self.name = name
      self.sha256 = sha256
    }
  }

  public let notebook: String
  public let lesson: String
  public let parts: [Part]
  /// What notebook.yaml says of the lesson: no identifier, no data file.
  public let lessonParts: [Part]

  /// - Parameter initialWeights: SHA-256 of the file, in hexadecimal.
  init(
    notebook: Notebook, lesson: Lesson, training: Training, data: DataIdentity,
    initialWeights: String?
  ) {
    self.notebook = notebook.id
    self.lesson = lesson.id
    // A reflected description shows every stored property with all digits of its numbers.
    func part(_ name: String, _ value: Any) -> Part {
      let text = String(reflecting: value)
      return Part(name: name, sha256: SHA256.hash(Array(text.utf8)).hexadecimal)
    }
    let fit = training.fit
    let compile = training.compile
    var parts = [
      part("id", lesson.id),
      part("seed", notebook.seed),
      part(
        "data",
        [data.kind.rawValue, Self.text(of: training.data), String(reflecting: data.classes)]),
      part("model", training.model.map { [String(reflecting: $0.layer), "\($0.initial ?? [])"] }),
      part(
        "compile",
        [String(reflecting: compile.optimizer), "\(compile.loss)"]
          + compile.metrics.map { "\($0)" }),
      part("fit", fit),
      part("predict", training.predict),
      part("reference", training.reference.map { String(reflecting: $0) } ?? ""),
      part("untrained", training.untrained.map { String(reflecting: $0) } ?? ""),
    ]
    if lesson.asksForSeeds { parts.append(part("seeds", true)) }
    let studies = lesson.studyRequests
    if !studies.isEmpty { parts.append(part("figures", studies)) }
    if let initialWeights { parts.append(Part(name: "initial_weights", sha256: initialWeights)) }
    lessonParts = parts.filter { $0.name != "id" }
    parts += data.files.map { Part(name: $0.name, sha256: $0.sha256) }
    if !data.values.isEmpty { parts.append(Part(name: "data", sha256: data.values)) }
    self.parts = parts
  }

  /// The names of the parts in which a key differs from `earlier`, in this key's order, those that
  /// are gone last.
  public static func changes(from earlier: [Part], to later: [Part]) -> [String] {
    var changed: [String] = []
    for part in later where !earlier.contains(part) && !changed.contains(part.name) {
      changed.append(part.name)
    }
    let gone = earlier.map(\.name).filter { name in
      !later.contains { $0.name.utf8.elementsEqual(name.utf8) }
    }
    return changed + gone
  }

  /// What a lesson asks of its data; the columns in the order of their names' bytes.
  private static func text(of data: DataSource) -> String {
    switch data {
    case .images(let source):
      return String(reflecting: [source.name, "\(source.train ?? -1)", "\(source.test ?? -1)"])
    // The numbers decide, and a name of a column does not: results tell inputs by their place. What
    // a page says of columns is read anew.
    case .table(let source): return String(reflecting: [source.target, "\(source.inputs)"])
    }
  }
}
