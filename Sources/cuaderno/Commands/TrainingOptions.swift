import Archives
import ArgumentParser
import Glibc
import Lessons
import Threads

/// The options shared by all commands that train a notebook.
struct TrainingOptions: ParsableArguments {
  /// One language, or `both`: all of them.
  struct LanguageChoice: ExpressibleByArgument {
    static let allValueStrings = Language.allValueStrings + ["both"]
    let languages: [Language]

    init?(argument: String) {
      if argument == "both" {
        languages = Language.allCases
      } else {
        guard let language = Language(argument: argument) else { return nil }
        languages = [language]
      }
    }
  }

  /// Meant if no notebook is named: the one in the current folder, otherwise a bundled one.
  static let defaultNotebook =
    Files.isFile(BundledNotebooks.file) ? "." : BundledNotebooks.first
  static let largestSeed: UInt64 = 1 << 53 - 1
  static let largestThreads = 256

  @Option(help: help("only"), completion: Completions.lesson) var only: [String] = []
  @Option(help: help("language")) var language: LanguageChoice?
  // A negative number is a wrong value, not an option.
  @Option(parsing: .unconditional, help: help("seed")) var seed: UInt64?
  @Option(parsing: .unconditional, help: help("threads")) var threads: Int?
  @Option(help: help("data"), completion: .directory) var data: String?
  @Option(help: help("templates"), completion: .directory) var templates: String?
  @Flag(help: help("strict")) var strict = false
  @Flag(help: help("force")) var force = false
  @Flag(help: help("explain")) var explain = false
  @Flag(name: .shortAndLong, help: help("quiet")) var quiet = false
  @Flag(name: .shortAndLong, help: help("verbose")) var verbose = false

  func validate() throws {
    let speech = Speech.current
    try Self.refuseEmpty([("--data", data), ("--templates", templates)])
    if let seed, seed > Self.largestSeed {
      throw ValidationError(speech("command.seedRange", ["value": String(seed)]))
    }
    try Self.check(threads: threads)
    if quiet && verbose { throw ValidationError(speech("command.quietAndVerbose")) }
  }

  static func check(threads: Int?) throws {
    if let threads, !(1...largestThreads).contains(threads) {
      throw ValidationError(
        Speech.current("command.threadsRange", ["value": String(threads)]))
    }
  }

  /// The number asked for, else one for each core; nothing in this process works on more.
  static func threadCount(_ asked: Int?) -> Int {
    ParallelWork.threadLimit = asked ?? min(largestThreads, ParallelWork.threadLimit)
    return ParallelWork.threadLimit
  }

  /// Throws for the first option or argument whose value is empty.
  static func refuseEmpty(_ given: [(name: String, value: String?)]) throws {
    guard let empty = given.first(where: { $0.value == "" }) else { return }
    throw ValidationError(Speech.current("command.emptyValue", ["option": empty.name]))
  }

  /// Throws if the value of an option is outside `range`.
  static func refuse(_ option: String, _ value: Int, outside range: ClosedRange<Int>) throws {
    guard !range.contains(value) else { return }
    throw ValidationError(
      Speech.current(
        "command.optionRange",
        [
          "option": option, "value": String(value), "low": String(range.lowerBound),
          "high": String(range.upperBound),
        ]))
  }

  var request: NotebookRequest {
    NotebookRequest(only: only, languages: language?.languages ?? [], seed: seed)
  }

  var training: TrainingRun {
    TrainingRun(
      store: .make(isForced: force, only: only), isExplained: explain,
      threads: Self.threadCount(threads),
      talk: quiet ? .quiet : verbose ? .verbose : .normal)
  }

  /// The folder given with `--data`. Throws if it does not exist.
  func dataFolder() throws(CommandError) -> String? {
    if let data, !Files.isFolder(data) { throw .noDataFolder(path: data) }
    return data
  }
}
