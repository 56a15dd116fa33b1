import Diagnostics
import Figures
import Lessons
import Pages
import Phrases
import Publishing

/// A student's page: a single file that says nothing about anybody else.
struct StudentPage {
  let plan: ClassPlan
  let input: StudentInput
  /// nil if the hand-in could not be looked at.
  let handIn: HandIn?
  let training: StudentTraining?
  let outcomes: [Outcome]
  let grade: Grade
  let figures: [DrawnFigure]
  let problems: [String]
  let isFailed: Bool

  private var phrases: PhraseCatalogue { plan.phrases }
  private var numbers: NumberStyle { plan.numbers }

  /// What the template shows. Texts are plain; the template escapes them.
  struct Value {
    struct Item {
      var label: String
      var value: String
    }

    struct Row {
      var mark: String
      var verdict: String
      var text: String
      var points: String
    }

    struct Claim {
      var name: String
      var claimed: String
      var ours: String
      var range: String
    }

    var head: ClassPageHead
    var title: String
    var heading: String
    var institution: String?
    var facts: [Item]
    var notices: [String]
    var hasProblems: Bool
    var problemsTitle: String
    var problems: [String]
    var gradeTitle: String
    var gradeText: String
    var hasCriteria: Bool
    var criteriaLabel: String
    var columns: [String]
    var criteria: [Row]
    var comment: String?
    var hasClaims: Bool
    var claimsTitle: String
    var claimsLabel: String
    var claimColumns: [String]
    var claims: [Claim]
    var claimsNote: String
    var hasFigures: Bool
    var figuresTitle: String
    var figures: [FigureValue]
    var hasCode: Bool
    var codeTitle: String
    var codeIntro: String
    var code: String
    var hasFiles: Bool
    var filesTitle: String
    var files: [Item]
    var notes: [String]
    var colophon: [Item]
  }

  var html: String { plan.templates.render("student", value) }

  var value: Value {
    let title = plan.description.title[plan.language]
    let code = training.map { StudentKeras.cell(plan, $0) } ?? ""
    let claims = claimRows
    return Value(
      head: ClassPageHead(plan), title: title, heading: heading,
      institution: plan.notebook.course.institution?[plan.language], facts: facts,
      notices: notices, hasProblems: !problems.isEmpty,
      problemsTitle: phrases["student.problems"], problems: problems,
      gradeTitle: phrases["student.result"], gradeText: gradeText,
      hasCriteria: !outcomes.isEmpty, criteriaLabel: phrases["student.criteria"],
      columns: [
        phrases["student.columnVerdict"], phrases["student.columnReason"],
        phrases["student.columnPoints"],
      ],
      criteria: outcomes.map(row) + extraRows, comment: input.decision.comment(on: ""),
      hasClaims: !claims.isEmpty, claimsTitle: phrases["student.claims"],
      claimsLabel: phrases["student.claimsLabel"],
      claimColumns: ["what", "yours", "ours", "seeds"].map { phrases["student.claim.\($0)"] },
      claims: claims, claimsNote: phrases["student.claimsNote"], hasFigures: !figures.isEmpty,
      figuresTitle: phrases["student.figures"], figures: figureValues, hasCode: !code.isEmpty,
      codeTitle: phrases["student.code"], codeIntro: phrases["student.codeIntro"], code: code,
      hasFiles: !input.files.isEmpty, filesTitle: phrases["student.files"], files: fileItems,
      notes: notes, colophon: colophon)
  }

  private var heading: String {
    input.student.name.isEmpty
      ? phrases["student.anonymous", ["id": input.student.id]] : input.student.name
  }

  private var facts: [Value.Item] {
    var items = [
      Value.Item(label: phrases["student.id"], value: input.student.id),
      Value.Item(label: phrases["student.lesson"], value: plan.lesson.title[plan.language]),
    ]
    if let table = handIn?.readTable {
      items.append(
        Value.Item(
          label: phrases["student.rows"], value: numbers.string(table.table.rowCount)))
    }
    return items
  }

  private var notices: [String] {
    var notices: [String] = []
    if input.decision.isExcused { notices.append(phrases["student.excused"]) }
    if input.lateness.isLate { notices.append(phrases["student.late"]) }
    if input.handedInBy != nil { notices.append(phrases["student.team"]) }
    return notices
  }

  private var gradeText: String {
    if isFailed || outcomes.isEmpty { return phrases["student.noGrade"] }
    let arguments = [
      "points": grade.pointsSoFar.text(numbers),
      "maximum": grade.maximum.text(numbers),
    ]
    guard grade.points != nil else {
      let isOpen = outcomes.contains { $0.verdict == .open }
      return phrases[isOpen ? "student.gradeOpen" : "student.gradePartial", arguments]
    }
    return phrases["student.grade", arguments]
  }

  private func row(_ outcome: Outcome) -> Value.Row {
    let points =
      outcome.points.map { $0.text(numbers) } ?? "–"
    return Value.Row(
      mark: mark(outcome.verdict), verdict: phrases["verdict.\(outcome.verdict.rawValue)"],
      text: outcome.sentence,
      points: outcome.maximum > .zero
        ? "\(points) / \(outcome.maximum.text(numbers))" : points)
  }

  /// Extra points have a row of their own.
  private var extraRows: [Value.Row] {
    guard let extra = grade.extra else { return [] }
    return [
      Value.Row(
        mark: mark(.decided), verdict: phrases["verdict.decided"], text: phrases["student.extra"],
        points: "+" + extra.text(numbers))
    ]
  }

  private func mark(_ verdict: Outcome.Verdict) -> String {
    switch verdict {
    case .passed: "✓"
    case .failed: "✗"
    case .pending, .open: "…"
    case .unreadable, .doubtful: "?"
    case .decided: "•"
    }
  }

  private var claimRows: [Value.Claim] {
    guard let handIn, let training else { return [] }
    return Criterion.Quantity.allCases.compactMap { quantity in
      guard let claimed = handIn.claimed(quantity, plan, training),
        let own = training.value(of: quantity)
      else { return nil }
      guard plan.lesson.isSingleNeuron || quantity == .prediction || quantity == .loss else {
        return nil
      }
      let range = training.range(of: quantity).map { range in
        let low = numbers.significant(range.lowerBound, digits: 5)
        let high = numbers.significant(range.upperBound, digits: 5)
        return low == high ? low : phrases["student.range", ["low": low, "high": high]]
      }
      return Value.Claim(
        name: phrases["quantity.\(quantity.rawValue)", ["input": plan.askedInput]],
        claimed: plan.written(claimed),
        ours: numbers.significant(own, digits: 5), range: range ?? "–")
    }
  }

  private var figureValues: [FigureValue] {
    figures.enumerated().map { index, figure -> FigureValue in
      var value = FigureValue(
        figure,
        label: plan.reportPhrases["page.figure", ["number": numbers.string(index + 1)]],
        source: figure.embedded, isLinked: false, phrases: plan.reportPhrases, numbers: numbers)
      // There is no whole report that has the other rows.
      if !value.rowsShown.isEmpty {
        value.rowsShown =
          phrases[
            "student.rowsCut",
            [
              "shown": numbers.string(FigureValue.rowLimit),
              "count": numbers.string(figure.rowCount),
            ]]
      }
      return value
    }
  }

  private var fileItems: [Value.Item] {
    input.files.prefix(40).map { file in
      Value.Item(label: file.name, value: fileNote(file))
    }
  }

  private func fileNote(_ file: SubmittedFile) -> String {
    if let fault = file.entry.fault { return phrases["fileNote.\(fault.key)"] }
    if file.name == input.table.file?.name { return phrases["fileNote.table"] }
    if file.name == input.answers.file?.name { return phrases["fileNote.answers"] }
    if file.owner.isOnlineText { return phrases["fileNote.onlineText"] }
    if file.name.lowercased().hasSuffix(".ipynb") || file.name.lowercased().hasSuffix(".py") {
      return phrases["fileNote.notebook"]
    }
    return phrases["fileNote.kept"]
  }

  /// What was assumed in reading the files.
  private var notes: [String] {
    guard let handIn else { return [] }
    var notes: [String] = []
    if let table = handIn.readTable {
      if table.isRenamed { notes.append(phrases["student.renamed", ["file": table.file]]) }
      notes += table.table.assumptions.map { message in
        plan.messages[message.key, message.arguments.mapValues(\.visibleLine)]
      }
    }
    return notes
  }

  private var colophon: [Value.Item] {
    [
      Value.Item(label: plan.reportPhrases["page.seed"], value: String(plan.notebook.seed)),
      Value.Item(
        label: plan.reportPhrases["page.program"], value: Program.generator),
    ]
  }
}
