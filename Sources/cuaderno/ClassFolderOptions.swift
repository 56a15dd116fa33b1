import Archives
import ArgumentParser
import Classroom

/// The class that a command is about, and where its parts are.
struct ClassFolderOptions: ParsableArguments {
  @Argument(help: help("classFolder")) var folder: String = "."
  @Option(help: help("roster")) var roster: String?
  @Option(help: help("submissions")) var submissions: String?
  @Option(help: help("templates")) var templates: String?

  func validate() throws {
    try TrainingOptions.refuseEmpty([
      ("FOLDER", folder), ("--roster", roster), ("--submissions", submissions),
      ("--templates", templates),
    ])
  }

  func plan() throws -> ClassPlan {
    try ClassPlan(
      ClassDescription.load(folder: folder), templates: TemplatesFolder.find(templates),
      program: ProgramIdentity.current)
  }

  func inputs() throws -> ClassInputs {
    try ClassInputs(plan(), roster: roster, submissions: submissions)
  }

  /// `output/CLASS`, by the last part of the folder's real path.
  var defaultOutput: String {
    let path = Files.resolved(folder) ?? folder
    return "output/\(path.split(separator: "/").last.map(String.init) ?? "class")"
  }
}
