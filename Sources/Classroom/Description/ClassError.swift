import Diagnostics

/// Why a class cannot be built, beyond mistakes within class.yaml.
public enum ClassError: UserError, Hashable {
  case noClassFile(path: String)
  /// The notebook has no such lesson, or one that no class can hand in.
  case unknownLesson(path: String, id: String, suggestion: String?, lessons: [String])
  case notATable(path: String, lesson: String)
  /// The lesson predicts a category.
  case targetIsClass(path: String, lesson: String)
  /// `weight`, `bias` and `consistent` speak of a single neuron of one input.
  case notOneNeuron(path: String, lesson: String, what: String)
  case predictWidth(path: String, expected: Int, found: Int)
  case nothingToPredict(path: String, lesson: String)
  case noLanguage(path: String, language: String, notebook: String)
  /// No file of the class's folder fits the pattern.
  case noFile(path: String, key: String, pattern: String)
  /// `class new` found something there already.
  case folderNotEmpty(path: String)
  /// A hand-in changed while it was being looked at.
  case changed(path: String)

  public var place: Place? {
    switch self {
    case .noClassFile(let path), .unknownLesson(let path, _, _, _), .notATable(let path, _),
      .targetIsClass(let path, _),
      .notOneNeuron(let path, _, _), .predictWidth(let path, _, _), .nothingToPredict(let path, _),
      .noLanguage(let path, _, _), .noFile(let path, _, _),
      .folderNotEmpty(let path), .changed(let path):
      Place(path)
    }
  }

  public var message: Message {
    switch self {
    case .noClassFile: Message("class.noClassFile")
    case .unknownLesson(_, let id, nil, let lessons):
      Message("class.unknownLesson", ["id": id, "lessons": lessons.joined(separator: ", ")])
    case .unknownLesson(_, let id, let suggestion?, _):
      Message("class.unknownLessonLike", ["id": id, "suggestion": suggestion])
    case .notATable(_, let lesson): Message("class.notATable", ["lesson": lesson])
    case .targetIsClass(_, let lesson): Message("class.targetIsClass", ["lesson": lesson])
    case .notOneNeuron(_, let lesson, let what):
      Message("class.notOneNeuron", ["lesson": lesson, "what": what])
    case .predictWidth(_, let expected, let found):
      Message(
        "class.predictWidth", ["expected": String(expected), "found": String(found)])
    case .nothingToPredict(_, let lesson): Message("class.nothingToPredict", ["lesson": lesson])
    case .noLanguage(_, let language, let notebook):
      Message("class.noLanguage", ["language": language, "notebook": notebook])
    case .noFile(_, let key, let pattern):
      Message("class.noFile.\(key)", ["pattern": pattern])
    case .folderNotEmpty: Message("class.folderNotEmpty")
    case .changed: Message("class.changed")
    }
  }

  public var exitCode: ExitCode {
    switch self {
    case .noClassFile, .noFile: .missingInput
    case .folderNotEmpty: .cannotCreateOutput
    case .changed: .tryAgain
    case .unknownLesson, .notATable, .targetIsClass, .notOneNeuron, .predictWidth,
      .nothingToPredict, .noLanguage:
      .invalidInput
    }
  }
}
