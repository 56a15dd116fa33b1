import Archives
import ArgumentParser
import Diagnostics
import Publishing

/// `cuaderno verify`: checks whether a report, page or picture is unaltered and whether training it
/// again gives the same.
struct VerifyCommand: ParsableCommand, Runnable {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: Speech.current("command.verifyAbout"))

  @Argument(help: help("verifyReport")) var report: String
  @Option(help: help("verifyData")) var data: String?
  @Option(help: help("verifyNotebook")) var notebook: String?
  @Option(help: help("threads")) var threads: Int?
  @Option(help: help("templates")) var templates: String?
  @Flag(help: help("json")) var json = false

  func validate() throws {
    try TrainingOptions.refuseEmpty([
      ("REPORT", report), ("--data", data), ("--notebook", notebook), ("--templates", templates),
    ])
    try TrainingOptions.check(threads: threads)
  }

  func execute() throws -> Diagnostics.ExitCode {
    // A folder holds image sets, as in the other commands; a file is a table.
    let isFolder = data.map(Files.isFolder) ?? false
    let run = VerifyRun(
      path: report, data: isFolder ? nil : data, notebook: notebook,
      dataFolder: isFolder ? data : nil, threads: TrainingOptions.threadCount(threads),
      templates: try TemplatesFolder.find(templates))
    guard let verdict = try run.verdict() else { return Interruption.exitCode ?? .interrupted }
    if json {
      Terminal.write(
        String(decoding: JSONWriter.bytes(verdict.json), as: UTF8.self), to: .output)
    } else {
      for line in verdict.lines(of: report, .current) { Terminal.line(line, to: .output) }
    }
    return verdict.isReproduced ? .done : .different
  }
}
