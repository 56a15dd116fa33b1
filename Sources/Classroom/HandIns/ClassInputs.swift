import Archives
import Diagnostics
import Lessons
import Publishing

/// Everything that was put into a class folder: the list, the hand-ins, the decisions. The parent and
/// each of its children read it alike.
public final class ClassInputs {
  public let plan: ClassPlan
  public let roster: Roster
  let decisions: Decisions
  let submissions: Submissions

  /// - Parameters:
  ///   - roster, submissions: paths in place of the patterns of class.yaml.
  public init(_ plan: ClassPlan, roster: String? = nil, submissions: String? = nil) throws {
    self.plan = plan
    let description = plan.description
    let rosterPath =
      try roster ?? Self.file(description.roster, key: "roster", description)
    self.roster = try Roster(path: rosterPath)
    decisions = try Decisions(
      folder: description.folder, language: description.language,
      criteria: description.criteria)
    let place =
      try submissions
      ?? Self.file(description.submissions, key: "submissions", description)
    self.submissions = try Submissions(path: place, roster: self.roster)
    let ids = Set(self.roster.students.map(\.id))
    let strange = decisions.lines.filter { !ids.contains($0.key) }.min { $0.value < $1.value }
    if let (id, line) = strange {
      throw DecisionError(Place(decisions.path, line: line), .unknownStudent(id: id))
    }
  }

  /// The one file or folder of the class folder that fits a pattern, which may name folders.
  public static func file(
    _ pattern: FilePattern, key: String, _ description: ClassDescription
  ) throws(ClassError) -> String {
    let slash = pattern.text.utf8.lastIndex(of: UInt8(ascii: "/"))
    let below = slash.map { String(pattern.text[..<$0]) } ?? ""
    let name = FilePattern(
      slash.map { String(pattern.text[pattern.text.utf8.index(after: $0)...]) } ?? pattern.text)
    let folder =
      pattern.text.hasPrefix("/")
      ? (below.isEmpty ? "/" : below)
      : below.isEmpty ? description.folder : NotebookFolder.join(description.folder, below)
    let names = ((try? FileTree.names(in: folder.isEmpty ? "." : folder)) ?? []).filter {
      name.matches($0) && !$0.hasPrefix(".")
    }
    guard let first = names.first else {
      throw .noFile(path: description.folder, key: key, pattern: pattern.text)
    }
    guard names.count == 1 else {
      throw .severalFiles(
        path: description.path, key: key, pattern: pattern.text, names: names)
    }
    return NotebookFolder.join(folder, first)
  }

  /// What is known of a student before any file is opened.
  func input(of student: Student) -> StudentInput {
    let decision = decisions.byStudent[student.id] ?? Decision()
    let owner = submissions.files[student.id] == nil ? teamMate(of: student, decision) : student.id
    let files = owner.flatMap { submissions.files[$0] } ?? []
    return StudentInput(
      student: student, decision: decision, files: files,
      isLate: plan.description.grading.flagsLate
        && (student.isLate || submissions.late.contains(student.id)),
      handedInBy: owner == student.id ? nil : owner, description: plan.description)
  }

  /// What decides each report, by the ids of those who handed in something.
  func keys() -> [String: String] {
    var keys: [String: String] = [:]
    for student in roster.students {
      let input = input(of: student)
      guard !input.files.isEmpty else { continue }
      keys[student.id] = input.load(from: submissions, base: plan.baseKey).key
    }
    return keys
  }

  /// In a team of which one alone has handed something in, that is the work of all.
  private func teamMate(of student: Student, _ decision: Decision) -> String? {
    guard let team = decision.team else { return nil }
    let mates = roster.students.filter { mate in
      decisions.byStudent[mate.id]?.team == team && submissions.files[mate.id] != nil
    }
    return mates.count == 1 ? mates[0].id : nil
  }
}
