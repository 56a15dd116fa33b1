import Glibc

/// A child process that inherits nothing but its arguments and the given variables: no files, no
/// blocked signals, no terminal. It leads a process group, which is killed with it.
public final class StartedProgram {
  /// It could not be started.
  public struct StartError: Error {
    /// The value of errno.
    public let code: Int32
  }

  private let id: pid_t
  private var status: Int32?

  /// - Parameters:
  ///   - arguments: the first is the program's path.
  ///   - variables: the whole environment as `NAME=VALUE`.
  ///   - errors: the file for its standard error.
  public init(
    _ arguments: [String], variables: [String], errors: String = "/dev/null"
  ) throws(StartError) {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
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
    let code = Self.withStrings(arguments) { arguments in
      Self.withStrings(variables) { variables in
        posix_spawn(&child, arguments[0]!, &actions, &attributes, arguments, variables)
      }
    }
    guard code == 0 else { throw StartError(code: code) }
    id = child
  }

  deinit { stop() }

  /// The status of waitpid(2); nil while it runs. Processes that it left running are killed.
  public func poll() -> Int32? {
    if status == nil { collect(WNOHANG) }
    return status
  }

  /// Kills it and its process group, and waits for it.
  public func stop() {
    guard status == nil else { return }
    kill(-id, SIGKILL)
    collect(0)
  }

  private func collect(_ options: Int32) {
    var found: Int32 = 0
    var ended: pid_t
    repeat { ended = waitpid(id, &found, options) } while ended < 0 && errno == EINTR
    guard ended != 0 else { return }
    kill(-id, SIGKILL)
    // Another caller waited for it, so its status is unknown; treated as killed.
    status = ended == id ? found : SIGKILL
  }

  private static func withStrings<Result>(
    _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let copies = strings.map { strdup($0) } + [nil]
    defer { copies.forEach { free($0) } }
    return body(copies)
  }
}
