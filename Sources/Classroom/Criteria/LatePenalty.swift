import Phrases

/// What becomes of work that came after its date.
public enum LatePolicy: Hashable, Sendable {
  case ignore
  /// The teacher is told.
  case flag
  /// Points are taken for each started day beyond the grace, up to a limit.
  case penalty(perDay: Points, atMost: Points, graceMinutes: Int)

  /// The points taken from work that is so late.
  func points(lateBy minutes: Int) -> Points {
    guard case .penalty(let perDay, let atMost, let grace) = self, minutes > grace else {
      return .zero
    }
    let days = (minutes - grace + 1_439) / 1_440
    return min(atMost, Points(thousandths: perDay.thousandths * min(days, 10_000)))
  }

  /// The most points that can be taken.
  var most: Points {
    switch self {
    case .ignore, .flag: .zero
    case .penalty(_, let atMost, _): atMost
    }
  }

  /// The name of the penalty among the criteria, for rows of decisions.
  static let criterion = "late"

  /// The line of the penalty on a student's page; nil if there is none.
  ///
  /// It is open if the platform does not say how late the work is: the teacher decides.
  func outcome(_ input: StudentInput, _ plan: ClassPlan) -> Outcome? {
    guard case .penalty = self, case .late(let minutes) = input.lateness else { return nil }
    func outcome(_ points: Points?, _ verdict: Outcome.Verdict, _ sentence: String) -> Outcome {
      Outcome(
        criterion: Self.criterion, maximum: .zero, points: points, verdict: verdict,
        sentence: sentence)
    }
    func taken(_ points: Points) -> [String: String] {
      ["points": Points(thousandths: abs(points.thousandths)).text(plan.numbers)]
    }
    if let decided = input.decision.points(of: Self.criterion) {
      return outcome(decided, .decided, plan.phrases["say.late.decided", taken(decided)])
    }
    guard let minutes else { return outcome(nil, .pending, plan.phrases["say.late.unknown"]) }
    let points = points(lateBy: minutes)
    guard points > .zero else { return nil }
    var words = taken(points)
    words["days"] = plan.numbers.string(minutes / 1_440)
    words["hours"] = plan.numbers.string(minutes % 1_440 / 60)
    words["minutes"] = plan.numbers.string(minutes % 60)
    return outcome(
      Points(thousandths: -points.thousandths), .failed, plan.phrases["say.late.taken", words])
  }
}
