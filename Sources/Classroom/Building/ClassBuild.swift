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
    /// The reports are made; now they are printed.
    public var isPrinting = false
  }

  public struct Done {
    public var summary: ClassSummary
    public var page: String
    /// Reports that were made now; the others were there already.
    public var made: Int
    /// The teacher's file got new rows.
    public var decisionsPath: String?
    /// Students whose page could not be printed, and why.
    public var unprinted: [(id: String, error: BrowserError)]
  }

  public let inputs: ClassInputs
  public let output: String
  private let template: StudentBatch
  private let program: String
  private let jobs: Int
  /// nil where no PDF is asked for.
  private let printer: PagePrinter?
  private let target: ReportTarget
  private let work: WorkFolder

  /// - Parameters:
  ///   - roster, submissions: as named on the command line.
  ///   - executable: the program that children are started from.
  ///   - identity: what tells this build of the program from another.
  ///   - printer: what makes a PDF of each student's page; nil for none.
  public init(
    _ inputs: ClassInputs, output: String, roster: String?, submissions: String?,
    templates: String, executable: String, identity: String, jobs: Int, limits: ChildLimits,
    printer: PagePrinter? = nil
  ) throws {
    self.inputs = inputs
    self.output = output
    self.jobs = jobs
    self.printer = printer
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
    let keys = self.keys()
    let handedIn = inputs.roster.students.filter { keys[$0.id] != nil }
    let waiting = handedIn.map(\.id).filter { id in
      work.record(of: id)?.key != keys[id] && published.record(of: id)?.key != keys[id]
    }
    let names = Dictionary(uniqueKeysWithValues: handedIn.map { ($0.id, $0.name) })
    func goesOn(_ done: Int, _ count: Int, _ id: String?, isPrinting: Bool) -> Bool {
      let name = id.flatMap { names[$0] } ?? ""
      return proceed(
        Step(
          done: done, count: count, name: name.isEmpty ? id ?? "" : name,
          isPrinting: isPrinting))
    }
    let queue = ClassQueue(template: template, program: program, jobs: jobs)
    let outcome = try queue.run(waiting) { done, current in
      goesOn(done, waiting.count, current, isPrinting: false)
    }
    guard case .finished(let lost) = outcome else { return nil }
    var finished: [String: FinishedStudent] = [:]
    for (id, key) in keys where !lost.contains(id) {
      finished[id] = try self.finished(id, key, published)
    }
    let prints = printer.map {
      PrintedPages($0, jobs: jobs, work: work, published: published)
    }
    if let prints {
      let pages = try handedIn.compactMap { try finished[$0.id]?.page() }
      let isDone = try prints.print(pages) { page in
        try finished[page.id]!.file(page.name)
      } proceed: {
        goesOn($0, $1, $2, isPrinting: true)
      }
      guard isDone else { return nil }
    }
    let summary = try ClassPublication(
      inputs: inputs, keys: keys, lost: Set(lost), prints: prints
    ).publish(finished, into: StagingFolder(for: target, lock: lock))
    work.remove()
    return Done(
      summary: summary, page: "\(output)/\(summary.pageName)", made: waiting.count,
      decisionsPath: try completeDecisions(), unprinted: prints?.failures ?? [])
  }

  /// What decides each report, by the ids of those who handed in something.
  private func keys() -> [String: String] {
    var keys: [String: String] = [:]
    for student in inputs.roster.students {
      let input = inputs.input(of: student)
      guard !input.files.isEmpty else { continue }
      keys[student.id] = input.load(from: inputs.submissions, base: inputs.plan.baseKey).key
    }
    return keys
  }

  /// What is finished of a student, from where it is.
  private func finished(
    _ id: String, _ key: String, _ published: PublishedClass
  ) throws -> FinishedStudent {
    if let record = work.record(of: id), record.key == key || record.key.isEmpty {
      return FinishedStudent(record: record) { [work] in try work.file($0, of: id) }
    }
    guard let record = published.record(of: id), record.key == key else {
      throw ClassError.changed(path: inputs.plan.description.folder)
    }
    return FinishedStudent(record: record) { try published.file($0, of: id) }
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
