import Diagnostics
import Publishing

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

  /// nil if `proceed` returned false while another build held the output.
  public func run(proceed: () -> Bool) throws -> ClassBuild.Done? {
    let target = try ReportTarget.check(output, kind: .classroom)
    let plan = ShardPlan(inputs)
    let set = try ShardSet(folder: folder, plan: plan)
    var students: [String: FinishedStudent] = [:]
    for shard in set.shards {
      for (id, student) in try shard.students() {
        students[id] = student
      }
    }
    guard
      let lock = try TargetLock.acquire(target.path, name: output, proceed: { _ in proceed() })
    else { return nil }
    // A shard that was not asked for PDFs has none.
    let includesPDF = students.values.contains { $0.record.hasPDF }
    let summary = try ClassPublication(
      inputs: inputs, keys: plan.keys, lost: Set(set.shards.flatMap(\.contents.lost)),
      includesPDF: includesPDF
    ).publish(students, into: StagingFolder(for: target, lock: lock))
    return ClassBuild.Done(
      summary: summary, page: "\(output)/\(summary.pageName)", made: nil,
      decisionsPath: try inputs.completeDecisions(), includesPDF: includesPDF)
  }
}

/// Why the shards in a folder cannot be merged. Each names every shard that it is said of; nothing
/// was written.
enum ShardError: UserError, Hashable {
  /// There is no shard at all.
  case none(folder: String)
  case missing(folder: String, numbers: [Int], count: Int)
  /// Shards of another class, or of this one before something that its reports depend on changed.
  case foreign(folder: String, names: [String])
  /// The same shard more than once.
  case doubled(folder: String, names: [String])
  /// Shards from different divisions, such as 3/7 next to 2/5.
  case mixed(folder: String, names: [String])
  /// A file is not what it was when the shard was published.
  case damaged(folder: String, names: [String])

  /// The most missing shards that are named.
  private static let shown = 20

  var place: Place? {
    switch self {
    case .none(let folder), .missing(let folder, _, _), .foreign(let folder, _),
      .doubled(let folder, _), .mixed(let folder, _), .damaged(let folder, _):
      Place(folder)
    }
  }

  var message: Message {
    switch self {
    case .none: Message("class.shards.none")
    case .missing(_, let numbers, let count):
      Message(
        "class.shards.missing",
        [
          "shards": numbers.prefix(Self.shown).map { "\($0)/\(count)" }.joined(separator: ", ")
            + (numbers.count > Self.shown ? ", ..." : ""), "number": String(numbers.count),
          "count": String(count), "first": String(numbers[0]),
        ])
    case .foreign(_, let names): Self.listing("foreign", names)
    case .doubled(_, let names): Self.listing("doubled", names)
    case .mixed(_, let names): Self.listing("mixed", names)
    case .damaged(_, let names): Self.listing("damaged", names)
    }
  }

  private static func listing(_ key: String, _ names: [String]) -> Message {
    Message(
      "class.shards.\(key)",
      [
        "names": names.prefix(shown).joined(separator: ", ")
          + (names.count > shown ? ", ..." : "")
      ])
  }

  var exitCode: ExitCode {
    switch self {
    case .none, .missing: .missingInput
    case .foreign, .doubled, .mixed, .damaged: .invalidInput
    }
  }
}
