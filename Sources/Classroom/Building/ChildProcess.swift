import Archives
import Glibc

/// A child at work on a batch, as the parent sees it.
final class ChildProcess {
  let batch: StudentBatch
  private let process: pid_t
  private(set) var done: [String] = []
  /// The student it is at.
  private(set) var current: String?
  private var logPosition = 0
  private var lastChange = ContinuousClock.now
  private var wasTooSlow = false

  /// Starts `program class student FILE` in a process group of its own. Nothing of it reaches the
  /// terminal.
  init(_ batch: StudentBatch, program: String, file: String) throws(ChildError) {
    self.batch = batch
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(
      &attributes,
      Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    var child = pid_t()
    // A backtrace of a hundred threads is nobody's report.
    var variables = ["SWIFT_BACKTRACE=enable=no"]
    if let home = getenv("HOME") { variables.append("HOME=\(String(cString: home))") }
    let status = Self.withStrings([program, "class", "student", file]) { words in
      Self.withStrings(variables) { variables in
        posix_spawn(&child, program, &actions, &attributes, words, variables)
      }
    }
    guard status == 0 else { throw ChildError(code: status) }
    process = child
  }

  private static func withStrings<Result>(
    _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let copies = strings.map { strdup($0) } + [nil]
    defer { copies.forEach { free($0) } }
    return body(copies)
  }

  /// How a child that has ended did.
  enum End {
    case finished
    /// It died, or was stopped, at `current`.
    case failed(FailureReason)
  }

  /// Looks at the child without waiting; nil while it runs.
  func poll() -> End? {
    readLog()
    var status: Int32 = 0
    let ended = waitpid(process, &status, WNOHANG)
    if ended == 0 || (ended < 0 && errno == EINTR) {
      if ContinuousClock.now - lastChange > .seconds(batch.limits.seconds), !wasTooSlow {
        wasTooSlow = true
        kill(-process, SIGKILL)
      }
      return nil
    }
    readLog()
    if status == 0, done.count == batch.items.count { return .finished }
    return .failed(reason(status))
  }

  private func reason(_ status: Int32) -> FailureReason {
    if wasTooSlow { return .time }
    switch status & 0x7f {
    case SIGXCPU: return .time
    case SIGXFSZ: return .output
    // Swift aborts where memory is refused; the kernel kills where there is none left.
    case SIGABRT, SIGKILL: return .memory
    default: return .crash
    }
  }

  /// Ends it and waits for that.
  func stop() {
    kill(-process, SIGKILL)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 && errno == EINTR {}
  }

  /// Whole lines that were added since.
  private func readLog() {
    guard let bytes = try? Files.read(batch.log, limit: 1 << 20), bytes.count > logPosition,
      let end = bytes.lastIndex(of: UInt8(ascii: "\n")), end >= logPosition
    else { return }
    let lines = String(decoding: bytes[logPosition..<end], as: UTF8.self).split(separator: "\n")
    logPosition = end + 1
    lastChange = .now
    for line in lines {
      let words = line.split(separator: " ", maxSplits: 1)
      guard words.count == 2 else { continue }
      if words[0] == "start" {
        current = String(words[1])
      } else {
        done.append(String(words[1]))
        current = nil
      }
    }
  }
}

/// A child could not be started.
struct ChildError: Error {
  let code: Int32
}
