import Archives
import ArgumentParser
import Classroom
import Glibc
import Pages

/// The class a command works on, and the paths of its roster and hand-ins.
struct ClassFolderOptions: ParsableArguments {
  @Argument(help: help("classFolder"), completion: .directory) var folder: String = "."
  @Option(help: help("roster"), completion: .file()) var roster: [String] = []
  @Option(help: help("submissions"), completion: .file()) var submissions: [String] = []
  @Option(help: help("templates"), completion: .directory) var templates: String?

  func validate() throws {
    try TrainingOptions.refuseEmpty(
      [("FOLDER", folder), ("--templates", templates)]
        + roster.map { ("--roster", $0) } + submissions.map { ("--submissions", $0) })
  }

  func plan() throws -> ClassPlan {
    try ClassPlan(
      ClassDescription.load(folder: folder), templates: TemplatesFolder.find(templates),
      program: ProgramIdentity.current)
  }

  func inputs() throws -> ClassInputs {
    try ClassInputs(plan(), roster: roster, submissions: submissions)
  }

  /// `output/CLASS`, where CLASS is the last component of the folder's real path.
  var defaultOutput: String {
    let path = Files.resolved(folder) ?? folder
    return "output/\(path.split(separator: "/").last.map(String.init) ?? "class")"
  }
}

/// How students' reports are made.
struct ClassReportOptions: ParsableArguments {
  @Flag(help: help("classPDF")) var pdf = false
  @Option(help: help("jobs")) var jobs: Int?
  @Option(help: help("timeLimit")) var timeLimit: Int?
  @Option(help: help("memoryLimit")) var memoryLimit: Int?
  @Flag(name: .shortAndLong, help: help("quiet")) var quiet = false

  private static let largestJobs = 256

  func validate() throws {
    let bounded: [(String, Int?, ClosedRange<Int>)] = [
      ("--jobs", jobs, 1...Self.largestJobs), ("--time-limit", timeLimit, 1...86_400),
      ("--memory-limit", memoryLimit, 200...65_536),
    ]
    for (option, value, range) in bounded {
      if let value { try TrainingOptions.refuse(option, value, outside: range) }
    }
  }

  /// - Parameter isShard: whether one shard is made, which then uses a single process.
  func settings(_ folder: ClassFolderOptions, isShard: Bool) throws -> ClassSettings {
    let cores = isShard ? 1 : max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    return ClassSettings(
      roster: folder.roster, submissions: folder.submissions,
      templates: try TemplatesFolder.find(folder.templates), executable: Executable.path,
      identity: ProgramIdentity.current, jobs: jobs ?? min(Self.largestJobs, cores),
      limits: ChildLimits(
        seconds: timeLimit ?? ChildLimits.standard.seconds,
        memory: memoryLimit ?? ChildLimits.standard.memory),
      printsPDF: pdf)
  }

  func progress(_ speech: Speech) -> Progress {
    Progress(talk: quiet ? .quiet : .normal, speech: speech, isLive: Terminal.isLive)
  }
}

/// The shard to make: `--shard 3/7`, or `--shard auto --of 7` under a scheduler that numbers its
/// tasks.
struct ShardOptionGroup: ParsableArguments {
  @Option(help: help("shard")) var shard: String
  @Option(help: help("shardOf")) var of: Int?

  private static let automatic = "auto"

  func validate() throws { _ = try chosen() }

  static func check(count: Int) throws {
    try TrainingOptions.refuse("--of", count, outside: Shard.counts)
  }

  func chosen() throws -> Shard {
    let speech = Speech.current
    guard shard == Self.automatic else {
      guard let shard = Shard(shard), of == nil || of == shard.count else {
        throw ValidationError(speech("command.shard", ["value": self.shard]))
      }
      return shard
    }
    guard let of else { throw ValidationError(speech("command.shardOf")) }
    try Self.check(count: of)
    let numbers = ShardScheduler.numbers(Terminal.environment)
    guard let (scheduler, number) = numbers.first else {
      throw ValidationError(
        speech(
          "command.shardNoScheduler",
          ["names": ShardScheduler.allCases.map(\.rawValue).joined(separator: ", ")]))
    }
    guard numbers.count == 1 else {
      throw ValidationError(
        speech(
          "command.shardSchedulers",
          ["names": numbers.map(\.scheduler.rawValue).joined(separator: ", ")]))
    }
    guard let shard = number.flatMap({ Shard(number: $0, of: of) }) else {
      throw ValidationError(
        speech(
          "command.shardNumber",
          [
            "name": scheduler.rawValue, "value": Terminal.environment(scheduler.rawValue) ?? "",
            "count": String(of),
          ]))
    }
    return shard
  }
}
