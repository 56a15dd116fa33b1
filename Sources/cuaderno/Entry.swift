import ArgumentParser
import CLinux
import Diagnostics
import Glibc
import Threads

/// Parses the command line, runs the command, and ends the process with the documented code.
enum Entry {
  static func run() -> Never {
    Terminal.open()
    LastWords.install()
    Interruption.install()
    // With addresses that are counted, none is set aside.
    if clinux_has_memory_limit() == 1 { clinux_use_one_heap() }
    // A stack of `ulimit -s` may be too small for what a notebook may nest.
    if hasSmallStack, let thread = ExtraThread.start({ work() }) { thread.join() }
    work()
  }

  private static var hasSmallStack: Bool {
    var limit = rlimit()
    return getrlimit(__rlimit_resource_t(RLIMIT_STACK.rawValue), &limit) == 0
      && limit.rlim_cur < 1 << 20
  }

  private static func work() -> Never {
    guard Speech.current.hasWords else {
      LastWords.noTemplates.write()
      exit(Diagnostics.ExitCode.missingInput.rawValue)
    }
    let command: any ParsableCommand
    do {
      try WorkingFolder.check()
      command = try CuadernoCommand.parseAsRoot()
    } catch let error as CommandError {
      end(Failure(error))
    } catch {
      endAsParserSays(error)
    }
    guard let command = command as? any Runnable else { endByHelp(command) }
    do {
      end(try command.execute())
    } catch {
      end(Failure(error))
    }
  }

  private static func end(_ failure: Failure) -> Never {
    Terminal.line(failure.text, to: .error)
    end(failure.code)
  }

  /// Where something that was written to standard output is lost, that is an error: of a command that
  /// was done, or whose answer is its exit code.
  private static func end(_ code: Diagnostics.ExitCode) -> Never {
    if WorkingFolder.isReplaced {
      Terminal.line(Speech.current("machine.folderReplaced"), to: .error)
    }
    guard let reason = Terminal.close() else { exit(code.rawValue) }
    Terminal.line(
      "cuaderno: " + Speech.current(Message("command.lostOutput", reason: reason)), to: .error)
    let isAnswer = code == .done || code == .different
    exit((isAnswer ? Diagnostics.ExitCode.inputOutput : code).rawValue)
  }

  /// `help` is a command of the parser's own: it shows its text by throwing it.
  private static func endByHelp(_ command: any ParsableCommand) -> Never {
    var command = command
    do {
      try command.run()
      end(.done)
    } catch {
      endAsParserSays(error)
    }
  }

  private static func endAsParserSays(_ error: any Error) -> Never {
    let isHelp = CuadernoCommand.exitCode(for: error).rawValue == 0
    Terminal.line(
      Speech.current.parser(CuadernoCommand.fullMessage(for: error)).visibleText,
      to: isHelp ? .output : .error)
    end(isHelp ? .done : .usage)
  }
}

/// A command of this program: returns an exit code or throws.
protocol Runnable {
  func execute() throws -> Diagnostics.ExitCode
}
