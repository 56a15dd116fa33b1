import Archives
import Publishing

/// Makes students' reports beside an output: those of a whole class, or of one shard of it.
struct ReportWorkshop {
  /// The reports of some students, and what goes on with them.
  struct Made {
    /// By id; all but the lost ones.
    var students: [String: FinishedStudent]
    /// Students whose report failed twice; no files were made for them.
    var lost: Set<String>
    /// Reports that were made now; the others were there already.
    var count: Int
    var staging: StagingFolder
  }

  let inputs: ClassInputs
  let target: ReportTarget
  private let output: String
  private let settings: ClassSettings
  private let work: WorkFolder
  private let kind: Manifest.Kind

  var printsPDF: Bool { settings.printsPDF }

  init(
    _ inputs: ClassInputs, output: String, kind: Manifest.Kind, settings: ClassSettings
  ) throws {
    self.inputs = inputs
    self.output = output
    self.kind = kind
    self.settings = settings
    try settings.limits.check()
    target = try ReportTarget.check(output, kind: kind)
    work = WorkFolder(target: target)
  }

  /// nil if `proceed` returned false; finished students are kept for the next run.
  ///
  /// - Parameters:
  ///   - students: some of those who handed in something.
  ///   - keys: what decides each report, by id.
  func make(
    _ students: [Student], keys: [String: String], proceed: (ClassBuild.Step) -> Bool
  ) throws -> Made? {
    guard
      let lock = try TargetLock.acquire(
        target.path, name: output,
        proceed: { _ in proceed(ClassBuild.Step(done: 0, count: 0, name: "")) })
    else { return nil }
    try work.make()
    let published = PublishedClass(try ReportTarget.check(output, kind: kind))
    let waiting = students.map(\.id).filter { id in
      !isDone(work.record(of: id), keys[id]) && !isDone(published.record(of: id), keys[id])
    }
    let names = Dictionary(uniqueKeysWithValues: students.map { ($0.id, $0.name) })
    let queue = ClassQueue(template: template, program: settings.executable, jobs: settings.jobs)
    let outcome = try queue.run(waiting) { done, current in
      let name = current.flatMap { names[$0] } ?? ""
      return proceed(
        ClassBuild.Step(
          done: done, count: waiting.count, name: name.isEmpty ? current ?? "" : name))
    }
    guard case .finished(let lost) = outcome else { return nil }
    var finished: [String: FinishedStudent] = [:]
    for student in students where !lost.contains(student.id) {
      finished[student.id] = try self.finished(student.id, keys[student.id]!, published)
    }
    return Made(
      students: finished, lost: Set(lost), count: waiting.count,
      staging: try StagingFolder(for: target, lock: lock))
  }

  /// Everything is published.
  func clear() { work.remove() }

  /// Whether a report came from the same inputs and has all that is asked for.
  private func isDone(_ record: StudentRecord?, _ key: String?) -> Bool {
    record?.key == key && (!printsPDF || record?.hasPDF == true)
  }

  private var template: StudentBatch {
    StudentBatch(
      classFolder: inputs.plan.description.folder, roster: settings.roster,
      submissions: settings.submissions, templates: settings.templates,
      program: settings.identity, work: work.path, log: "", limits: settings.limits,
      printsPDF: printsPDF,
      items: [])
  }

  /// What is finished of a student, from where it is.
  private func finished(
    _ id: String, _ key: String, _ published: PublishedClass
  ) throws -> FinishedStudent {
    if let record = work.record(of: id), isDone(record, key) || record.key.isEmpty {
      return FinishedStudent(record: record, folder: work.folder(of: id), isTemporary: true)
    }
    guard let record = published.record(of: id), record.key == key else {
      throw ClassError.changed(path: inputs.plan.description.folder)
    }
    return FinishedStudent(record: record, folder: published.folder(of: id))
  }
}
