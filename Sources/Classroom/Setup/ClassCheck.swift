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

  /// Throws what keeps the list or the hand-ins from being read at all.
  public init(_ plan: ClassPlan, roster: String?, submissions: String?) throws {
    let description = plan.description
    add(
      "lesson",
      [
        "lesson": plan.lesson.id, "criteria": String(description.criteria.count),
        "points": plan.numbers.significant(description.points, digits: 6),
      ])
    let path: String
    do throws(ClassError) {
      path = try Self.path(roster, description.roster, "roster", description)
    } catch {
      if case .severalFiles = error { throw error }
      findings.append(Finding(message: error.message, isMissing: true))
      return
    }
    let list = try Roster(path: path)
    check(list)
    try check(submissions, list, plan)
  }

  private static func path(
    _ named: String?, _ pattern: FilePattern, _ key: String, _ description: ClassDescription
  ) throws(ClassError) -> String {
    if let named { return named }
    return try ClassInputs.file(pattern, key: key, description)
  }

  private mutating func add(
    _ key: String, _ arguments: [String: String] = [:], isMissing: Bool = false
  ) {
    findings.append(
      Finding(message: Message("class.check.\(key)", arguments), isMissing: isMissing))
  }

  private mutating func check(_ list: Roster) {
    add(
      "roster.\(list.kind.rawValue)",
      ["file": list.sheet.path, "count": String(list.students.count)])
    guard list.kind == .moodle else { return }
    let columns = list.columns
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

  private mutating func check(_ named: String?, _ list: Roster, _ plan: ClassPlan) throws {
    let description = plan.description
    let path: String
    do throws(ClassError) {
      path = try Self.path(named, description.submissions, "submissions", description)
    } catch {
      if case .severalFiles = error { throw error }
      add("noSubmissions", ["pattern": description.submissions.text])
      return
    }
    let found = try Submissions(path: path, roster: list)
    add(
      "submissions",
      [
        "file": path, "count": String(found.files.count),
        "listed": String(list.students.count),
      ])
    if !found.strangers.isEmpty {
      add(
        "strangers", ["ids": found.strangers.prefix(10).joined(separator: ", ")], isMissing: true)
    }
  }
}
