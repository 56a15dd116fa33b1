import Archives
import CLinux
import Glibc
import Pages
import Threads

/// What one child process may use. It sets them for itself before it opens anything that others made.
public struct ChildLimits: Sendable {
  /// Seconds that one student may take, on the wall's clock; the parent watches it.
  public var seconds: Int
  /// Address space in MiB.
  public var memory: Int
  /// Bytes of any one file that it writes.
  public var output: Int

  public static let standard = ChildLimits(seconds: 60, memory: 1_024)

  static let openFiles: rlim_t = 64
  /// No file of a student's report is larger, in bytes.
  public static let fileSize = 64 << 20

  public init(seconds: Int, memory: Int, output: Int = ChildLimits.fileSize) {
    self.seconds = seconds
    self.memory = memory
    self.output = output
  }

  /// Called once by the child. It also ends with its parent, whatever happens to that.
  func apply(students: Int) {
    _ = clinux_die_with_parent(SIGKILL)
    set(RLIMIT_AS, rlim_t(memory) << 20)
    set(RLIMIT_CPU, rlim_t(2 * seconds * max(1, students) + 10))
    set(RLIMIT_FSIZE, rlim_t(output))
    set(RLIMIT_NOFILE, Self.openFiles)
    set(RLIMIT_CORE, 0)
    // The parent tells from these signals what a child had too little of, and an abort is none.
    signal(SIGXFSZ, SIG_DFL)
    signal(SIGABRT, SIG_DFL)
    ParallelWork.threadLimit = 1
  }

  private func set(_ resource: __rlimit_resource, _ value: rlim_t) {
    var limit = rlimit(rlim_cur: value, rlim_max: value)
    setrlimit(__rlimit_resource_t(resource.rawValue), &limit)
  }
}

/// A child at work on a batch, as the parent sees it.
final class ChildProcess {
  let batch: StudentBatch
  private let process: StartedProgram
  private(set) var done: [String] = []
  /// The student it is at.
  private(set) var current: String?
  private var logPosition = 0
  private var lastChange = ContinuousClock.now

  /// Starts `program class student FILE`. Nothing of it reaches the terminal.
  init(
    _ batch: StudentBatch, program: String, file: String
  ) throws(StartedProgram.StartError) {
    self.batch = batch
    // A backtrace of a hundred threads is nobody's report.
    var variables = ["SWIFT_BACKTRACE=enable=no"]
    if let home = getenv("HOME") { variables.append("HOME=\(String(cString: home))") }
    process = try StartedProgram(
      [program, "class", "student", file], variables: variables,
      errors: batch.errors)
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
    guard let status = process.poll() else {
      guard ContinuousClock.now - lastChange > .seconds(batch.limits.seconds) else { return nil }
      process.stop()
      readLog()
      return .failed(.time)
    }
    readLog()
    if status == 0, done.count == batch.items.count { return .finished }
    return .failed(reason(status))
  }

  private func reason(_ status: Int32) -> FailureReason {
    switch status & 0x7f {
    case SIGXCPU: .time
    case SIGXFSZ: .output
    case SIGKILL: .stopped
    default: ranOutOfMemory ? .memory : .crash
    }
  }

  /// Whether its last words were those of Swift's or C++'s allocators, or our own.
  private var ranOutOfMemory: Bool {
    guard let bytes = try? Files.read(batch.errors, limit: 1 << 20) else { return false }
    let text = String(decoding: bytes, as: UTF8.self)
    return ["failed to allocate", "bad_alloc", "out of memory", "no more memory"].contains {
      text.contains($0)
    }
  }

  func stop() { process.stop() }

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
