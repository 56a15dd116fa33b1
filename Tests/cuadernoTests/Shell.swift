import Glibc
import TestSupport

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

  /// Copies a folder with all it holds.
  static func copy(_ folder: String, to goal: String) -> Int32 {
    ChildProcess(
      ["/bin/cp", "-R", folder, goal], variables: ["PATH=/usr/bin:/bin"], output: "/dev/null",
      errors: "/dev/null"
    ).wait()
  }

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
    start(
      "cd \"$1\" && shift && exec \"$@\"", [Self.program] + arguments, language: language,
      cache: cache, afterStart: afterStart)
  }

  /// Runs the lines of `text`, which call the program by its name, up to the first that fails.
  func script(_ text: String, language: String, cache: TemporaryFolder? = nil) -> Outcome {
    let names = TemporaryFolder()
    names.link("cuaderno", to: Self.program)
    return start(
      "cd \"$1\" && PATH=\"$2:$PATH\" && set -e && eval \"$3\"", [names.path, text],
      language: language, cache: cache)
  }

  private func start(
    _ script: String, _ arguments: [String], language: String, cache: TemporaryFolder?,
    afterStart: ((pid_t) -> Void)? = nil
  ) -> Outcome {
    let streams = TemporaryFolder()
    let words = ["/bin/sh", "-c", script, "sh", folder.path] + arguments
    var variables = [
      "LC_ALL=\(language)", "PATH=/usr/bin:/bin", "HOME=\(streams.path)", "TERM=dumb",
      "SWIFT_BACKTRACE=enable=no",
    ]
    if let cache { variables.append("XDG_CACHE_HOME=\(cache.path)") }
    let child = ChildProcess(
      words, variables: variables, output: "\(streams.path)/out", errors: "\(streams.path)/err")
    afterStart?(child.id)
    let code = child.wait()
    let contents = streams.contents
    return Outcome(
      code: code, output: contents["out"] ?? "", errors: contents["err"] ?? "")
  }
}
