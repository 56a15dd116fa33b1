import ArgumentParser
import Diagnostics
import Glibc

/// Parses the command line, runs the command, and ends the process with the documented code.
enum Entry {
  static func run() -> Never {
    Interruption.install()
    let command: any ParsableCommand
    do {
      command = try CuadernoCommand.parseAsRoot()
    } catch {
      endAsParserSays(error)
    }
    guard let command = command as? any Runnable else { endByHelp(command) }
    do {
      exit(try command.execute().rawValue)
    } catch {
      let failure = Failure(error)
      Terminal.line(failure.text, to: .error)
      exit(failure.code.rawValue)
    }
  }

  /// The parser's built-in `help` command prints its text by throwing it.
  private static func endByHelp(_ command: any ParsableCommand) -> Never {
    var command = command
    do {
      try command.run()
      exit(0)
    } catch {
      endAsParserSays(error)
    }
  }

  private static func endAsParserSays(_ error: any Error) -> Never {
    let isHelp = CuadernoCommand.exitCode(for: error).rawValue == 0
    Terminal.line(
      CuadernoCommand.fullMessage(for: error).visibleText, to: isHelp ? .output : .error)
    exit(isHelp ? 0 : Diagnostics.ExitCode.usage.rawValue)
  }
}

/// A command of this program: returns an exit code or throws.
protocol Runnable {
  func execute() throws -> Diagnostics.ExitCode
}
