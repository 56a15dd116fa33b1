import Archives
import ArgumentParser
import Classroom
import Diagnostics
import Publishing

/// `cuaderno verify`: checks whether a report, page or picture is unaltered and whether training it
/// again gives the same.
struct VerifyCommand: ParsableCommand, Runnable {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: Speech.current("command.verifyAbout"))

  @Argument(help: help("verifyReport"), completion: .file()) var report: String
  @Option(help: help("verifyData"), completion: .directory) var data: String?
  @Option(help: help("verifyNotebook"), completion: Completions.notebook) var notebook: String?
  @Option(name: .customLong("class"), help: help("verifyClass"), completion: .directory)
  var classFolder: String?
  @Option(help: help("threads")) var threads: Int?
  @Option(help: help("templates"), completion: .directory) var templates: String?
  @Flag(help: help("json")) var json = false

  func validate() throws {
    try TrainingOptions.refuseEmpty([
      ("REPORT", report), ("--data", data), ("--notebook", notebook), ("--templates", templates),
      ("--class", classFolder),
    ])
    try TrainingOptions.check(threads: threads)
  }

  func execute() throws -> Diagnostics.ExitCode {
    if let classFolder { return try hold(against: classFolder) }
    // A folder holds image sets, as in the other commands; a file is a table.
    let isFolder = data.map(Files.isFolder) ?? false
    let run = VerifyRun(
      path: report, data: isFolder ? nil : data, notebook: notebook,
      dataFolder: isFolder ? data : nil, threads: TrainingOptions.threadCount(threads),
      templates: try TemplatesFolder.find(templates))
    guard let verdict = try run.verdict() else { return Interruption.exitCode ?? .interrupted }
    return say(verdict)
  }

  /// A student's file against the class's report: that of the folder, or of a class's own folder.
  private func hold(against folder: String) throws -> Diagnostics.ExitCode {
    let name = (Files.resolved(folder) ?? folder).split(separator: "/").last.map(String.init)
    let places = [folder, "output/\(name ?? "class")"]
    for place in places {
      guard Files.isFolder(place), let proof = try ClassProof(folder: place) else { continue }
      return say(.ofClass(try proof.verdict(of: report)))
    }
    throw CommandError.notAClassReport(path: folder)
  }

  private func say(_ verdict: Verdict) -> Diagnostics.ExitCode {
    if json {
      Terminal.write(
        String(decoding: JSONWriter.bytes(verdict.json), as: UTF8.self), to: .output)
    } else {
      for line in verdict.lines(of: report, .current) { Terminal.line(line, to: .output) }
    }
    return verdict.isProven ? .done : .different
  }
}
