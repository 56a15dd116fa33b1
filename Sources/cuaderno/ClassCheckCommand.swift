import ArgumentParser
import Classroom
import Diagnostics

/// `cuaderno class check`: what a class's folder lacks, as soon as there is a worksheet.
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
