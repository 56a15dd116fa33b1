import Lessons

/// The lists that an export makes itself: all grades, to be pasted anywhere, and what was changed.
struct ExportLists {
  let summary: ClassSummary
  let options: ExportOptions

  private var plan: ClassPlan { summary.inputs.plan }
  private var isSpanish: Bool { plan.language == .es }

  var gradesName: String { isSpanish ? "calificaciones.csv" : "grades.csv" }
  var changesName: String { isSpanish ? "cambios.csv" : "changes.csv" }

  /// Everybody of the list; a cell without a grade is blank, never 0.
  var grades: [UInt8] {
    let header =
      isSpanish
      ? ["id", "nombre", "calificación", "máximo", "estado", "comentario"]
      : ["id", "name", "grade", "maximum", "status", "comment"]
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
    let header =
      isSpanish
      ? ["id", "nombre", "columna", "antes", "después", "se conserva porque"]
      : ["id", "name", "column", "before", "after", "kept because"]
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
      let points = criterion.points.map { plan.numbers.significant($0) } ?? "–"
      return plan.phrases[
        "export.criterion",
        [
          "points": points, "maximum": plan.numbers.significant(criterion.maximum),
          "text": criterion.text,
        ]]
    }.joined(separator: " | ")
  }

  private func number(_ value: Double?) -> String {
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
      let points = criterion.points.map { numbers.significant($0) } ?? "–"
      return plan.phrases[
        "export.criterion",
        [
          "points": points, "maximum": numbers.significant(criterion.maximum),
          "text": criterion.text,
        ]]
    }
    return ([plan.phrases["export.comment"]] + lines).map(Self.escaped).joined(separator: "<br>")
  }

  /// The cell after ours has joined it. What we wrote the last time gives way to what we write now.
  static func joined(
    _ comment: String, to cell: String, last: String?, mode: ExportOptions.Comments
  ) -> String {
    if cell.isEmpty { return comment }
    if let last, !last.isEmpty, cell.contains(last) {
      return cell.replacing(last, with: comment, maxReplacements: 1)
    }
    if cell.contains(comment) { return cell }
    switch mode {
    case .append: return "\(cell)<br>\(comment)"
    case .replace: return comment
    case .keep: return cell
    }
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\r", with: "").replacing("\n", with: "<br>")
  }
}
