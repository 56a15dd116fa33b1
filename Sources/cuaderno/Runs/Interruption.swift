import CLinux
import Diagnostics
import Glibc
import Synchronization

/// Ctrl-C, `kill`, a terminal that was closed, the end of the processor time that is allowed: the work
/// stops at the next step and cleans up; a second signal ends it at once.
enum Interruption {
  private static let received = Atomic<Int32>(0)

  static func install() {
    // Initialises the static before a signal handler can use it.
    received.store(0, ordering: .relaxed)
    for number in [SIGINT, SIGTERM, SIGHUP] {
      var action = sigaction()
      // nohup(1) ignores it for us.
      if number == SIGHUP, sigaction(number, nil, &action) == 0,
        unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
          == unsafeBitCast(SIG_IGN, to: Int.self)
      {
        continue
      }
      action = sigaction()
      action.__sigaction_handler.sa_handler = {
        Interruption.received.store($0, ordering: .relaxed)
      }
      action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND))
      sigaction(number, &action, nil)
    }
    // A closed pipe and a file that may not grow show as errors of write(2).
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    watchProcessorTime()
  }

  /// Shortly before `ulimit -t` kills the process, without a word, it is told to stop.
  private static func watchProcessorTime() {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_CPU.rawValue), &limit) == 0,
      limit.rlim_cur != rlim_t.max
    else { return }
    signal(SIGPROF) { _ in
      if Interruption.received.exchange(SIGXCPU, ordering: .relaxed) == SIGXCPU {
        _exit(ExitCode.unsupportedMachine.rawValue)
      }
      LastWords.noTime.write()
      Interruption.setTimer(microseconds: 300_000)
    }
    setTimer(microseconds: max(1, Int(clamping: limit.rlim_cur)) * 1_000_000 - 600_000)
  }

  /// Of the time that all threads use, the system's for them included.
  private static func setTimer(microseconds: Int) {
    var timer = itimerval()
    timer.it_value = timeval(
      tv_sec: microseconds / 1_000_000, tv_usec: microseconds % 1_000_000)
    setitimer(__itimer_which_t(ITIMER_PROF.rawValue), &timer, nil)
  }

  /// The exit code for the signal that was received; nil before one.
  static var exitCode: ExitCode? {
    switch received.load(ordering: .relaxed) {
    case 0: nil
    case SIGTERM, SIGHUP: .terminated
    case SIGXCPU: .unsupportedMachine
    default: .interrupted
    }
  }
}
