import ArgumentParser
import Diagnostics
import Pages
import Paper

/// `cuaderno handout`: makes a worksheet, its answer key, a Colab notebook or a quiz.
struct HandoutCommand: ParsableCommand, Runnable {
  static let configuration = CommandConfiguration(
    commandName: "handout", abstract: Speech.current("command.handoutAbout"))

  @Argument(help: help("notebook"), completion: Completions.notebook) var notebook = TrainingOptions
    .defaultNotebook
  @Option(help: help("edition")) var edition: HandoutEdition?
  @Option(help: help("paper")) var paper: PageFormat?
  @Option(help: help("format")) var format = HandoutFormat.html
  @Flag(help: help("pdf")) var pdf = false
  @Option(name: .shortAndLong, help: help("handoutOutput"), completion: .directory) var output:
    String?
  @OptionGroup var options: TrainingOptions

  func validate() throws {
    try TrainingOptions.refuseEmpty([("NOTEBOOK", notebook), ("--output", output)])
    if pdf, format != .html {
      throw ValidationError(Speech.current("handout.pdfOfPagesOnly"))
    }
    if format == .quiz, edition == .student {
      throw ValidationError(Speech.current("handout.quizForStudents"))
    }
    if !options.only.isEmpty { throw ValidationError(Speech.current("handout.onlyWhole")) }
  }

  func execute() throws -> Diagnostics.ExitCode {
    let run = HandoutRun(
      name: notebook, output: output, edition: edition ?? (format == .quiz ? .teacher : .student),
      format: format, paper: paper, printsPDF: pdf,
      templates: try TemplatesFolder.find(options.templates), request: options.request,
      training: options.training, dataFolder: try options.dataFolder(), isStrict: options.strict)
    return try run.execute()
  }
}

extension HandoutEdition: ExpressibleByArgument {}
extension HandoutFormat: ExpressibleByArgument {}
extension PageFormat: ExpressibleByArgument {}
