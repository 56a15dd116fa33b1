import ArgumentParser
import Diagnostics

/// `cuaderno figures`: a notebook's figures alone, with captions and data, ready to attach.
struct FiguresCommand: ParsableCommand, Runnable {
  static let configuration = CommandConfiguration(
    commandName: "figures", abstract: Speech.current("command.figuresAbout"))

  @Argument(help: help("notebook")) var notebook = TrainingOptions.defaultNotebook
  @Option(help: help("scale")) var scale = 2
  @Option(name: .shortAndLong, help: help("figuresOutput")) var output: String?
  @OptionGroup var options: TrainingOptions

  func validate() throws {
    try TrainingOptions.refuseEmpty([("NOTEBOOK", notebook), ("--output", output)])
    guard FiguresRun.scales.contains(scale) else {
      throw ValidationError(Speech.current("command.scaleRange", ["value": String(scale)]))
    }
  }

  func execute() throws -> Diagnostics.ExitCode {
    let run = FiguresRun(
      name: notebook, output: output, scale: scale,
      templates: try TemplatesFolder.find(options.templates), request: options.request,
      training: options.training, dataFolder: try options.dataFolder(), isStrict: options.strict)
    return try run.execute()
  }
}
