import Diagnostics

/// What happens to one cell of a list, whether it is written or kept.
public struct CellChange: Sendable {
  public enum Column: String, Sendable {
    case grade, comment
  }

  /// Why a cell is kept although the program would write something else.
  public enum Reason: String, CaseIterable, Sendable {
    /// It has the grade that was written the last time.
    case there
    /// It has a grade that the program never wrote.
    case notOurs
    /// Somebody has changed what was written the last time.
    case byHand
    /// It says something that is no grade, such as Canvas's EX.
    case notAGrade
    /// The new grade is lower than the published one.
    case lower
    /// The platform does not let anybody change it.
    case locked
    /// The row ends before the column.
    case noCell
  }

  public let student: String
  public let name: String
  public let column: Column
  public let before: String
  public let after: String
  /// nil if the cell is written.
  public let kept: Reason?
  /// The list and row.
  let place: Student.Row
}

/// Decides, cell by cell, which grades and comments are written into the lists.
struct GradeChanges {
  let plan: ClassPlan
  let roster: Roster
  let options: ExportOptions
  let last: WrittenState
  /// The columns of grades and comments in each list; nil if a list has none.
  let gradeColumns: [Int?]
  let commentColumns: [Int?]

  /// The changes for students whose grade is complete; cells that already say the same are left out.
  ///
  /// - Parameter grades: the text of a student's grade in a row of a list; nil for none.
  func changes(
    _ records: [StudentRecord], grades: (Student, StudentRecord, Student.Row) -> String?
  ) -> [CellChange] {
    var changes: [CellChange] = []
    let comments = CommentText(plan: plan)
    for (student, record) in zip(roster.students, records) {
      for place in student.rows {
        guard let grade = grades(student, record, place) else { continue }
        let list = roster.lists[place.list]
        let row = list.sheet.rows[place.row]
        let isLocked = list.columns.lock.map { Self.saysNo(row[$0]) } ?? false
        /// Whether the cell stays as it is.
        func isKept(
          _ column: CellChange.Column, _ index: Int, _ after: String, _ why: CellChange.Reason?
        ) -> Bool {
          let reason =
            isLocked ? .locked : row.cells.indices.contains(index) ? why : CellChange.Reason.noCell
          changes.append(
            CellChange(
              student: student.id, name: student.name, column: column, before: row[index],
              after: after, kept: reason, place: place))
          return reason != nil
        }
        if let column = gradeColumns[place.list], !GradeText.isSame(row[column], grade),
          isKept(.grade, column, grade, reason(toKeep: row[column], student.id, new: grade))
        {
          // Reasons for another grade than the one in the list would confuse.
          continue
        }
        guard let column = commentColumns[place.list] else { continue }
        let before = row[column]
        let after = CommentText.joined(
          comments.html(of: record), to: before, last: last[student.id].comment,
          mode: options.comments)
        if after != before {
          _ = isKept(.comment, column, list.sheet.html(after.harmlessCell), nil)
        }
      }
    }
    return changes
  }

  private func reason(
    toKeep there: String, _ id: String, new grade: String
  ) -> CellChange.Reason? {
    // Moodle shows an ungraded work as nothing or as a dash.
    guard !there.isEmpty, there != "-" else { return nil }
    guard let standing = Points.readings(there).min() else { return .notAGrade }
    guard let written = last[id].grade else { return .notOurs }
    if !GradeText.isSame(written, there) { return .byHand }
    guard options.regrades else { return .there }
    let isLower = Points.readings(grade).first.map { $0 < standing } ?? false
    return isLower && !options.allowsLower ? .lower : nil
  }

  private static func saysNo(_ text: String) -> Bool {
    ["no", "não", "0", "false"].contains(text.lowercased())
  }
}

/// Grades as lists write them.
enum GradeText {
  /// With a decimal point, which every platform reads, and as many decimals as the list writes its
  /// maximum with, or as the grade needs: `85.50` beside `100.00`.
  static func written(_ grade: Points, like maximum: String) -> String {
    let shown = maximum.replacing(",", with: ".").split(separator: ".")
    let decimals = shown.count == 2 && shown[1].allSatisfy(\.isNumber) ? shown[1].utf8.count : 0
    return NumberStyle.english.string(grade.value, decimals: max(decimals, grade.neededDecimals))
      .replacing(",", with: "")
  }

  /// Whether two cells say the same grade: `85.5`, `85,50`.
  static func isSame(_ first: String, _ second: String) -> Bool {
    let (left, right) = (Points.readings(first), Points.readings(second))
    guard !left.isEmpty, !right.isEmpty else { return first == second }
    return left.contains { right.contains($0) }
  }
}
