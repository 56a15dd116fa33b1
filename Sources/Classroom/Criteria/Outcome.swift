/// What came of one criterion for one student.
struct Outcome: Equatable {
  enum Verdict: String {
    case passed, failed
    /// The teacher has still to look.
    case pending
    /// There was nothing to look at: missing or broken, which is never worth 0 by itself.
    case open
    /// The teacher has decided.
    case decided
  }

  let criterion: String
  let maximum: Double
  /// nil where nobody has decided yet.
  let points: Double?
  let verdict: Verdict
  let sentence: String
}
