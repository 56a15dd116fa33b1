import Diagnostics

/// A notebook whose data are read and whose shapes fit: everything that can be refused has been.
public struct PreparedNotebook: Sendable {
  public var notebook: Notebook
  /// The lessons that train, in the notebook's order.
  public var lessons: [PreparedLesson]
  /// Every file the report is made from, sorted by the bytes of its name.
  public var inputs: [InputFile]
  /// What a person should know before relying on the report, such as the drawn garments.
  public var warnings: [Message]

  public init(
    notebook: Notebook, lessons: [PreparedLesson], inputs: [InputFile], warnings: [Message] = []
  ) {
    self.notebook = notebook
    self.lessons = lessons
    self.inputs = inputs
    self.warnings = warnings
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
