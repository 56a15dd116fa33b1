import Glibc

/// Runs the program that the package built, as a shell would.
struct Shell {
  struct Outcome {
    var code: Int32
    var output: String
    var errors: String
  }

  /// Beside the tests' own executable.
  static let program: String = {
    var path = [UInt8](repeating: 0, count: Int(PATH_MAX))
    let count = path.withUnsafeMutableBytes {
      readlink("/proc/self/exe", $0.baseAddress!.assumingMemoryBound(to: CChar.self), $0.count)
    }
    let own = String(decoding: path[..<count], as: UTF8.self)
    let folder = own[..<own.utf8.lastIndex(of: UInt8(ascii: "/"))!]
    return "\(folder)/cuaderno"
  }()

  /// The root of the source tree.
  static let sources: String = {
    let file = #filePath
    return String(file[..<file.firstRange(of: "/Tests/cuadernoTests/")!.lowerBound])
  }()

  /// The working directory.
  let folder: TemporaryFolder

  /// - Parameter cache: what the program takes as the user's cache folder; nil: an empty one.
  func run(
    _ arguments: String..., language: String = "en_US.UTF-8", cache: TemporaryFolder? = nil,
    afterStart: ((pid_t) -> Void)? = nil
  ) -> Outcome {
    run(arguments, language: language, cache: cache, afterStart: afterStart)
  }

  func run(
    _ arguments: [String], language: String, cache: TemporaryFolder? = nil,
    afterStart: ((pid_t) -> Void)? = nil
  ) -> Outcome {
    let streams = TemporaryFolder()
    let script = "cd \"$1\" && shift && exec \"$@\""
    let words =
      ["/bin/sh", "-c", script, "sh", folder.path, Self.program] + arguments
    var variables = [
      "LC_ALL=\(language)", "PATH=/usr/bin:/bin", "HOME=\(streams.path)", "TERM=dumb",
      "SWIFT_BACKTRACE=enable=no",
    ]
    if let cache { variables.append("XDG_CACHE_HOME=\(cache.path)") }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    for (descriptor, name) in [(Int32(1), "out"), (2, "err")] {
      posix_spawn_file_actions_addopen(
        &actions, descriptor, "\(streams.path)/\(name)", O_WRONLY | O_CREAT, 0o600)
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
    let status = withStrings(words) { words in
      withStrings(variables) { variables in
        posix_spawn(&child, "/bin/sh", &actions, &attributes, words, variables)
      }
    }
    precondition(status == 0, "cannot start \(Self.program): error \(status)")
    afterStart?(child)
    var wait: Int32 = 0
    while waitpid(child, &wait, 0) < 0 && errno == EINTR {}
    let code = wait & 0x7F == 0 ? wait >> 8 & 0xFF : 128 + wait & 0x7F
    let contents = streams.contents
    return Outcome(
      code: code, output: contents["out"] ?? "", errors: contents["err"] ?? "")
  }

  private func withStrings<Result>(
    _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let copies = strings.map { strdup($0) } + [nil]
    defer { copies.forEach { free($0) } }
    return body(copies)
  }
}
