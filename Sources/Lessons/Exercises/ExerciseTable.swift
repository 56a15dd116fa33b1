/// The rows and columns of an exercise of kind `table`.
public struct ExerciseTable: Sendable {
  public enum Cell: Sendable {
    /// What stands there for the student to read; may hold placeholders.
    case text(LocalizedText)
    /// What the student writes.
    case blank(Blank)
  }

  /// A cell to fill in.
  public struct Blank: Sendable {
    /// The part of the blank's id behind the exercise's; nil: its number.
    public var name: String?
    public var kind: ExerciseBlank.Kind
    public var answer: LocalizedText?
    public var tolerance: Exercise.Tolerance?
    public var unit: LocalizedText?

    public init(
      name: String? = nil, kind: ExerciseBlank.Kind = .number, answer: LocalizedText? = nil,
      tolerance: Exercise.Tolerance? = nil, unit: LocalizedText? = nil
    ) {
      self.name = name
      self.kind = kind
      self.answer = answer
      self.tolerance = tolerance
      self.unit = unit
    }
  }

  public var columns: [LocalizedText]
  /// As wide as `columns`.
  public var rows: [[Cell]]

  public init(columns: [LocalizedText], rows: [[Cell]]) {
    self.columns = columns
    self.rows = rows
  }
}
