import Glibc

/// A program started without a shell, its streams in files.
///
/// Nothing of the environment is inherited but what is given here. The caller waits for it or stops
/// it.
public struct ChildProcess {
  public let id: pid_t

  /// - Parameters:
  ///   - words: the absolute path of the program and its arguments.
  ///   - variables: its whole environment, each as `NAME=value`.
  ///   - output: the file that takes what it prints.
  ///   - errors: the file that takes its messages.
  public init(_ words: [String], variables: [String], output: String, errors: String) {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    for (descriptor, path) in [(Int32(1), output), (2, errors)] {
      posix_spawn_file_actions_addopen(&actions, descriptor, path, O_WRONLY | O_CREAT, 0o600)
    }
    // Tests run on threads that block signals, and a child inherits the mask.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    var child = pid_t()
    let status = Self.withStrings(words) { arguments in
      Self.withStrings(variables) { variables in
        posix_spawn(&child, words[0], &actions, &attributes, arguments, variables)
      }
    }
    precondition(status == 0, "cannot start \(words[0]): error \(status)")
    id = child
  }

  /// What a tool of the system prints, its messages included, once it has ended.
  public static func output(of words: [String]) -> String {
    let folder = TemporaryFolder()
    let child = ChildProcess(
      words, variables: ["PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8", "HOME=\(folder.path)"],
      output: "\(folder.path)/out", errors: "\(folder.path)/err")
    _ = child.wait()
    return TemporaryFolder.text(of: "\(folder.path)/out")
      + TemporaryFolder.text(of: "\(folder.path)/err")
  }

  /// Waits for the end: the exit code, or 128 and the number of the signal that ended it.
  public func wait() -> Int32 {
    var wait: Int32 = 0
    while waitpid(id, &wait, 0) < 0 && errno == EINTR {}
    return wait & 0x7F == 0 ? wait >> 8 & 0xFF : 128 + wait & 0x7F
  }

  private static func withStrings<Result>(
    _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let copies = strings.map { strdup($0) } + [nil]
    defer { copies.forEach { free($0) } }
    return body(copies)
  }
}
