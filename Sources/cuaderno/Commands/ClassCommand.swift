import ArgumentParser
import Classroom
import Diagnostics

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

/// `cuaderno class check`: lists what a class's folder lacks; usable as soon as there is a roster.
struct ClassCheckCommand: ParsableCommand, Runnable {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: Speech.current("command.classCheckAbout"))

  @OptionGroup var folder: ClassFolderOptions

  func execute() throws -> Diagnostics.ExitCode {
    let speech = Speech.current
    let check = try ClassCheck(
      folder.plan(), roster: folder.roster, submissions: folder.submissions)
    for finding in check.findings {
      let mark = finding.isMissing ? "✗" : "✓"
      Terminal.line("\(mark) \(speech(finding.message))", to: .output)
    }
    return check.findings.contains(where: \.isMissing) ? .missingInput : .done
  }
}

/// `cuaderno class student`: run by the child processes of `class build`; not meant to be typed.
struct ClassStudentCommand: ParsableCommand, Runnable {
  static let configuration = CommandConfiguration(
    commandName: "student", shouldDisplay: false)

  @Argument var batch: String

  func execute() throws -> Diagnostics.ExitCode {
    try StudentRun.run(batch: batch)
    return .done
  }
}
