import Diagnostics
import Lessons

/// What can be said of a class's folder before anybody has handed in.
public struct ClassCheck {
  public struct Finding: Sendable {
    public var message: Message
    /// The class cannot be graded, or not be sent back, like this.
    public var isMissing: Bool
  }

  public private(set) var findings: [Finding] = []

  /// Throws what keeps the lists or the hand-ins from being read at all.
  ///
  /// - Parameters:
  ///   - roster, submissions: paths in place of the patterns of class.yaml; empty for those.
  public init(_ plan: ClassPlan, roster: [String] = [], submissions: [String] = []) throws {
    let description = plan.description
    add(
      "lesson",
      [
        "lesson": plan.lesson.id, "criteria": String(description.criteria.count),
        "points": description.points.text(plan.numbers),
      ])
    let paths: [String]
    do throws(ClassError) {
      paths =
        roster.isEmpty
        ? try ClassInputs.files(description.roster, key: "roster", description, plan) : roster
    } catch {
      findings.append(Finding(message: error.message, isMissing: true))
      return
    }
    let roster = try Roster(paths: paths)
    for list in roster.lists { check(list, roster) }
    try check(submissions, roster, plan)
  }

  private mutating func add(
    _ key: String, _ arguments: [String: String] = [:], isMissing: Bool = false
  ) {
    findings.append(
      Finding(message: Message("class.check.\(key)", arguments), isMissing: isMissing))
  }

  private mutating func check(_ list: Roster.List, _ roster: Roster) {
    let index = roster.lists.firstIndex { $0.sheet.path == list.sheet.path } ?? 0
    let count = roster.students.count { $0.rows.contains { $0.list == index } }
    add("roster.\(list.kind.rawValue)", ["file": list.sheet.path, "count": String(count)])
    guard list.kind == .moodle else { return }
    let columns = list.columns
    let header = list.sheet.rows[0].cells.map(\.text)
    if PlatformWords.language(ofHeader: header) == "pt" { add("portuguese") }
    if columns.grade == nil { add("noGrade", isMissing: true) }
    if columns.scale != nil {
      add("scale", isMissing: true)
    } else if columns.maximum == nil {
      add("noMaximum", isMissing: true)
    }
    if columns.graded == nil { add("noGradeDate", isMissing: true) }
    if columns.comments == nil { add("noComments", isMissing: true) }
    if columns.name == nil { add("blind") }
  }

  private mutating func check(_ named: [String], _ roster: Roster, _ plan: ClassPlan) throws {
    let description = plan.description
    let paths: [String]
    do throws(ClassError) {
      paths =
        named.isEmpty
        ? try ClassInputs.files(description.submissions, key: "submissions", description, plan)
        : named
    } catch {
      add("noSubmissions", ["pattern": description.submissions.text])
      return
    }
    let found = try Submissions(paths: paths, roster: roster)
    add(
      "submissions",
      [
        "file": paths.joined(separator: ", "), "count": String(found.files.count),
        "listed": String(roster.students.count),
      ])
    if !found.strangers.isEmpty {
      add(
        "strangers", ["ids": found.strangers.prefix(10).joined(separator: ", ")], isMissing: true)
    }
  }
}
