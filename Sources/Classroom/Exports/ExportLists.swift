import Lessons

/// The lists that an export makes itself: all grades, to be pasted anywhere, and what was changed.
struct ExportLists {
  let summary: ClassSummary
  let options: ExportOptions

  private var plan: ClassPlan { summary.inputs.plan }

  var gradesName: String { plan.phrases["file.grades"] }
  var changesName: String { plan.phrases["file.changes"] }

  private func header(_ list: String, _ columns: [String]) -> [String] {
    columns.map { plan.phrases["export.\(list).\($0)"] }
  }

  /// Everybody of the list; a cell without a grade is blank, never 0.
  var grades: [UInt8] {
    let header = header("grades", ["id", "name", "grade", "maximum", "status", "comment"])
    let rows = zip(summary.inputs.roster.students, summary.records).map { student, record in
      [
        student.id, student.name, number(record.grade),
        record.grade == nil ? "" : number(record.gradeMaximum),
        plan.phrases["summary.state.\(record.status.rawValue)"],
        reasons(record),
      ]
    }
    return CSVText.file([header] + rows, separator: options.usesExcelSpanish ? ";" : ",")
  }

  /// Every cell that is written, and every one that is left although we would write something else.
  func changes(_ changes: [CellChange]) -> [UInt8] {
    let header = header("changes", ["id", "name", "column", "before", "after", "kept"])
    let rows = changes.map { change in
      [
        change.student, change.name,
        plan.phrases["export.column.\(change.column.rawValue)"],
        change.before, change.after,
        change.kept.map { plan.phrases["export.kept.\($0.rawValue)"] } ?? "",
      ]
    }
    return CSVText.file([header] + rows, separator: options.usesExcelSpanish ? ";" : ",")
  }

  private func reasons(_ record: StudentRecord) -> String {
    record.criteria.map { criterion in
      let points = criterion.points.map { $0.text(plan.numbers) } ?? "–"
      return plan.phrases[
        "export.criterion",
        [
          "points": points, "maximum": criterion.maximum.text(plan.numbers),
          "text": criterion.text,
        ]]
    }.joined(separator: " | ")
  }

  private func number(_ value: Points?) -> String {
    guard let value else { return "" }
    let text = GradeText.written(value, like: "")
    return options.usesExcelSpanish ? text.replacing(".", with: ",") : text
  }
}

/// What a student reads beside the grade, as platforms want it: one line of HTML.
struct CommentText {
  let plan: ClassPlan

  /// The reasons of each criterion with its points.
  func html(of record: StudentRecord) -> String {
    let numbers = plan.numbers
    let lines = record.criteria.map { criterion in
      let points = criterion.points.map { $0.text(numbers) } ?? "–"
      return plan.phrases[
        "export.criterion",
        [
          "points": points, "maximum": criterion.maximum.text(numbers),
          "text": criterion.text,
        ]]
    }
    return ([plan.phrases["export.comment"]] + lines).map(Self.escaped).joined(separator: "<br>")
  }

  /// The cell with the comment in it. What was written the last time is replaced, also after somebody
  /// has saved the cell in Moodle's editor, which puts other tags around the same text.
  static func joined(
    _ comment: String, to cell: String, last: String?, mode: ExportOptions.Comments
  ) -> String {
    if cell.isEmpty { return comment }
    if let last, !last.isEmpty {
      if cell.contains(last) { return cell.replacing(last, with: comment, maxReplacements: 1) }
      if let joined = replacing(last, with: comment, in: cell) { return joined }
    }
    if cell.contains(comment) || lines(cell) == lines(comment) { return cell }
    switch mode {
    case .append: return "\(cell)<br>\(comment)"
    case .replace: return comment
    case .keep: return cell
    }
  }

  /// The cell with the lines of `last` replaced, whatever tags are around them; nil without them.
  private static func replacing(
    _ last: String, with comment: String, in cell: String
  ) -> String? {
    let (all, old) = (lines(cell), lines(last))
    guard !old.isEmpty, all.count >= old.count,
      let start = (0...(all.count - old.count)).first(where: {
        Array(all[$0..<($0 + old.count)]) == old
      })
    else { return nil }
    // The same text stays as its editor wrote it.
    if old == lines(comment) { return cell }
    let before = all[..<start].map(escaped)
    let after = all[(start + old.count)...].map(escaped)
    return (before + [comment] + after).joined(separator: "<br>")
  }

  private static func lines(_ html: String) -> [String] {
    OnlineText.lines(html).split(separator: "\n").map {
      $0.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }.filter { !$0.isEmpty }
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\r", with: "").replacing("\n", with: "<br>")
  }
}
