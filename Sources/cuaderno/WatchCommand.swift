import ArgumentParser
import Diagnostics

/// `cuaderno watch`: builds again whenever an input changes, and shows the report in a browser.
struct WatchCommand: ParsableCommand, Runnable {
  static let configuration = CommandConfiguration(
    commandName: "watch", abstract: Speech.current("command.watchAbout"))

  @Argument(help: help("watchNotebook")) var notebook = TrainingOptions.defaultNotebook
  @Option(help: help("port")) var port: UInt16?
  @Option(name: .shortAndLong, help: help("output")) var output: String?
  @OptionGroup var options: TrainingOptions

  func validate() throws {
    try TrainingOptions.refuseEmpty([("NOTEBOOK", notebook), ("--output", output)])
  }

  func execute() throws -> Diagnostics.ExitCode {
    let templates = try TemplatesFolder.find(options.templates)
    let run = WatchRun(
      notebook: notebook,
      folder: try BundledNotebooks.folder(of: notebook, templates: templates),
      build: BuildRun(
        notebooks: [notebook], output: output, request: options.request,
        training: options.training, dataFolder: try options.dataFolder(), templates: templates,
        isStrict: options.strict, pointsOutChanges: true, timings: nil))
    return try run.execute(port: port)
  }
}
