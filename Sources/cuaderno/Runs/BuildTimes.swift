import Archives
import Glibc
import Lessons
import Publishing

/// The file that `--timings` writes: seconds spent in each part, and peak memory.
struct BuildTimes {
  var lessons: [(id: String, times: LessonTimings)] = []
  var figuresSeconds = 0.0
  var totalSeconds = 0.0

  /// Throws if the file cannot be written, as far as that is known without creating it.
  static func check(_ path: String) throws(CommandError) {
    var status = stat()
    var target = path
    if stat(path, &status) == 0 {
      if status.st_mode & S_IFMT == S_IFDIR { throw .timingsPlace(path: path, code: EISDIR) }
      if status.st_mode & S_IFMT == S_IFREG, status.st_size > 0, !isOurs(path) {
        throw .timingsNotOurs(path: path)
      }
    } else {
      guard errno == ENOENT else { throw .timingsPlace(path: path, code: errno) }
      let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
      target = slash.map { String(path[...$0]) } ?? "."
    }
    guard access(target, W_OK) == 0 else { throw .timingsPlace(path: path, code: errno) }
  }

  /// Whether there is what `write` once made: nothing else is replaced.
  private static func isOurs(_ path: String) -> Bool {
    guard let bytes = try? Files.read(path, limit: 64 << 20), let json = JSONReader.value(bytes)
    else { return false }
    return ["lessons", "figures_s", "total_s", "peak_rss_bytes"].allSatisfy { json[$0] != nil }
  }

  func write(to path: String) throws(CommandError) {
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw .timings(path: path, code: errno) }
    defer { close(file) }
    var bytes = JSONWriter.bytes(json)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress!, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw .timings(path: path, code: errno) }
      bytes = bytes.dropFirst(count)
    }
  }

  var json: JSONValue {
    .object([
      "lessons": .object(
        lessons.map { id, times in
          JSONValue.Member(
            id,
            .object([
              "load_s": .number(times.loadSeconds),
              "epochs_s": .array(times.epochSeconds.map { .number($0) }),
              "evaluate_s": .number(times.evaluateSeconds),
              "studies_s": .number(times.studiesSeconds),
              "total_s": .number(times.totalSeconds),
              "batch_losses": .array(times.batchLosses.map { .number($0) }),
            ]))
        }),
      "figures_s": .number(figuresSeconds),
      "total_s": .number(totalSeconds),
      "peak_rss_bytes": .integer(Self.peakMemory),
    ])
  }

  private static var peakMemory: Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss * 1024
  }
}
