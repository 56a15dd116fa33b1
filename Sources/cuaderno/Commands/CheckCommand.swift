import ArgumentParser
import Diagnostics

/// `cuaderno check`: reports every error that would stop a build, and the data linter's advice,
/// without training.
struct CheckCommand: ParsableCommand, Runnable {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: Speech.current("command.checkAbout"))

  @Argument(help: help("notebooks"), completion: Completions.notebook) var notebook: [String] = []
  @Option(name: .shortAndLong, help: help("output"), completion: .directory) var output: String?
  @Option(help: help("data"), completion: .directory) var data: String?
  @Option(help: help("templates"), completion: .directory) var templates: String?
  @Flag(help: help("checkStrict")) var strict = false
  @Flag(help: help("json")) var json = false

  func validate() throws {
    try TrainingOptions.refuseEmpty([
      ("NOTEBOOK", notebook.first(where: \.isEmpty)), ("--output", output),
    ])
  }

  func execute() throws -> Diagnostics.ExitCode {
    let names = notebook.isEmpty ? [TrainingOptions.defaultNotebook] : notebook
    let run = CheckRun(
      places: OutputPlaces(output: output, notebookCount: names.count),
      templates: try TemplatesFolder.find(templates), dataFolder: data, isStrict: strict)
    let checks = try names.map(run.check)
    for (index, check) in checks.enumerated() {
      if let id = check.id, checks[..<index].contains(where: { $0.id == id }) {
        throw CommandError.sameIdentifier(id: id)
      }
    }
    try run.places.checkShared()
    let report = CheckReport(checks: checks, speech: .current)
    if json {
      Terminal.write(report.json, to: .output)
    } else {
      for line in report.lines { Terminal.line(line, to: .output) }
    }
    let isRefused = strict && checks.contains { !$0.warnings.isEmpty || $0.hasAdvice }
    return checks.lazy.compactMap { $0.errors.first?.exitCode }.first
      ?? (isRefused ? .invalidInput : .done)
  }
}
