import Lessons

/// One thing that is looked at in a hand-in, and what it is worth.
public struct Criterion: Sendable {
  /// How it is looked at.
  public enum Check: Hashable, Sendable {
    /// The table could be read.
    case readable
    case rows(atLeast: Int)
    /// Every value lies in the range that the lesson gives for its column.
    case ranges
    /// The table has the columns of the lesson.
    case columns
    case claim(Quantity, Exercise.Tolerance)
    /// What was claimed follows from the claimed weights, and is possible with the data.
    case consistent
    /// Points come from the teacher.
    case manual
  }

  /// What a student can claim of the own training.
  public enum Quantity: String, CaseIterable, Sendable {
    case prediction, weight, bias, loss
  }

  public var id: String
  public var points: Double
  public var check: Check
  /// Said in place of our own sentence where all of its placeholders have values.
  public var say: LocalizedText?

  /// Whether failing it may be our mistake or somebody else's data, so that the teacher should look.
  var asksForEyes: Bool {
    switch check {
    case .claim, .consistent, .ranges, .columns: true
    case .readable, .rows, .manual: false
    }
  }

  /// The name of the check in class.yaml, which is also part of phrase keys.
  public var checkName: String { Self.name(of: check) }

  static func name(of check: Check) -> String {
    switch check {
    case .readable: "readable"
    case .rows: "rows"
    case .ranges: "ranges"
    case .columns: "columns"
    case .claim: "claim"
    case .consistent: "consistent"
    case .manual: "manual"
    }
  }

  /// What a sentence about it may name.
  static func placeholders(of check: Check) -> [String] {
    let own: [String] =
      switch check {
      case .readable: ["file", "rows"]
      case .rows: ["rows", "at_least"]
      case .ranges: ["row", "column", "value", "range", "count"]
      case .columns: ["columns"]
      case .claim: ["claimed", "value", "low", "high", "seeds"]
      case .consistent: ["claimed", "computed", "loss", "least"]
      case .manual: ["comment"]
      }
    return own + ["points", "maximum"]
  }
}
