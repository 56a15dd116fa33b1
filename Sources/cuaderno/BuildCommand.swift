import ArgumentParser
import Diagnostics

/// `cuaderno build`: train the lessons of notebooks and write their reports.
struct BuildCommand: ParsableCommand, Runnable {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: Speech.current("command.buildAbout"))

  @Argument(help: help("notebooks")) var notebook: [String] = []
  @Option(name: .shortAndLong, help: help("output")) var output: String?
  @OptionGroup var options: TrainingOptions
  @Flag(name: .customLong("no-changes"), help: help("noChanges")) var ignoresChanges = false
  @Option(help: help("timings")) var timings: String?

  func validate() throws {
    try TrainingOptions.refuseEmpty([
      ("NOTEBOOK", notebook.first(where: \.isEmpty)), ("--output", output), ("--timings", timings),
    ])
  }

  func execute() throws -> Diagnostics.ExitCode {
    let templates = try TemplatesFolder.find(options.templates)
    let run = BuildRun(
      notebooks: notebook.isEmpty ? [TrainingOptions.defaultNotebook] : notebook, output: output,
      request: options.request, training: options.training,
      dataFolder: try options.dataFolder(), templates: templates, isStrict: options.strict,
      pointsOutChanges: !ignoresChanges, timings: timings)
    return try run.execute()
  }
}
