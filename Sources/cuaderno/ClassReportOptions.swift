import ArgumentParser
import Classroom
import Diagnostics
import Glibc
import Pages

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
      guard let value, !range.contains(value) else { continue }
      throw ValidationError(
        Speech.current(
          "command.optionRange",
          [
            "option": option, "value": String(value), "low": String(range.lowerBound),
            "high": String(range.upperBound),
          ]))
    }
  }

  /// - Parameter isShard: then one process, since every shard has a core of its own.
  func settings(_ folder: ClassFolderOptions, isShard: Bool) throws -> ClassSettings {
    let cores = isShard ? 1 : max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    return ClassSettings(
      roster: folder.roster, submissions: folder.submissions,
      templates: try TemplatesFolder.find(folder.templates), executable: "/proc/self/exe",
      identity: ProgramIdentity.current, jobs: jobs ?? min(Self.largestJobs, cores),
      limits: ChildLimits(
        seconds: timeLimit ?? ChildLimits.standard.seconds,
        memory: memoryLimit ?? ChildLimits.standard.memory),
      // Found before training: a missing browser is no surprise at the end.
      printer: pdf ? PagePrinter.find(environment: Terminal.environment) : nil)
  }

  func progress(_ speech: Speech) -> Progress {
    Progress(talk: quiet ? .quiet : .normal, speech: speech, isLive: Terminal.isLive)
  }

  /// Says which pages have no PDF, and why.
  func warn(
    of unprinted: [(id: String, error: BrowserError)], _ settings: ClassSettings,
    _ progress: Progress, _ speech: Speech
  ) {
    if pdf, !settings.prints { progress.warn(speech("class.noBrowser")) }
    guard let failure = unprinted.first else { return }
    progress.warn(
      speech(
        "class.unprinted",
        [
          "count": speech.numbers.string(unprinted.count),
          "ids": unprinted.prefix(12).map(\.id).joined(separator: ", "),
          "reason": speech(failure.error.message),
        ]))
  }
}
