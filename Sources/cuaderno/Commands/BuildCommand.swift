import ArgumentParser
import Diagnostics
import Pages

/// `cuaderno build`: train the lessons of notebooks and write their reports.
struct BuildCommand: ParsableCommand, Runnable {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: Speech.current("command.buildAbout"))

  @Argument(help: help("notebooks"), completion: Completions.notebook) var notebook: [String] = []
  @Option(name: .shortAndLong, help: help("output"), completion: .directory) var output: String?
  @OptionGroup var options: TrainingOptions
  @Flag(name: .customLong("no-changes"), help: help("noChanges")) var ignoresChanges = false
  @Flag(help: help("buildPDF")) var pdf = false
  @Option(help: help("timings"), completion: .file()) var timings: String?

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
      pointsOutChanges: !ignoresChanges, timings: timings, printsPDF: pdf)
    return try run.execute()
  }
}

/// `cuaderno watch`: builds again whenever an input changes, and shows the report in a browser.
struct WatchCommand: ParsableCommand, Runnable {
  static let configuration = CommandConfiguration(
    commandName: "watch", abstract: Speech.current("command.watchAbout"))

  @Argument(help: help("watchNotebook"), completion: Completions.notebook) var notebook =
    TrainingOptions.defaultNotebook
  @Option(help: help("port")) var port: UInt16?
  @Option(name: .shortAndLong, help: help("output"), completion: .directory) var output: String?
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

/// `cuaderno figures`: a notebook's figures alone, with captions and data, ready to attach.
struct FiguresCommand: ParsableCommand, Runnable {
  static let configuration = CommandConfiguration(
    commandName: "figures", abstract: Speech.current("command.figuresAbout"))

  @Argument(help: help("notebook"), completion: Completions.notebook) var notebook = TrainingOptions
    .defaultNotebook
  @Option(help: help("scale")) var scale = 2
  @Option(help: help("figureFormat")) var format = FigureFormat.png
  @Option(name: .shortAndLong, help: help("figuresOutput"), completion: .directory) var output:
    String?
  @OptionGroup var options: TrainingOptions

  func validate() throws {
    try TrainingOptions.refuseEmpty([("NOTEBOOK", notebook), ("--output", output)])
    guard FiguresRun.scales.contains(scale) else {
      throw ValidationError(Speech.current("command.scaleRange", ["value": String(scale)]))
    }
  }

  func execute() throws -> Diagnostics.ExitCode {
    let run = FiguresRun(
      name: notebook, output: output, scale: scale, format: format,
      templates: try TemplatesFolder.find(options.templates), request: options.request,
      training: options.training, dataFolder: try options.dataFolder(), isStrict: options.strict)
    return try run.execute()
  }
}

extension FigureFormat: ExpressibleByArgument {}
