/// The result of one criterion for one student.
struct Outcome: Equatable {
  enum Verdict: String {
    case passed, failed
    /// The teacher has still to look.
    case pending
    /// There was nothing to judge: not written, missing or broken. Never worth 0 by itself.
    case open
    /// Something was written that cannot be read as a number.
    case unreadable
    /// The teacher has to look: the number is too coarse to be judged, or does not come from
    /// training on these data.
    case doubtful
    /// The teacher has decided.
    case decided
  }

  let criterion: String
  let maximum: Points
  /// nil while nobody has decided.
  let points: Points?
  let verdict: Verdict
  let sentence: String
}

/// The sum of a student's outcomes, and the grade that it becomes.
struct Grade: Equatable {
  /// nil while a criterion has no points.
  let points: Points?
  /// The points given so far.
  let pointsSoFar: Points
  /// Points that the teacher added to the whole work; nil for none.
  let extra: Points?
  let maximum: Points
  /// On the scale of the list; nil if it must not be written.
  let grade: Points?
  let gradeMaximum: Points

  init(
    _ outcomes: [Outcome], decision: Decision, student: Student,
    grading: ClassDescription.Grading
  ) {
    maximum = outcomes.map(\.maximum).sum()
    extra = decision.points(of: Decision.wholeWork)
    pointsSoFar = outcomes.compactMap(\.points).sum() + (extra ?? .zero)
    // Points of nothing but missing parts are no points.
    let isWhole = !outcomes.isEmpty && outcomes.allSatisfy { $0.points != nil }
    points = isWhole ? pointsSoFar : nil
    gradeMaximum = grading.maximum ?? student.maximum ?? maximum
    if let points, !decision.isExcused, maximum > .zero {
      grade = points.scaled(from: maximum, to: gradeMaximum, decimals: grading.decimals)
    } else {
      grade = nil
    }
  }
}
