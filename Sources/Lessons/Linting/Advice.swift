import Diagnostics

/// Something in a notebook or its data that a build does not refuse and a person should look at.
public struct Advice: Hashable, Sendable {
  public enum Rule: String, CaseIterable, Sendable {
    /// Rows that stand twice.
    case duplicateRow, duplicateBlock
    /// A column with one value.
    case constantInput, constantTarget
    /// Outside the column's `range`.
    case outOfRange, predictionOutOfRange
    /// One column with decimal points, another with decimal commas.
    case mixedMarks
    /// Far off the line of the other rows; with the value that would fit, where one suggests itself.
    case farRow, farRowMeant
    /// A value that repeats far from all others and may mean that there is none; 0 likewise.
    case missingCode, zeroCode
    /// All values of a column are one in the precision of training, or its steps are below it.
    case belowPrecision
    case fewRows
    case sortedSplit, sortedClasses
    /// A part that lacks a class.
    case oneSidedPart
    /// A row that sums the others up, or is their mean; rows that a column of words calls totals.
    case totalRow, meanRow, totalLabel
    /// An input that alone tells the classes apart.
    case leak
    /// A class of which the training rows have no example.
    case missingClass
    case extrapolation
  }

  public enum Level: String, Sendable {
    /// Worth mending.
    case advice
    /// Worth knowing: often meant.
    case note
  }

  public let rule: Rule
  public let lesson: String
  public let place: Place
  /// Texts of the sentence, in the languages that differ.
  public let arguments: [String: LocalizedText]

  public var level: Level { rule == .extrapolation || rule == .totalLabel ? .note : .advice }

  /// The sentence, as the catalogues of messages have it, for a reader of `language`.
  public func message(in language: Language) -> Message {
    Message("check.rule.\(rule.rawValue)", arguments.mapValues { $0[language] })
  }

  init(_ rule: Rule, lesson: String, at place: Place, _ arguments: [String: LocalizedText]) {
    self.rule = rule
    self.lesson = lesson
    self.place = place
    self.arguments = arguments
  }
}
