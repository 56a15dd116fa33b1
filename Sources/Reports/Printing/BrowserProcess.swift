import Glibc

/// A program started with nothing of ours but its arguments, in a process group of its own that is
/// ended with it.
struct BrowserProcess {
  private let id: pid_t

  /// - Parameter home: where the program may keep what it likes.
  init(_ arguments: [String], home: String) throws(BrowserError) {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP))
    let variables = ["PATH=/usr/local/bin:/usr/bin:/bin", "HOME=\(home)", "LC_ALL=C.UTF-8"]
    var child = pid_t()
    let status = Self.withStrings(arguments) { arguments in
      Self.withStrings(variables) { variables in
        posix_spawn(&child, arguments[0]!, &actions, &attributes, arguments, variables)
      }
    }
    guard status == 0 else { throw .cannotStart(path: arguments[0], code: status) }
    id = child
  }

  /// Whether it ended by itself in time. What it left running is ended too.
  func wait(_ patience: Duration, proceed: () -> Bool) -> Bool {
    let start = ContinuousClock.now
    var status: Int32 = 0
    defer { kill(-id, SIGKILL) }
    while true {
      let ended = waitpid(id, &status, WNOHANG)
      if ended == id || (ended < 0 && errno != EINTR) { return true }
      guard ContinuousClock.now - start < patience, proceed() else {
        kill(-id, SIGKILL)
        while waitpid(id, &status, 0) < 0 && errno == EINTR {}
        return false
      }
      usleep(20_000)
    }
  }

  private static func withStrings<Result>(
    _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let copies = strings.map { strdup($0) } + [nil]
    defer { copies.forEach { free($0) } }
    return body(copies)
  }
}
