import Lessons

/// One thing that is judged in a hand-in, and what it is worth.
///
/// In class.yaml, and as its decoder makes it:
/// ```swift
/// // - {id: prediccion, points: 20, check: claim, of: prediction, tolerance: seeds}
/// Criterion(
///   id: "prediccion", points: Points(thousandths: 20_000), check: .claim(.prediction, .seeds))
/// ```
public struct Criterion: Sendable {
  /// How it is judged.
  public enum Check: Hashable, Sendable {
    /// The table could be read.
    case readable
    case rows(atLeast: Int)
    /// Every value lies in the range that the lesson gives for its column.
    case ranges
    /// The table has the columns of the lesson.
    case columns
    case claim(Quantity, Exercise.Tolerance)
    /// The claimed prediction follows from the claimed weight and bias, which fit the data as
    /// training does, and the claimed loss is possible.
    case consistent
    /// Points come from the teacher.
    case manual
  }

  /// A result of the training that a student can write down.
  public enum Quantity: String, CaseIterable, Sendable {
    case prediction, weight, bias, loss
  }

  public var id: String
  public var points: Points
  public var check: Check
  /// Used in place of the program's sentence if all of its placeholders have values.
  public var say: LocalizedText? = nil
  /// The points of a claim that is wrong by a known slip.
  public var slip = Points.zero

  /// Whether the teacher should look at a failure: the program or somebody else's data may be the
  /// reason.
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

  /// The names that a sentence about it may use.
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
