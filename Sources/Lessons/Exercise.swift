/// A question of a lesson: one source for blanks, key, answer file, rubric and quiz.
public struct Exercise: Sendable {
  public enum Kind: String, Sendable {
    case number, text, choice, table
  }

  /// How far an answer may be from the key.
  public enum Tolerance: Hashable, Sendable {
    /// Inside what other seeds give.
    case seeds
    case absolute(Double)
    case relative(Double)
  }

  public var id: String
  public var ask: LocalizedText
  public var kind: Kind
  /// A placeholder such as `{{predict.0}}`, or typed text.
  public var answer: LocalizedText?
  public var tolerance: Tolerance?
  public var unit: LocalizedText?
  public var lines: Int
  public var points: Double
  public var choices: [LocalizedText]
  public var line: Int

  public init(
    id: String, ask: LocalizedText, kind: Kind, answer: LocalizedText? = nil,
    tolerance: Tolerance? = nil, unit: LocalizedText? = nil, lines: Int = 1, points: Double = 1,
    choices: [LocalizedText] = [], line: Int = 1
  ) {
    self.id = id
    self.ask = ask
    self.kind = kind
    self.answer = answer
    self.tolerance = tolerance
    self.unit = unit
    self.lines = lines
    self.points = points
    self.choices = choices
    self.line = line
  }
}
