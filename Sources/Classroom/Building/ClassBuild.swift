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
    /// Reports that were made now; the others were there already. nil where shards were merged.
    public var made: Int?
    /// The teacher's file got new rows.
    public var decisionsPath: String?
    /// Students whose page could not be printed, and why.
    public var unprinted: [(id: String, error: BrowserError)]
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

  /// nil where `proceed` returned false; what is finished waits for the next time.
  public func run(proceed: (Step) -> Bool) throws -> Done? {
    let keys = inputs.keys()
    let handedIn = inputs.roster.students.filter { keys[$0.id] != nil }
    guard let made = try workshop.make(handedIn, keys: keys, proceed: proceed) else { return nil }
    let summary = try ClassPublication(
      inputs: inputs, keys: keys, lost: made.lost, pdf: { made.prints?.pdf(of: $0) }
    ).publish(made.students, into: made.staging)
    workshop.clear()
    return Done(
      summary: summary, page: "\(output)/\(summary.pageName)", made: made.count,
      decisionsPath: try inputs.completeDecisions(), unprinted: made.prints?.failures ?? [],
      includesPDF: made.prints != nil)
  }
}
