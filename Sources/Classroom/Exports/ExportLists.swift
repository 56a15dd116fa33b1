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
        student.id, SheetText.harmless(student.name), number(record.grade),
        record.grade == nil ? "" : number(record.gradeMaximum),
        plan.phrases["summary.state.\(record.status.rawValue)"],
        SheetText.harmless(reasons(record)),
      ]
    }
    return SheetText.file([header] + rows, separator: options.usesExcelSpanish ? ";" : ",")
  }

  /// Every cell that is written, and every one that is left although we would write something else.
  func changes(_ changes: [CellChange]) -> [UInt8] {
    let header =
      isSpanish
      ? ["id", "nombre", "columna", "antes", "después", "se conserva porque"]
      : ["id", "name", "column", "before", "after", "kept because"]
    let rows = changes.map { change in
      [
        change.student, SheetText.harmless(change.name),
        plan.phrases["export.column.\(change.column.rawValue)"],
        SheetText.harmless(change.before), SheetText.harmless(change.after),
        change.kept.map { plan.phrases["export.kept.\($0.rawValue)"] } ?? "",
      ]
    }
    return SheetText.file([header] + rows, separator: options.usesExcelSpanish ? ";" : ",")
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
