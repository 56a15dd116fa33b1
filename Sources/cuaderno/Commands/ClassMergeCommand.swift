import ArgumentParser
import Classroom
import Diagnostics

/// `cuaderno class merge`: combines the shards of a class into the report that `class build` would
/// make.
struct ClassMergeCommand: ParsableCommand, Runnable {
  static let configuration = CommandConfiguration(
    commandName: "merge", abstract: Speech.current("command.classMergeAbout"))

  @OptionGroup var folder: ClassFolderOptions
  @Option(help: help("shardsFolder"), completion: .directory) var shards: String?
  @Option(name: .shortAndLong, help: help("classOutput"), completion: .directory) var output:
    String?
  @Flag(name: .shortAndLong, help: help("quiet")) var quiet = false
  @OptionGroup var export: ExportOptionGroup

  func validate() throws {
    try TrainingOptions.refuseEmpty([("--shards", shards), ("--output", output)])
  }

  func execute() throws -> Diagnostics.ExitCode {
    let speech = Speech.current
    let path = output ?? folder.defaultOutput
    let merge = ClassMerge(
      try folder.inputs(), folder: shards ?? ClassRunCommand.shardsFolder(folder), output: path)
    guard let done = try merge.run(proceed: { Interruption.exitCode == nil }) else {
      return Interruption.exitCode ?? .interrupted
    }
    if !quiet { ClassText(speech, done).write() }
    try export.run(done.summary, report: path, includesPDF: done.includesPDF, speech)
    Terminal.line(
      speech("machine.done", ["path": done.page, "link": FileLink.url(of: done.page)]),
      to: .output)
    return .done
  }
}
