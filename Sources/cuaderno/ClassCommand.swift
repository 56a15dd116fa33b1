import ArgumentParser

/// `cuaderno class`: the reports of a whole class.
struct ClassCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "class", abstract: Speech.current("command.classAbout"),
    subcommands: [
      ClassNewCommand.self, ClassCheckCommand.self, ClassBuildCommand.self,
      ClassPlanCommand.self, ClassRunCommand.self, ClassMergeCommand.self,
      ClassStudentCommand.self,
    ])
}
