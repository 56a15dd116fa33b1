import Reports

/// One `cuaderno class merge`: from all shards of a class what `class build` would have published, to
/// the byte, however many there are and whoever made them.
public struct ClassMerge {
  private let inputs: ClassInputs
  private let folder: String
  private let output: String

  /// - Parameter folder: the one that the shards' folders are in.
  public init(_ inputs: ClassInputs, folder: String, output: String) {
    self.inputs = inputs
    self.folder = folder
    self.output = output
  }

  /// nil where `proceed` returned false while another build held the output.
  public func run(proceed: () -> Bool) throws -> ClassBuild.Done? {
    let target = try ReportTarget.check(output, kind: .classroom)
    let plan = ShardPlan(inputs)
    let set = try ShardSet(folder: folder, plan: plan)
    var students: [String: FinishedStudent] = [:]
    var shards: [String: PublishedShard] = [:]
    for shard in set.shards {
      for (id, student) in try shard.students() {
        students[id] = student
        shards[id] = shard
      }
    }
    guard
      let lock = try TargetLock.acquire(target.path, name: output, proceed: { _ in proceed() })
    else { return nil }
    var includesPDF = false
    let summary = try ClassPublication(
      inputs: inputs, keys: plan.keys, lost: Set(set.shards.flatMap(\.contents.lost)),
      pdf: { page in
        let pdf = shards[page.id]?.pdf(of: page)
        if pdf != nil { includesPDF = true }
        return pdf
      }
    ).publish(students, into: StagingFolder(for: target, lock: lock))
    return ClassBuild.Done(
      summary: summary, page: "\(output)/\(summary.pageName)", made: nil,
      decisionsPath: try inputs.completeDecisions(), unprinted: [], includesPDF: includesPDF)
  }
}
