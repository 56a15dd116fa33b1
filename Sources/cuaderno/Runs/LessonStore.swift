import Diagnostics
import Drawing
import Figures
import Lessons

/// The result cache as seen by one build, and the reasons for training a lesson again.
struct LessonStore {
  /// nil if the user has no cache folder.
  let cache: ResultCache?
  let isForced: Bool
  /// The lessons named by `--only`, which `--force` trains again; empty for all.
  let only: [String]

  static func make(isForced: Bool, only: [String]) -> LessonStore {
    let folder = CacheFolder.standard(environment: Terminal.environment)
    return LessonStore(
      cache: folder.map { ResultCache(folder: $0, program: ProgramIdentity.current) },
      isForced: isForced, only: only)
  }

  func result(for key: ResultKey) -> LessonResult? {
    trainsAnew(key) ? nil : cache?.result(for: key)
  }

  /// The cached figures for a notebook's results; nil if all are to be redrawn.
  func figures(of prepared: PreparedNotebook) throws(FontError) -> FigureCache? {
    guard !isForced, let cache else { return nil }
    let names = Dictionary(prepared.keys.map { ($0.lesson, cache.name(of: $0)) }) { first, _ in
      first
    }
    return try FigureCache(folder: cache.folder, program: cache.program, results: names)
  }

  /// Why the lesson has to be trained. Call before its result is stored.
  func reason(for key: ResultKey) -> Message {
    let lesson = ["lesson": key.lesson]
    if trainsAnew(key) { return Message("cache.explain.forced", lesson) }
    guard let cache else { return Message("cache.explain.noCache", lesson) }
    guard let changes = cache.changes(key) else {
      return Message("cache.explain.unknown", lesson)
    }
    guard !changes.isEmpty else { return Message("cache.explain.lost", lesson) }
    return Message(
      "cache.explain.changed", ["lesson": key.lesson, "parts": changes.joined(separator: ", ")])
  }

  private func trainsAnew(_ key: ResultKey) -> Bool {
    isForced && (only.isEmpty || only.contains(key.lesson))
  }
}
