/// One of the parts that a class is divided into for several machines: `3/7` is the third of seven.
public struct Shard: Hashable, Sendable {
  /// From 1.
  public let number: Int
  public let count: Int

  /// More than any queue of a cluster takes in one array.
  public static let counts = 1...10_000

  /// nil if there is no such shard.
  public init?(number: Int, of count: Int) {
    guard Self.counts.contains(count), 1...count ~= number else { return nil }
    self.number = number
    self.count = count
  }

  /// `3/7`; nil for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.allSatisfy(\.isASCIIDigit) }),
      let number = Int(parts[0]), let count = Int(parts[1])
    else { return nil }
    self.init(number: number, of: count)
  }

  /// The folder it is published in.
  public var folderName: String { "shard-\(number)-of-\(count)" }

  /// Whether it makes the report at this place (from 0) of the plan: every `count`-th, so that
  /// neighbours, who often hand in alike, are spread.
  func contains(_ place: Int) -> Bool { place % count == number - 1 }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}

/// What the environment says of the task we are, under the schedulers that number their tasks.
public enum ShardScheduler: String, CaseIterable, Sendable {
  /// A task of a Slurm array, whose numbers begin where the user said.
  case slurm = "SLURM_ARRAY_TASK_ID"
  /// A job of GNU parallel, from 1.
  case parallel = "PARALLEL_SEQ"
  /// A pod of an indexed Kubernetes job, from 0.
  case kubernetes = "JOB_COMPLETION_INDEX"

  private static let slurmFirst = "SLURM_ARRAY_TASK_MIN"

  /// Those that number this process, and the number each gives it, from 1; nil if what is there
  /// is no number.
  public static func numbers(
    _ environment: (String) -> String?
  ) -> [(scheduler: ShardScheduler, number: Int?)] {
    allCases.compactMap { scheduler in
      environment(scheduler.rawValue).map { (scheduler, scheduler.number($0, environment)) }
    }
  }

  private func number(_ text: String, _ environment: (String) -> String?) -> Int? {
    guard let value = Int(text) else { return nil }
    switch self {
    case .slurm:
      let first = environment(Self.slurmFirst) ?? "1"
      return Int(first).map { value - $0 + 1 }
    case .parallel: return value
    case .kubernetes: return value + 1
    }
  }
}
