/// What the environment says of the task we are, under the schedulers that number their tasks.
public enum ShardScheduler: String, CaseIterable, Sendable {
  /// A task of a Slurm array, whose numbers begin where the user said.
  case slurm = "SLURM_ARRAY_TASK_ID"
  /// A job of GNU parallel, from 1.
  case parallel = "PARALLEL_SEQ"
  /// A pod of an indexed Kubernetes job, from 0.
  case kubernetes = "JOB_COMPLETION_INDEX"

  private static let slurmFirst = "SLURM_ARRAY_TASK_MIN"

  /// Those that number this process, and the number each gives it, from 1; nil where what is there
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
