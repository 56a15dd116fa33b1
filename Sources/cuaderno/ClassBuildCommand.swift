import Archives
import ArgumentParser
import Classroom
import Diagnostics
import Glibc
import Lessons
import Reports

/// `cuaderno class build`: a report for each student and a page for the teacher.
struct ClassBuildCommand: ParsableCommand, Runnable {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: Speech.current("command.classBuildAbout"))

  static let largestJobs = 256

  @Argument(help: help("classFolder")) var folder: String = "."
  @Option(name: .shortAndLong, help: help("classOutput")) var output: String?
  @Option(help: help("roster")) var roster: String?
  @Option(help: help("submissions")) var submissions: String?
  @Flag(help: help("classPDF")) var pdf = false
  @Option(help: help("jobs")) var jobs: Int?
  @Option(help: help("timeLimit")) var timeLimit: Int?
  @Option(help: help("memoryLimit")) var memoryLimit: Int?
  @Option(help: help("templates")) var templates: String?
  @Flag(name: .shortAndLong, help: help("quiet")) var quiet = false
  @OptionGroup var export: ExportOptionGroup

  func validate() throws {
    let speech = Speech.current
    let given = [
      ("FOLDER", folder), ("--output", output), ("--roster", roster),
      ("--submissions", submissions), ("--templates", templates),
    ]
    if let empty = given.first(where: { $0.1 == "" }) {
      throw ValidationError(speech("command.emptyValue", ["option": empty.0]))
    }
    let bounded: [(String, Int?, ClosedRange<Int>)] = [
      ("--jobs", jobs, 1...Self.largestJobs), ("--time-limit", timeLimit, 1...86_400),
      ("--memory-limit", memoryLimit, 200...65_536),
    ]
    for (option, value, range) in bounded {
      guard let value, !range.contains(value) else { continue }
      throw ValidationError(
        speech(
          "command.optionRange",
          [
            "option": option, "value": String(value), "low": String(range.lowerBound),
            "high": String(range.upperBound),
          ]))
    }
  }

  func execute() throws -> Diagnostics.ExitCode {
    let speech = Speech.current
    let progress = Progress(
      talk: quiet ? .quiet : .normal, speech: speech, isLive: Terminal.isLive)
    let templates = try TemplatesFolder.find(templates)
    let description = try ClassDescription.load(folder: folder)
    let plan = try ClassPlan(
      description, templates: templates, program: ProgramIdentity.current)
    let inputs = try ClassInputs(plan, roster: roster, submissions: submissions)
    // Found before training: a missing browser is no surprise at the end.
    let printer = pdf ? PagePrinter.find(environment: Terminal.environment) : nil
    let build = try ClassBuild(
      inputs, output: output ?? "output/\(Self.name(of: folder))", roster: roster,
      submissions: submissions, templates: templates, executable: "/proc/self/exe",
      identity: ProgramIdentity.current,
      jobs: jobs ?? min(Self.largestJobs, max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))),
      limits: ChildLimits(
        seconds: timeLimit ?? ChildLimits.standard.seconds,
        memory: memoryLimit ?? ChildLimits.standard.memory),
      printer: printer)
    let done = try build.run { step in
      progress.student(
        step.name, done: step.done, of: step.count, isPrinting: step.isPrinting)
      return Interruption.exitCode == nil
    }
    progress.clearBar()
    guard let done else {
      Terminal.line(speech("class.stopped"), to: .error)
      return Interruption.exitCode ?? .interrupted
    }
    let reports = output ?? "output/\(Self.name(of: folder))"
    if !quiet { ClassText(speech, done).write() }
    try export.run(done.summary, report: reports, includesPDF: pdf, speech)
    if pdf, printer == nil { progress.warn(speech("class.noBrowser")) }
    if let failure = done.unprinted.first {
      progress.warn(
        speech(
          "class.unprinted",
          [
            "count": speech.numbers.string(done.unprinted.count),
            "ids": done.unprinted.prefix(12).map(\.id).joined(separator: ", "),
            "reason": speech(failure.error.message),
          ]))
    }
    Terminal.line(
      speech("machine.done", ["path": done.page, "link": FileLink.url(of: done.page)]),
      to: .output)
    return done.unprinted.first?.error.exitCode ?? .done
  }

  /// The last part of the folder's real path.
  static func name(of folder: String) -> String {
    let path = Files.resolved(folder) ?? folder
    return path.split(separator: "/").last.map(String.init) ?? "class"
  }
}
