import Diagnostics

/// Decides, cell by cell, what of grades and comments is written into a list.
struct GradeChanges {
  let plan: ClassPlan
  let roster: Roster
  let options: ExportOptions
  let last: WrittenState
  /// The columns of grades and comments; nil where the list has none.
  let gradeColumn: Int?
  let commentColumn: Int?

  /// Whether Moodle says of a row that its grade cannot be changed.
  private var lockColumn: Int? {
    roster.sheet.column([
      "grade can be changed", "la calificación puede ser cambiada",
      "la calificación puede cambiarse",
    ])
  }

  /// Of the students whose grade is whole; cells that already say what we would write are left out.
  ///
  /// - Parameter grades: the grade as it is to stand there, by id.
  func changes(
    _ records: [StudentRecord], grades: [String: String]
  ) -> [CellChange] {
    var changes: [CellChange] = []
    let comments = CommentText(plan: plan)
    let lock = lockColumn
    for (student, record) in zip(roster.students, records) {
      guard let grade = grades[student.id] else { continue }
      let row = roster.sheet.rows[student.row]
      let isLocked = lock.map { Self.saysNo(row[$0]) } ?? false
      /// Whether the cell stays as it is.
      func isKept(
        _ column: CellChange.Column, _ index: Int, _ after: String, _ why: CellChange.Reason?
      ) -> Bool {
        let reason =
          isLocked ? .locked : row.cells.indices.contains(index) ? why : CellChange.Reason.noCell
        changes.append(
          CellChange(
            student: student.id, name: student.name, column: column, before: row[index],
            after: after, kept: reason, row: student.row))
        return reason != nil
      }
      if let gradeColumn, !GradeText.isSame(row[gradeColumn], grade),
        isKept(
          .grade, gradeColumn, grade, reason(toKeep: row[gradeColumn], of: student.id))
      {
        // Reasons for another grade than the one that stands there would confuse.
        continue
      }
      guard let commentColumn else { continue }
      let before = row[commentColumn]
      let after = CommentText.joined(
        comments.html(of: record), to: before, last: last[student.id].comment,
        mode: options.comments)
      if after != before { _ = isKept(.comment, commentColumn, after.harmlessCell, nil) }
    }
    return changes
  }

  private func reason(toKeep there: String, of id: String) -> CellChange.Reason? {
    // Moodle shows an ungraded work as nothing or as a dash.
    guard !there.isEmpty, there != "-" else { return nil }
    if let written = last[id].grade, !GradeText.isSame(written, there) { return .byHand }
    return options.regrades ? nil : .there
  }

  private static func saysNo(_ text: String) -> Bool {
    ["no", "0", "false"].contains(text.lowercased())
  }
}

/// What happens to one cell of the list, whether it is written or left.
public struct CellChange: Sendable {
  public enum Column: String, Sendable {
    case grade, comment
  }

  /// Why a cell stays as it is although we would write something else.
  public enum Reason: String, CaseIterable, Sendable {
    /// A grade stands there already.
    case there
    /// What we wrote the last time has been changed since.
    case byHand
    /// The platform lets nobody change it.
    case locked
    /// The row ends before the column.
    case noCell
  }

  public let student: String
  public let name: String
  public let column: Column
  public let before: String
  public let after: String
  /// nil where the cell is written.
  public let kept: Reason?
  /// In the list.
  let row: Int
}

/// Grades as they stand in lists.
enum GradeText {
  /// With a decimal point, which every platform reads, and as many decimals as the list writes its
  /// maximum with, or as the grade needs: `85.50` beside `100.00`.
  static func written(_ grade: Double, like maximum: String) -> String {
    let shown = maximum.replacing(",", with: ".").split(separator: ".")
    let decimals = shown.count == 2 && shown[1].allSatisfy(\.isNumber) ? shown[1].utf8.count : 0
    let needed = grade.description.split(separator: ".").last.map { $0 == "0" ? 0 : $0.utf8.count }
    return NumberStyle.english.string(grade, decimals: max(decimals, needed ?? 0))
      .replacing(",", with: "")
  }

  /// The number of a cell: `85.5`, `85,50`.
  static func value(_ text: String) -> Double? {
    guard let value = Double(text.replacing(",", with: ".")), value.isFinite else { return nil }
    return value
  }

  /// Whether two cells say the same grade.
  static func isSame(_ first: String, _ second: String) -> Bool {
    guard let first = value(first), let second = value(second) else { return first == second }
    return first == second
  }
}
