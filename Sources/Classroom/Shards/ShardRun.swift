import Reports

/// One `cuaderno class run`: the reports of a shard's students, published as a folder of its own.
///
/// It reads the class's folder and its own earlier folder and nothing of other shards.
public struct ShardRun {
  public struct Done {
    public var path: String
    public var students: Int
    /// Reports that were made now; the others were there already.
    public var made: Int
    /// Students whose page could not be printed, and why.
    public var unprinted: [(id: String, error: BrowserError)]
  }

  private let plan: ShardPlan
  private let shard: Shard
  private let path: String
  private let workshop: ReportWorkshop

  /// - Parameter folder: where all shards of the class are; this one's is below it.
  public init(
    _ inputs: ClassInputs, shard: Shard, folder: String, settings: ClassSettings
  ) throws {
    plan = ShardPlan(inputs)
    self.shard = shard
    path = "\(folder)/\(shard.folderName)"
    workshop = try ReportWorkshop(inputs, output: path, kind: .shard, settings: settings)
  }

  /// nil where `proceed` returned false; what is finished waits for the next time.
  public func run(proceed: (ClassBuild.Step) -> Bool) throws -> Done? {
    let students = plan.students(of: shard)
    guard let made = try workshop.make(students, keys: plan.keys, proceed: proceed) else {
      return nil
    }
    let contents = ShardContents(
      shard: shard, plan: plan.key,
      records: students.compactMap { made.students[$0.id]?.record },
      lost: students.map(\.id).filter(made.lost.contains))
    for student in students {
      try made.students[student.id]?.place(into: made.staging) { made.prints?.pdf(of: $0) }
    }
    try made.staging.write(PublishedClass.recordsName, JSONWriter.bytes(contents.json))
    try made.staging.write(PublishedClass.ignoreName, PublishedClass.ignoreAll)
    let inputs = workshop.inputs
    try Publisher.publish(
      made.staging,
      manifest: Manifest(
        version: Program.version, kind: .shard, notebook: inputs.plan.notebook.id,
        seed: inputs.plan.notebook.seed,
        inputs: inputs.plan.manifestInputs(
          plan.keys.filter { key in students.contains { $0.id == key.key } })))
    workshop.clear()
    return Done(
      path: path, students: students.count, made: made.count,
      unprinted: made.prints?.failures ?? [])
  }
}
