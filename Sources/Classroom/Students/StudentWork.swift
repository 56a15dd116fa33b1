import Archives
import Diagnostics
import Drawing
import Lessons
import Paper
import Publishing

/// Makes everything that belongs to one student, from the hand-in to the files.
struct StudentWork {
  struct Made {
    var record: StudentRecord
    /// Names within the student's folder.
    var files: [(name: String, bytes: [UInt8])]
  }

  let plan: ClassPlan
  let renderer: PictureRenderer
  /// Makes the page's PDF; nil where none is asked for.
  let press: PaperPress?

  static let resultName = "result.json"

  /// Beside a page, its PDF: `informe.es.pdf`.
  static func pdfName(ofPage name: String) -> String {
    precondition(name.hasSuffix(".html"), "\(name) is no page")
    return "\(name.dropLast(5)).pdf"
  }

  /// - Parameter failure: set where an earlier attempt ended badly: then no file is opened.
  func make(_ loaded: LoadedInput, failure: FailureReason? = nil) -> Made {
    let input = loaded.input
    var record = StudentRecord(id: input.student.id, name: input.student.name, status: .broken)
    record.key = loaded.key
    record.isLate = input.lateness.isLate
    record.team = input.decision.team
    let handIn = failure == nil ? HandIn(loaded, plan: plan) : nil
    let training = handIn?.readTable.flatMap { StudentTraining($0.lesson, plan: plan) }
    let outcomes = handIn.map { handIn in
      Grader(plan: plan, handIn: handIn, training: training).outcomes()
        + [plan.description.grading.late.outcome(input, plan)].compactMap { $0 }
    }
    let grade = Grade(
      outcomes ?? [], decision: input.decision, student: input.student,
      grading: plan.description.grading)
    let figures = training.map { StudentFigures(plan, handIn!, $0).drawn(by: renderer) } ?? []
    let problems =
      failure.map { [plan.phrases["failure.\($0.rawValue)"]] }
      ?? HandInProblems(plan: plan, handIn: handIn!).sentences
    fill(&record, handIn, training, outcomes ?? [], grade, failure, problems)
    let page = StudentPage(
      plan: plan, input: input, handIn: handIn, training: training, outcomes: outcomes ?? [],
      grade: grade, figures: figures, problems: problems, isFailed: failure != nil)
    var files = [(name: plan.pageName, bytes: Array(page.html.utf8))]
    if let press {
      let printed = press.print(page.document)
      files.append((Self.pdfName(ofPage: files[0].name), printed.bytes))
    }
    files += figures.map { (name: "\($0.name).png", bytes: $0.png) }
    let result = StudentResult(plan: plan, record: record, training: training, handIn: handIn)
    files.append((Self.resultName, JSONWriter.bytes(result.json)))
    record.files = files.map(\.name)
    return Made(record: record, files: files)
  }

  private func fill(
    _ record: inout StudentRecord, _ handIn: HandIn?, _ training: StudentTraining?,
    _ outcomes: [Outcome], _ grade: Grade, _ failure: FailureReason?, _ problems: [String]
  ) {
    record.points = grade.points
    record.maximum = plan.description.points
    record.grade = grade.grade
    record.gradeMaximum = grade.gradeMaximum
    record.criteria = outcomes.map {
      StudentRecord.Criterion(
        id: $0.criterion, points: $0.points, maximum: $0.maximum, verdict: $0.verdict.rawValue,
        text: $0.sentence)
    }
    record.prediction = training?.value(of: .prediction)
    record.claimedPrediction = handIn?.claimed(.prediction, plan, training)?.value
    record.dataDigest = handIn?.readTable.map(\.digest)
    record.shapeDigest = handIn?.readTable.flatMap(\.shapeDigest)
    record.rowHashes = handIn?.readTable.map(\.rowHashes) ?? []
    record.claims = Criterion.Quantity.allCases.map { quantity in
      guard let claimed = handIn?.claimed(quantity, plan, training) else { return "" }
      return NumberStyle.english.string(claimed.value, decimals: min(12, max(0, claimed.decimals)))
    }
    if let result = training?.result {
      record.curve = LearnedCurve.points(plan.lesson, result)
    }
    record.status = status(outcomes, grade, failure)
    if let input = handIn?.input, input.decision.isExcused { record.status = .excused }
    record.flags = flags(handIn, outcomes, grade, failure, problems)
  }

  private func status(
    _ outcomes: [Outcome], _ grade: Grade, _ failure: FailureReason?
  ) -> StudentRecord.Status {
    if failure != nil { return .failed }
    if grade.points != nil { return .graded }
    return outcomes.contains { $0.verdict == .open } ? .broken : .partial
  }

  /// Why the teacher should look, most urgent first.
  private func flags(
    _ handIn: HandIn?, _ outcomes: [Outcome], _ grade: Grade, _ failure: FailureReason?,
    _ problems: [String]
  ) -> [StudentRecord.Flag] {
    var flags: [StudentRecord.Flag] = []
    func add(_ name: String, _ text: String) {
      flags.append(StudentRecord.Flag(name: name, text: text))
    }
    if failure != nil { add("failed", problems.joined(separator: " ")) }
    if failure == nil {
      for problem in problems { add("broken", problem) }
    }
    for (outcome, criterion) in zip(outcomes, plan.description.criteria)
    where outcome.verdict == .failed && criterion.asksForEyes
      || outcome.verdict == .unreadable || outcome.verdict == .doubtful
    {
      add("criterion", outcome.sentence)
    }
    if let extra = grade.extra, extra > .zero {
      add("extra", plan.phrases["flag.extra", ["points": extra.text(plan.numbers)]])
    }
    if handIn?.input.lateness.isLate == true { add("late", plan.phrases["flag.lateText"]) }
    return flags
  }
}
