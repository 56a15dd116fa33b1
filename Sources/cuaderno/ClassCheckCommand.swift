import ArgumentParser
import Classroom
import Diagnostics

/// `cuaderno class check`: what a class's folder lacks, as soon as there is a worksheet.
struct ClassCheckCommand: ParsableCommand, Runnable {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: Speech.current("command.classCheckAbout"))

  @Argument(help: help("classFolder")) var folder: String = "."
  @Option(help: help("roster")) var roster: String?
  @Option(help: help("submissions")) var submissions: String?
  @Option(help: help("templates")) var templates: String?

  func execute() throws -> Diagnostics.ExitCode {
    let speech = Speech.current
    let plan = try ClassPlan(
      ClassDescription.load(folder: folder), templates: TemplatesFolder.find(templates),
      program: ProgramIdentity.current)
    let check = try ClassCheck(plan, roster: roster, submissions: submissions)
    for finding in check.findings {
      let mark = finding.isMissing ? "✗" : "✓"
      Terminal.line("\(mark) \(speech(finding.message))", to: .output)
    }
    return check.findings.contains(where: \.isMissing) ? .missingInput : .done
  }
}
