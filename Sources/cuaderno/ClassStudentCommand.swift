import ArgumentParser
import Classroom
import Diagnostics

/// `cuaderno class student`: what a child process of `class build` runs. Nobody types it.
struct ClassStudentCommand: ParsableCommand, Runnable {
  static let configuration = CommandConfiguration(
    commandName: "student", shouldDisplay: false)

  @Argument var batch: String

  func execute() throws -> Diagnostics.ExitCode {
    try StudentRun.run(batch: batch)
    return .done
  }
}
