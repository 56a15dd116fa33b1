import Glibc
import Pages
import Publishing

/// How a class's reports are made, whatever they are made for.
public struct ClassSettings {
  /// Paths that were named on the command line; empty for the patterns of class.yaml.
  var roster: [String]
  var submissions: [String]
  var templates: String
  /// The program that children are started from.
  var executable: String
  /// What tells this build of the program from another.
  var identity: String
  var jobs: Int
  var limits: ChildLimits
  /// A PDF of each student's page too.
  var printsPDF: Bool

  public init(
    roster: [String], submissions: [String], templates: String, executable: String,
    identity: String, jobs: Int, limits: ChildLimits, printsPDF: Bool
  ) {
    self.roster = roster
    self.submissions = submissions
    self.templates = templates
    self.executable = executable
    self.identity = identity
    self.jobs = jobs
    self.limits = limits
    self.printsPDF = printsPDF
  }
}

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
    /// Reports that were made now; the others were there already. nil if shards were merged.
    public var made: Int?
    /// The teacher's file got new rows.
    public var decisionsPath: String?
    /// Whether pages come with a PDF.
    public var includesPDF: Bool
  }

  private let inputs: ClassInputs
  private let output: String
  private let workshop: ReportWorkshop

  public init(_ inputs: ClassInputs, output: String, settings: ClassSettings) throws {
    self.inputs = inputs
    self.output = output
    workshop = try ReportWorkshop(inputs, output: output, kind: .classroom, settings: settings)
  }

  /// nil if `proceed` returned false; finished students are kept for the next run.
  public func run(proceed: (Step) -> Bool) throws -> Done? {
    let keys = inputs.keys()
    let handedIn = inputs.roster.students.filter { keys[$0.id] != nil }
    guard let made = try workshop.make(handedIn, keys: keys, proceed: proceed) else { return nil }
    let summary = try ClassPublication(
      inputs: inputs, keys: keys, lost: made.lost, includesPDF: workshop.printsPDF
    ).publish(made.students, into: made.staging)
    workshop.clear()
    return Done(
      summary: summary, page: "\(output)/\(summary.pageName)", made: made.count,
      decisionsPath: try inputs.completeDecisions(), includesPDF: workshop.printsPDF)
  }
}

extension ClassInputs {
  /// Adds the rows that the teacher has still to fill in to the file of decisions.
  ///
  /// - Returns: the file's path; nil if it had all of them.
  func completeDecisions() throws -> String? {
    let manual = plan.description.criteria.filter { $0.check == .manual }
    let wanted = roster.students.filter { !input(of: $0).files.isEmpty }
      .flatMap { student in manual.map { (student: student, criterion: $0.id) } }
    guard let bytes = try decisions.completed(wanted, plan) else { return nil }
    let path = decisions.path
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
