import Diagnostics
import Glibc
import Synchronization

/// Ctrl-C and `kill`: the work stops at the next step and cleans up; a second one ends it at once.
enum Interruption {
  private static let received = Atomic<Int32>(0)

  static func install() {
    // Made before a handler can need it.
    received.store(0, ordering: .relaxed)
    for number in [SIGINT, SIGTERM] {
      var action = sigaction()
      action.__sigaction_handler.sa_handler = {
        Interruption.received.store($0, ordering: .relaxed)
      }
      action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND))
      sigaction(number, &action, nil)
    }
    // A closed pipe shows as an error of write(2).
    signal(SIGPIPE, SIG_IGN)
  }

  /// The exit code to end with, once a signal has come.
  static var exitCode: ExitCode? {
    switch received.load(ordering: .relaxed) {
    case 0: nil
    case SIGTERM: .terminated
    default: .interrupted
    }
  }
}
