import Diagnostics
import Glibc
import Synchronization

/// Ctrl-C and `kill`: the first signal stops the work at its next step and cleans up; a second one
/// ends the process at once.
enum Interruption {
  private static let received = Atomic<Int32>(0)

  static func install() {
    // Initialises the static before a signal handler can use it.
    received.store(0, ordering: .relaxed)
    for number in [SIGINT, SIGTERM] {
      var action = sigaction()
      action.__sigaction_handler.sa_handler = {
        Interruption.received.store($0, ordering: .relaxed)
      }
      action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND))
      sigaction(number, &action, nil)
    }
    // Makes write(2) return an error for a closed pipe instead of ending the process.
    signal(SIGPIPE, SIG_IGN)
  }

  /// The exit code for the signal that was received; nil before one.
  static var exitCode: ExitCode? {
    switch received.load(ordering: .relaxed) {
    case 0: nil
    case SIGTERM: .terminated
    default: .interrupted
    }
  }
}
