import ArgumentParser
import Classroom
import Diagnostics

/// `cuaderno class build`: a report for each student and a page for the teacher.
struct ClassBuildCommand: ParsableCommand, Runnable {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: Speech.current("command.classBuildAbout"))

  @OptionGroup var folder: ClassFolderOptions
  @Option(name: .shortAndLong, help: help("classOutput"), completion: .directory) var output:
    String?
  @OptionGroup var reports: ClassReportOptions
  @OptionGroup var export: ExportOptionGroup

  func validate() throws {
    try TrainingOptions.refuseEmpty([("--output", output)])
  }

  func execute() throws -> Diagnostics.ExitCode {
    let speech = Speech.current
    let progress = reports.progress(speech)
    let path = output ?? folder.defaultOutput
    let inputs = try folder.inputs()
    let settings = try reports.settings(folder, isShard: false)
    let build = try ClassBuild(inputs, output: path, settings: settings)
    let done = try build.run { step in
      progress.student(step.name, done: step.done, of: step.count)
      return Interruption.exitCode == nil
    }
    progress.clearBar()
    guard let done else {
      Terminal.line(speech("class.stopped"), to: .error)
      return Interruption.exitCode ?? .interrupted
    }
    if !reports.quiet { ClassText(speech, done).write() }
    try export.run(done.summary, report: path, includesPDF: reports.pdf, speech)
    Terminal.line(
      speech("machine.done", ["path": done.page, "link": FileLink.url(of: done.page)]),
      to: .output)
    return .done
  }
}
