import Diagnostics

/// A notebook whose data are read and whose shapes fit: everything that can be refused has been.
public struct PreparedNotebook: Sendable {
  public var notebook: Notebook
  /// The lessons to train, in the notebook's order.
  public var lessons: [PreparedLesson]
  /// The lessons whose results are known, in the notebook's order.
  public var known: [KnownLesson]
  /// Every file the report is made from, sorted by the bytes of its name.
  public var inputs: [InputFile]
  /// What a person should know before relying on the report, such as the drawn garments.
  public var warnings: [Message]

  /// What decides each result, known or not.
  public var keys: [ResultKey] { known.map(\.key) + lessons.map(\.key) }

  public init(
    notebook: Notebook, lessons: [PreparedLesson], known: [KnownLesson] = [],
    inputs: [InputFile], warnings: [Message] = []
  ) {
    self.notebook = notebook
    self.lessons = lessons
    self.known = known
    self.inputs = inputs
    self.warnings = warnings
  }
}

/// A lesson that need not be trained: these inputs have given this result before.
public struct KnownLesson: Sendable {
  public var key: ResultKey
  public var result: LessonResult

  public init(key: ResultKey, result: LessonResult) {
    self.key = key
    self.result = result
  }
}

/// A file that decides what the report says.
public struct InputFile: Hashable, Codable, Sendable {
  /// Relative to the notebook; a data set's file as `fashion-mnist/NAME`.
  public var name: String
  /// Of the bytes as stored, in hexadecimal.
  public var sha256: String

  public init(name: String, sha256: String) {
    self.name = name
    self.sha256 = sha256
  }
}
