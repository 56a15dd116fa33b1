/// Where the first character of a text stands in its file, from 1.
public struct TextPlace: Hashable, Sendable {
  public var line: Int
  public var column: Int

  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

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
  /// Of kind `table` alone.
  public var table: ExerciseTable?
  public var line: Int
  /// Where texts that may hold placeholders begin in notebook.yaml.
  public var places: [String: TextPlace] = [:]

  public init(
    id: String, ask: LocalizedText, kind: Kind, answer: LocalizedText? = nil,
    tolerance: Tolerance? = nil, unit: LocalizedText? = nil, lines: Int = 1, points: Double = 1,
    choices: [LocalizedText] = [], table: ExerciseTable? = nil,
    line: Int = 1
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
    self.table = table
    self.line = line
  }
}

extension Exercise {
  /// Every text that may hold placeholders.
  public var texts: [LocalizedText] {
    let cells = (table?.rows ?? []).joined().map { cell in
      switch cell {
      case .text(let text): Optional(text)
      case .blank(let blank): blank.answer
      }
    }
    return ([ask, answer] + cells).compactMap { $0 } + choices
  }

  /// How the choice at `index` is called: a, b, c ...
  public static func letter(_ index: Int) -> String {
    String(UnicodeScalar(UInt8(ascii: "a") + UInt8(index)))
  }
}
