import Archives
import Drawing
import Glibc
import Lessons
import Reports

/// One `cuaderno class build`: every student's report, then the teacher's page, published whole.
public struct ClassBuild {
  /// What is told to whoever shows progress.
  public struct Step: Sendable {
    public var done: Int
    public var count: Int
    /// Whose report is being made.
    public var name: String
  }

  public struct Done {
    public var summary: ClassSummary
    public var page: String
    /// Reports that were made now; the others were there already.
    public var made: Int
    /// The teacher's file got new rows.
    public var decisionsPath: String?
  }

  public let inputs: ClassInputs
  public let output: String
  private let template: StudentBatch
  private let program: String
  private let jobs: Int
  private let target: ReportTarget
  private let work: WorkFolder

  /// - Parameters:
  ///   - roster, submissions: as named on the command line.
  ///   - executable: the program that children are started from.
  ///   - identity: what tells this build of the program from another.
  public init(
    _ inputs: ClassInputs, output: String, roster: String?, submissions: String?,
    templates: String, executable: String, identity: String, jobs: Int, limits: ChildLimits
  ) throws {
    self.inputs = inputs
    self.output = output
    self.jobs = jobs
    program = executable
    target = try ReportTarget.check(output, kind: .classroom)
    work = WorkFolder(target: target)
    template = StudentBatch(
      classFolder: inputs.plan.description.folder, roster: roster, submissions: submissions,
      templates: templates, program: identity, work: work.path, log: "", limits: limits,
      items: [])
  }

  /// nil where `proceed` returned false; what is finished waits for the next time.
  public func run(proceed: (Step) -> Bool) throws -> Done? {
    guard
      let lock = try TargetLock.acquire(
        target.path, name: output,
        proceed: { _ in
          proceed(Step(done: 0, count: 0, name: ""))
        })
    else { return nil }
    try work.make()
    let published = PublishedClass(try ReportTarget.check(output, kind: .classroom))
    var keys: [(student: Student, key: String)] = []
    for student in inputs.roster.students {
      let input = inputs.input(of: student)
      guard !input.files.isEmpty else { continue }
      let loaded = input.load(from: inputs.submissions, base: inputs.plan.baseKey)
      keys.append((student, loaded.key))
    }
    let waiting = keys.filter { student, key in
      work.record(of: student.id)?.key != key && published.record(of: student.id)?.key != key
    }
    let names = Dictionary(uniqueKeysWithValues: keys.map { ($0.student.id, $0.student.name) })
    let queue = ClassQueue(template: template, program: program, jobs: jobs)
    let outcome = try queue.run(waiting.map(\.student.id)) { done, current in
      let name = current.map { names[$0] ?? "" } ?? ""
      return proceed(
        Step(done: done, count: waiting.count, name: name.isEmpty ? current ?? "" : name))
    }
    guard case .finished(let lost) = outcome else { return nil }
    let staging = try StagingFolder(for: target, lock: lock)
    var records: [StudentRecord] = []
    for student in inputs.roster.students {
      let key = keys.first { $0.student.id == student.id }?.key
      records.append(try place(student, key, lost: lost, published, into: staging))
    }
    let summary = ClassSummary(inputs: inputs, records: records)
    try write(summary, into: staging)
    try Publisher.publish(staging, manifest: manifest(keys))
    work.remove()
    return Done(
      summary: summary, page: "\(output)/\(summary.pageName)", made: waiting.count,
      decisionsPath: try completeDecisions())
  }

  /// Puts a student's files into the new report, from where they are.
  private func place(
    _ student: Student, _ key: String?, lost: [String], _ published: PublishedClass,
    into staging: StagingFolder
  ) throws -> StudentRecord {
    guard let key else {
      let isExcused = inputs.decisions.byStudent[student.id]?.isExcused == true
      return StudentRecord(
        id: student.id, name: student.name, status: isExcused ? .excused : .missing)
    }
    guard !lost.contains(student.id) else {
      var record = StudentRecord(id: student.id, name: student.name, status: .failed)
      record.flags = [
        StudentRecord.Flag(name: "failed", text: inputs.plan.phrases["failure.crash"])
      ]
      return record
    }
    if let record = work.record(of: student.id), record.key == key || record.key.isEmpty {
      for name in record.files {
        try staging.write(
          "\(PublishedClass.folder)/\(student.id)/\(name)", work.file(name, of: student.id))
      }
      return record
    }
    guard let record = published.record(of: student.id), record.key == key else {
      throw ClassError.changed(path: inputs.plan.description.folder)
    }
    for name in record.files {
      try staging.write(
        "\(PublishedClass.folder)/\(student.id)/\(name)", published.file(name, of: student.id))
    }
    return record
  }

  private func write(_ summary: ClassSummary, into staging: StagingFolder) throws {
    for figure in try summary.figures() { try staging.write(figure.name, figure.png) }
    try staging.write(summary.pageName, Array(SummaryPage(summary).html.utf8))
    try staging.write(PublishedClass.recordsName, JSONWriter.bytes(summary.json))
    // Personal data have no place in a repository.
    try staging.write(".gitignore", Array("*\n".utf8))
  }

  private func manifest(_ keys: [(student: Student, key: String)]) -> Manifest {
    Manifest(
      version: Program.version, kind: .classroom, notebook: inputs.plan.notebook.id,
      seed: inputs.plan.notebook.seed,
      inputs: inputs.plan.inputs.map { Manifest.File(name: $0.name, sha256: $0.sha256) }
        + keys.map {
          Manifest.File(name: "\(PublishedClass.folder)/\($0.student.id)", sha256: $0.key)
        })
  }

  /// Adds the rows that the teacher has still to fill in.
  private func completeDecisions() throws -> String? {
    let manual = inputs.plan.description.criteria.filter { $0.check == .manual }
    let wanted = inputs.roster.students.filter { !inputs.input(of: $0).files.isEmpty }
      .flatMap { student in manual.map { (student: student, criterion: $0.id) } }
    let language = inputs.plan.language
    guard let bytes = try inputs.decisions.completed(wanted, language: language) else { return nil }
    let path = inputs.decisions.path
    let aside = "\(path).new-\(getpid())"
    FileTree.remove(aside)
    do {
      try FileTree.write(aside, bytes)
    } catch {
      throw OutputError.failed(path: path, code: error.code)
    }
    guard rename(aside, path) == 0 else { throw OutputError.failed(path: path, code: errno) }
    return path
  }
}
