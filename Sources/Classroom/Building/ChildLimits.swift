import CLinux
import Glibc

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
  }

  private func set(_ resource: __rlimit_resource, _ value: rlim_t) {
    var limit = rlimit(rlim_cur: value, rlim_max: value)
    setrlimit(__rlimit_resource_t(resource.rawValue), &limit)
  }
}
