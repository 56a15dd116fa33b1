import Archives
import Diagnostics
import Lessons
import Publishing

/// Everything that was put into a class's folder: lists, hand-ins, decisions. The parent process and
/// its children read it alike.
public final class ClassInputs {
  public let plan: ClassPlan
  public let roster: Roster
  let decisions: Decisions
  let submissions: Submissions

  /// - Parameters:
  ///   - roster, submissions: paths in place of the patterns of class.yaml; empty for those.
  public init(_ plan: ClassPlan, roster: [String] = [], submissions: [String] = []) throws {
    self.plan = plan
    let description = plan.description
    self.roster = try Roster(
      paths: roster.isEmpty
        ? Self.files(description.roster, key: "roster", description, plan) : roster)
    decisions = try Decisions(plan)
    self.submissions = try Submissions(
      paths: submissions.isEmpty
        ? Self.files(description.submissions, key: "submissions", description, plan) : submissions,
      roster: self.roster)
    // Of a class whose lists are named one by one, the others' decisions are nobody's mistake.
    guard roster.isEmpty else { return }
    let ids = Set(self.roster.students.map(\.id))
    let strange = decisions.lines.filter { !ids.contains($0.key) }.sorted { $0.value < $1.value }
    guard strange.isEmpty else {
      throw UserErrors(
        strange.prefix(UserErrors.limit).map { id, line in
          DecisionError(Place(decisions.path, line: line), .unknownStudent(id: id))
        })
    }
  }

  /// The files or folders of the class's folder that fit a pattern, which may name folders, in the
  /// order of their names.
  public static func files(
    _ pattern: FilePattern, key: String, _ description: ClassDescription, _ plan: ClassPlan
  ) throws(ClassError) -> [String] {
    let slash = pattern.text.utf8.lastIndex(of: UInt8(ascii: "/"))
    let below = slash.map { String(pattern.text[..<$0]) } ?? ""
    let name = FilePattern(
      slash.map { String(pattern.text[pattern.text.utf8.index(after: $0)...]) } ?? pattern.text)
    let folder =
      pattern.text.hasPrefix("/")
      ? (below.isEmpty ? "/" : below)
      : below.isEmpty ? description.folder : NotebookFolder.join(description.folder, below)
    let place = folder.isEmpty ? "." : folder
    var names = ((try? FileTree.names(in: place)) ?? []).filter {
      name.matches($0) && !$0.hasPrefix(".") && !isOurs($0)
    }
    if names.isEmpty, key == "roster" { names = onlyList(in: place, plan) }
    guard !names.isEmpty else {
      throw .noFile(path: description.folder, key: key, pattern: pattern.text)
    }
    return names.map { NotebookFolder.join(folder, $0) }
  }

  /// Whether a file is a list that an export wrote.
  private static func isOurs(_ name: String) -> Bool { name.contains("-cuaderno.") }

  /// Moodle names its worksheet after the course: the only CSV with its header is meant.
  private static func onlyList(in folder: String, _ plan: ClassPlan) -> [String] {
    let own = [plan.phrases["file.decisions"]]
    let names = ((try? FileTree.names(in: folder)) ?? []).filter { name in
      guard name.lowercased().hasSuffix(".csv"), !own.contains(name), !isOurs(name),
        let sheet = try? CSVFile(path: NotebookFolder.join(folder, name))
      else { return false }
      return sheet.column(PlatformWords.identifiers) != nil
        && sheet.column(PlatformWords.gradeDates) != nil
    }
    return names.count == 1 ? names : []
  }

  /// What is known of a student before any file is opened.
  func input(of student: Student) -> StudentInput {
    let decision = decisions.byStudent[student.id] ?? Decision()
    let mate = submissions.files[student.id] == nil ? teamMate(of: student, decision) : nil
    let owner = mate ?? student
    return StudentInput(
      student: student, decision: decision, files: submissions.files[owner.id] ?? [],
      lateness: lateness(of: owner), handedInBy: mate?.id, description: plan.description)
  }

  /// Whether the work of a student is late, less the extra time that the teacher gave.
  private func lateness(of owner: Student) -> Lateness {
    guard plan.description.grading.late != .ignore else { return .onTime }
    var lateness = owner.lateness
    if !lateness.isLate, submissions.late.contains(owner.id) { lateness = .late(minutes: nil) }
    let extra = decisions.byStudent[owner.id]?.extensionMinutes ?? 0
    guard case .late(let minutes?) = lateness, extra > 0 else { return lateness }
    return minutes > extra ? .late(minutes: minutes - extra) : .onTime
  }

  /// What each report depends on, by the ids of those who handed in something.
  func keys() -> [String: String] {
    var keys: [String: String] = [:]
    for student in roster.students {
      let input = input(of: student)
      guard !input.files.isEmpty else { continue }
      keys[student.id] = input.load(base: plan.baseKey).key
    }
    return keys
  }

  /// The only member of the student's team who has handed in something: that is everybody's work.
  private func teamMate(of student: Student, _ decision: Decision) -> Student? {
    guard let team = decision.team else { return nil }
    let mates = roster.students.filter { mate in
      decisions.byStudent[mate.id]?.team == team && submissions.files[mate.id] != nil
    }
    return mates.count == 1 ? mates[0] : nil
  }
}
