import Datasets
import Diagnostics
import Lessons
import Phrases

/// Judges a hand-in by each criterion of the class.
struct Grader {
  let plan: ClassPlan
  let handIn: HandIn
  /// nil if there is no usable table.
  let training: StudentTraining?

  private var phrases: PhraseCatalogue { plan.phrases }
  private var numbers: NumberStyle { plan.numbers }

  /// The most letters of a written answer that a page repeats.
  private static let answerLimit = 2_000

  func outcomes() -> [Outcome] { plan.description.criteria.map(outcome) }

  private func outcome(_ criterion: Criterion) -> Outcome {
    let decision = handIn.input.decision
    let finding = finding(criterion)
    var sentence = sentence(criterion, finding)
    guard let decided = decision.points(of: criterion.id) else {
      if let slip = finding.slip { sentence += " " + phrases["say.slip.\(slip.rawValue)"] }
      return Outcome(
        criterion: criterion.id, maximum: criterion.points, points: points(criterion, finding),
        verdict: finding.verdict, sentence: sentence)
    }
    if criterion.check != .manual {
      sentence += " " + phrases["say.decided", ["points": decided.text(numbers)]]
      if let comment = decision.comment(on: criterion.id) { sentence += " " + comment }
    }
    return Outcome(
      criterion: criterion.id, maximum: criterion.points, points: decided, verdict: .decided,
      sentence: sentence)
  }

  private func points(_ criterion: Criterion, _ finding: Finding) -> Points? {
    switch finding.verdict {
    case .passed: criterion.points
    case .failed: finding.slip == nil ? .zero : criterion.slip
    case .pending, .open, .unreadable, .doubtful, .decided: nil
    }
  }

  // MARK: Findings

  /// A verdict, the variant of the program's own sentence, and the values that sentences may name.
  struct Finding {
    var verdict: Outcome.Verdict
    var key: String
    var values: [String: String] = [:]
    var slip: Slip?

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
    case .unreadable(_, _, isHeader: false), .several, .decidedMissing, .missing, .notAsked,
      .faulty:
      return .nothing
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
    if isDecided {
      return Finding(
        verdict: .pending, key: comment == nil ? "passed" : "comment",
        values: comment.map { ["comment": $0] } ?? [:])
    }
    guard case .text(let answer)? = handIn.answers?[criterion.id]?.value else {
      return Finding(verdict: .pending, key: "pending")
    }
    return Finding(
      verdict: .pending, key: "answered",
      values: ["answer": String(answer.prefix(Self.answerLimit))])
  }

  // MARK: Claims

  private func claim(_ quantity: Criterion.Quantity, _ tolerance: Exercise.Tolerance) -> Finding {
    guard let training, let own = training.value(of: quantity) else { return .nothing }
    guard let claimed = handIn.claimed(quantity, plan, training) else {
      return unusable(handIn.claim(quantity, plan), "unanswered.\(quantity.rawValue)")
    }
    let judge = ClaimJudge(training)
    let range = training.range(of: quantity) ?? own...own
    let shown = [range.lowerBound, range.upperBound, own].map { numbers.significant($0, digits: 5) }
    let span =
      shown[0] == shown[1]
      ? shown[0] : phrases["say.span", ["low": shown[0], "high": shown[1]]]
    var finding = Finding(
      verdict: .doubtful, key: "constantInput",
      values: [
        "claimed": plan.written(claimed), "value": shown[2], "low": shown[0], "high": shown[1],
        "range": span, "seeds": String(StudentTraining.seedCount),
      ])
    guard quantity == .loss || !judge.hasConstantInput else { return finding }
    finding.verdict = judge.verdict(claimed, quantity, tolerance)
    let kind = tolerance == .seeds ? "seeds" : "stated"
    finding.key =
      finding.verdict == .doubtful
      ? "coarse" : "\(quantity.rawValue).\(kind).\(finding.verdict.rawValue)"
    if finding.verdict == .failed {
      finding.slip = Slip(quantity, claimed, training)
    }
    return finding
  }

  /// What was not written, cannot be read, or was answered twice.
  private func unusable(_ claim: Claim, _ key: String) -> Finding {
    switch claim {
    case .notWritten: Finding(verdict: .open, key: key)
    case .unreadable(let text):
      Finding(verdict: .unreadable, key: "unreadable", values: ["text": String(text.prefix(60))])
    case .contradicted: Finding(verdict: .unreadable, key: "contradicted")
    case .written(let answer):
      Finding(
        verdict: .unreadable, key: "unreadable", values: ["text": String(answer.text.prefix(60))])
    }
  }

  private var consistent: Finding {
    guard let training else { return .nothing }
    let names: [Criterion.Quantity] = [.prediction, .weight, .bias]
    let claims = names.map { handIn.claimed($0, plan, training) }
    guard let prediction = claims[0], let weight = claims[1], let bias = claims[2] else {
      let missing = names.indices.filter { claims[$0] == nil }
        .map { unusable(handIn.claim(names[$0], plan), "unanswered") }
      return missing.first { $0.verdict == .unreadable } ?? missing[0]
    }
    let judge = ClaimJudge(training)
    guard !judge.hasConstantInput else { return Finding(verdict: .doubtful, key: "constantInput") }
    let result = judge.consistency(weight: weight, bias: bias, prediction: prediction)
    var finding = Finding(
      verdict: result.verdict, key: result.verdict.rawValue,
      values: [
        "claimed": plan.written(prediction), "computed": numbers.significant(result.computed),
      ])
    if result.verdict == .doubtful { finding.key = result.isForeign ? "foreign" : "coarse" }
    if result.verdict != .failed, let loss = handIn.claimed(.loss, plan, training),
      let low = judge.impossiblyLow(loss)
    {
      guard low.isCertain else {
        finding.values["claimed"] = plan.written(loss)
        finding.verdict = .doubtful
        finding.key = "coarse"
        return finding
      }
      finding.values["loss"] = plan.written(loss)
      finding.values["least"] = numbers.significant(low.least)
      finding.verdict = .failed
      finding.key = "impossible"
    }
    return finding
  }

  // MARK: Sentences

  /// The class's own sentence if all of its names have values, otherwise the program's.
  private func sentence(_ criterion: Criterion, _ finding: Finding) -> String {
    var values = finding.values
    values["points"] = criterion.points.text(numbers)
    values["maximum"] = plan.description.points.text(numbers)
    let isJudged = finding.verdict == .passed || finding.verdict == .failed
    if let say = criterion.say?[plan.language], isJudged || finding.key == "comment" {
      let names = PhraseCatalogue.placeholders(in: say)
      if names.allSatisfy({ values[$0] != nil }), finding.key != "impossible" {
        return PhraseCatalogue.fill(say, values)
      }
    }
    switch finding.key {
    case "noTable", "unreadable", "contradicted", "coarse", "constantInput":
      return phrases["say.\(finding.key)", values]
    default: return phrases["say.\(criterion.checkName).\(finding.key)", values]
    }
  }
}
