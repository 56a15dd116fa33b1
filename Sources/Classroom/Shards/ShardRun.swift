import Archives
import Pages
import Publishing

/// Who is to be made in which shard. A function of the class's folder and of the program alone: every
/// machine that has both finds the same plan, so none has to be handed round.
public struct ShardPlan {
  /// Those who handed in something, by the bytes of their ids.
  public let students: [Student]
  /// What decides each report, by id.
  public let keys: [String: String]
  /// What tells this plan from any other: SHA-256 of its lines, in hexadecimal.
  public let key: String

  public init(_ inputs: ClassInputs) {
    let keys = inputs.keys()
    self.keys = keys
    students = inputs.roster.students.filter { keys[$0.id] != nil }
      .sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
    var hash = SHA256()
    hash.update(Array("\(inputs.plan.baseKey)\n".utf8))
    for student in students { hash.update(Array("\(student.id)\t\(keys[student.id]!)\n".utf8)) }
    key = hash.finish().hexadecimal
  }

  /// In the plan's order.
  func students(of shard: Shard) -> [Student] {
    students.enumerated().filter { shard.contains($0.offset) }.map(\.element)
  }

  /// Tab-separated lines: a header, then one a student.
  ///
  /// - Parameter count: also writes each student's shard, if the class is divided into this many.
  public func table(shards count: Int?) -> String {
    var lines = [count == nil ? "id\tkey" : "id\tkey\tshard"]
    for (place, student) in students.enumerated() {
      let shard = count.map { "\t\(place % $0 + 1)" } ?? ""
      lines.append("\(student.id)\t\(keys[student.id]!)\(shard)")
    }
    return lines.joined(separator: "\n")
  }
}

/// One `cuaderno class run`: the reports of a shard's students, published as a folder of its own.
///
/// It reads the class's folder and its own earlier folder and nothing of other shards.
public struct ShardRun {
  public struct Done {
    public var path: String
    public var students: Int
    /// Reports that were made now; the others were there already.
    public var made: Int
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

  /// nil if `proceed` returned false; finished students are kept for the next run.
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
      try made.students[student.id]?.place(
        into: made.staging, includesPDF: workshop.printsPDF)
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
      path: path, students: students.count, made: made.count)
  }
}
