/// What the outcomes come to.
struct Grade: Equatable {
  /// Of the criteria's points; nil while one of them has none.
  let points: Double?
  /// What has been given so far.
  let pointsSoFar: Double
  let maximum: Double
  /// On the scale of the worksheet; nil where it must not be written.
  let grade: Double?
  let gradeMaximum: Double

  init(
    _ outcomes: [Outcome], decision: Decision, student: Student,
    grading: ClassDescription.Grading
  ) {
    maximum = outcomes.reduce(0) { $0 + $1.maximum }
    let extra = decision.points(of: "") ?? 0
    pointsSoFar = outcomes.reduce(extra) { $0 + ($1.points ?? 0) }
    // Where nothing was looked at, nothing is worth nothing.
    let isWhole = !outcomes.isEmpty && outcomes.allSatisfy { $0.points != nil }
    points = isWhole ? pointsSoFar : nil
    gradeMaximum = grading.maximum ?? student.maximum ?? maximum
    let scale = gradeMaximum
    let whole = maximum
    grade = points.flatMap { points in
      guard !decision.isExcused, whole > 0 else { return nil }
      return grading.rounded(min(max(points / whole, 0), 1) * scale)
    }
  }
}

extension ClassDescription.Grading {
  /// To so many decimals as grades have.
  func rounded(_ grade: Double) -> Double {
    var unit = 1.0
    for _ in 0..<decimals { unit *= 10 }
    return (grade * unit).rounded() / unit
  }
}

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
