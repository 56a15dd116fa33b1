import ArgumentParser
import Classroom
import Diagnostics

/// `cuaderno class run`: makes one shard of a class, on any machine.
struct ClassRunCommand: ParsableCommand, Runnable {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: Speech.current("command.classRunAbout"))

  @OptionGroup var folder: ClassFolderOptions
  @OptionGroup var shard: ShardOptionGroup
  @Option(name: .shortAndLong, help: help("shardsFolder"), completion: .directory) var output:
    String?
  @OptionGroup var reports: ClassReportOptions

  /// The default folder for shards.
  static func shardsFolder(_ folder: ClassFolderOptions) -> String {
    "\(folder.defaultOutput)-shards"
  }

  func validate() throws {
    try TrainingOptions.refuseEmpty([("--output", output)])
  }

  func execute() throws -> Diagnostics.ExitCode {
    let speech = Speech.current
    let progress = reports.progress(speech)
    let chosen = try shard.chosen()
    let settings = try reports.settings(folder, isShard: true)
    let run = try ShardRun(
      folder.inputs(), shard: chosen, folder: output ?? Self.shardsFolder(folder),
      settings: settings)
    let done = try run.run { step in
      progress.student(step.name, done: step.done, of: step.count)
      return Interruption.exitCode == nil
    }
    progress.clearBar()
    guard let done else {
      Terminal.line(speech("class.stopped"), to: .error)
      return Interruption.exitCode ?? .interrupted
    }
    Terminal.line(
      speech(
        "class.shards.made",
        [
          "shard": "\(chosen.number)/\(chosen.count)", "path": done.path,
          "students": speech.numbers.string(done.students),
          "made": speech.numbers.string(done.made),
        ]), to: .output)
    return .done
  }
}
