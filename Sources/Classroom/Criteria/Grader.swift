import Diagnostics
import Lessons
import Phrases

/// Looks at a hand-in by each criterion of the class.
struct Grader {
  let plan: ClassPlan
  let handIn: HandIn
  /// nil where there is no usable table.
  let training: StudentTraining?

  private var phrases: PhraseCatalogue { plan.phrases }
  private var numbers: NumberStyle { plan.numbers }

  func outcomes() -> [Outcome] { plan.description.criteria.map(outcome) }

  private func outcome(_ criterion: Criterion) -> Outcome {
    let decision = handIn.input.decision
    let finding = finding(criterion)
    var sentence = sentence(criterion, finding)
    guard let decided = decision.points(of: criterion.id) else {
      let points: Double? =
        switch finding.verdict {
        case .passed: criterion.points
        case .failed: 0
        default: nil
        }
      return Outcome(
        criterion: criterion.id, maximum: criterion.points, points: points,
        verdict: finding.verdict, sentence: sentence)
    }
    if criterion.check != .manual {
      sentence += " " + phrases["say.decided", ["points": points(decided)]]
    }
    if let comment = decision.comment(on: criterion.id), criterion.check != .manual {
      sentence += " " + comment
    }
    return Outcome(
      criterion: criterion.id, maximum: criterion.points, points: decided, verdict: .decided,
      sentence: sentence)
  }

  private func points(_ value: Double) -> String { numbers.significant(value, digits: 6) }

  // MARK: Findings

  /// A verdict with the values that sentences about it may name, and the variant of our own sentence.
  private struct Finding {
    var verdict: Outcome.Verdict
    var key: String
    var values: [String: String] = [:]

    static let nothing = Finding(verdict: .open, key: "noTable")
  }

  private func finding(_ criterion: Criterion) -> Finding {
    switch criterion.check {
    case .readable: readable
    case .rows(let least): rows(atLeast: least)
    case .ranges: ranges
    case .columns: columns
    case .claim(let quantity, let tolerance): claim(quantity, tolerance)
    case .consistent: consistent
    case .manual: manual(criterion)
    }
  }

  private var readable: Finding {
    switch handIn.table {
    case .ready(let table):
      Finding(
        verdict: .passed, key: "passed",
        values: ["file": table.file, "rows": numbers.string(table.table.rowCount)])
    case .faulty(let file, _), .unreadable(let file, _, isHeader: false):
      Finding(verdict: .open, key: "broken", values: ["file": file])
    case .unreadable(let file, _, isHeader: true):
      Finding(verdict: .open, key: "columns", values: ["file": file])
    case .several(let names):
      Finding(verdict: .open, key: "several", values: ["names": names.joined(separator: ", ")])
    case .decidedMissing, .missing, .notAsked: .nothing
    }
  }

  private var columns: Finding {
    let names = plan.columnLabels.joined(separator: ", ")
    switch handIn.table {
    case .ready: return Finding(verdict: .passed, key: "passed", values: ["columns": names])
    case .unreadable(_, _, isHeader: true):
      return Finding(verdict: .failed, key: "failed", values: ["columns": names])
    default: return .nothing
    }
  }

  private func rows(atLeast least: Int) -> Finding {
    guard let table = handIn.readTable else { return .nothing }
    let count = table.table.rowCount
    return Finding(
      verdict: count >= least ? .passed : .failed, key: count >= least ? "passed" : "failed",
      values: ["rows": numbers.string(count), "at_least": numbers.string(least)])
  }

  private var ranges: Finding {
    guard let table = handIn.readTable else { return .nothing }
    let violations = RangeViolation.all(in: table, plan.lesson)
    guard let first = violations.first else { return Finding(verdict: .passed, key: "passed") }
    return Finding(
      verdict: .failed, key: violations.count == 1 ? "failed" : "failedMore",
      values: [
        "row": numbers.string(first.line), "column": plan.label(of: first.column),
        "value": numbers.significant(first.value, digits: 6),
        "range":
          "\(numbers.significant(first.range.lowerBound, digits: 6))–\(numbers.significant(first.range.upperBound, digits: 6))",
        "count": numbers.string(violations.count),
      ])
  }

  private func manual(_ criterion: Criterion) -> Finding {
    let decision = handIn.input.decision
    let comment = decision.comment(on: criterion.id)
    let isDecided = decision.points(of: criterion.id) != nil
    return Finding(
      verdict: .pending,
      key: isDecided ? (comment == nil ? "passed" : "comment") : "pending",
      values: comment.map { ["comment": $0] } ?? [:])
  }

  private func claim(_ quantity: Criterion.Quantity, _ tolerance: Exercise.Tolerance) -> Finding {
    guard let training, let own = training.value(of: quantity) else { return .nothing }
    guard let claimed = handIn.claim(quantity, plan) else {
      return Finding(verdict: .open, key: "unanswered.\(quantity.rawValue)")
    }
    let judge = ClaimJudge(training)
    let allowed = judge.allowed(quantity, tolerance, claimed)
    let isInside = allowed.contains(claimed.value)
    let range = training.range(of: quantity) ?? own...own
    let kind = tolerance == .seeds ? "seeds" : "stated"
    let shown = [range.lowerBound, range.upperBound, own].map { numbers.significant($0, digits: 5) }
    let span =
      shown[0] == shown[1]
      ? shown[0] : phrases["say.span", ["low": shown[0], "high": shown[1]]]
    return Finding(
      verdict: isInside ? .passed : .failed,
      key: "\(quantity.rawValue).\(kind).\(isInside ? "passed" : "failed")",
      values: [
        "claimed": numbers.significant(claimed.value, digits: 6), "value": shown[2],
        "low": shown[0], "high": shown[1], "range": span,
        "seeds": String(StudentTraining.seedCount),
      ])
  }

  private var consistent: Finding {
    guard let training else { return .nothing }
    let names: [Criterion.Quantity] = [.prediction, .weight, .bias]
    let claims = names.map { handIn.claim($0, plan) }
    guard let prediction = claims[0], let weight = claims[1], let bias = claims[2] else {
      return Finding(verdict: .open, key: "unanswered")
    }
    let judge = ClaimJudge(training)
    let (computed, allowed) = judge.computed(weight: weight, bias: bias, prediction: prediction)
    var values = [
      "claimed": numbers.significant(prediction.value, digits: 6),
      "computed": numbers.significant(computed),
    ]
    guard allowed.contains(prediction.value) else {
      return Finding(verdict: .failed, key: "failed", values: values)
    }
    if let loss = handIn.claim(.loss, plan), let least = judge.impossiblyLow(loss) {
      values["loss"] = numbers.significant(loss.value, digits: 6)
      values["least"] = numbers.significant(least)
      return Finding(verdict: .failed, key: "impossible", values: values)
    }
    return Finding(verdict: .passed, key: "passed", values: values)
  }

  // MARK: Sentences

  /// The class's own sentence where all of its names have values, else ours.
  private func sentence(_ criterion: Criterion, _ finding: Finding) -> String {
    var values = finding.values
    values["points"] = points(criterion.points)
    values["maximum"] = points(plan.description.points)
    let isJudged = finding.verdict == .passed || finding.verdict == .failed
    if let say = criterion.say?[plan.language], isJudged || finding.key == "comment" {
      let names = PhraseCatalogue.placeholders(in: say)
      if names.allSatisfy({ values[$0] != nil }), finding.key != "impossible" {
        return PhraseCatalogue.fill(say, values)
      }
    }
    if finding.key == "noTable" { return phrases["say.noTable"] }
    return phrases["say.\(criterion.checkName).\(finding.key)", values]
  }
}
