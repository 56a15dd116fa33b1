import Diagnostics
import Figures
import Lessons
import Publishing

/// Collects the results of a notebook's lessons from the cache or by training, and reports progress
/// to the terminal.
struct TrainingRun {
  let store: LessonStore
  let isExplained: Bool
  let threads: Int
  let progress: Progress

  private let speech = Speech.current

  init(store: LessonStore, isExplained: Bool, threads: Int, talk: Progress.Talk) {
    self.store = store
    self.isExplained = isExplained
    self.threads = threads
    progress = Progress(talk: talk, speech: .current, isLive: Terminal.isLive)
  }

  /// Reports which files were read and what was assumed about them.
  func sayInputs(of prepared: PreparedNotebook) {
    for input in prepared.inputs {
      progress.say("machine.read", ["name": input.name], onlyVerbose: true)
    }
    for warning in prepared.warnings { progress.warn(speech(warning)) }
    for lesson in prepared.notebook.lessons {
      let summary =
        prepared.known.first { $0.key.lesson == lesson.id }?.result.data
        ?? prepared.lessons.first { $0.lesson.id == lesson.id }?.data.summary
      for assumption in summary?.assumptions ?? [] {
        progress.say(
          "machine.assumed", ["lesson": lesson.id, "sentence": speech(assumption)])
      }
    }
  }

  /// Waits until no other build writes to a target; nil if interrupted.
  func lock(_ target: ReportTarget, output: String) throws(OutputError) -> TargetLock? {
    try TargetLock.acquire(target.path, name: output) { isFirst in
      if isFirst { progress.say("machine.waiting", ["path": output]) }
      return Interruption.exitCode == nil
    }
  }

  /// The results by lesson and the resulting exit code; nil if interrupted.
  ///
  /// - Parameter last: the results of the existing report, to report what has changed since.
  func results(
    of prepared: PreparedNotebook, after last: ResultsRecord? = nil, _ times: inout BuildTimes
  ) -> (results: [String: LessonResult], code: ExitCode)? {
    var results: [String: LessonResult] = [:]
    var code = ExitCode.done
    let trained = prepared.notebook.lessons.filter { $0.training != nil }
    for (index, lesson) in trained.enumerated() {
      if let known = prepared.known.first(where: { $0.key.lesson == lesson.id }) {
        reuse(known, place: (index + 1, trained.count))
        results[lesson.id] = known.result
        continue
      }
      guard let waiting = prepared.lessons.first(where: { $0.lesson.id == lesson.id })
      else { preconditionFailure("\(lesson.id) is neither known nor prepared") }
      progress.begin(lesson.id, number: index + 1, of: trained.count)
      guard let outcome = train(waiting, seed: prepared.notebook.seed, &times) else { return nil }
      results[lesson.id] = outcome.result
      if let last { sayChanges(of: waiting.key, outcome.result, since: last) }
      if outcome.code != .done { code = outcome.code }
    }
    return (results, code)
  }

  /// - Parameter place: nil if nothing of the notebook is trained or drawn.
  func reuse(_ known: KnownLesson, place: (number: Int, count: Int)?) {
    store.cache?.remember(known.key)
    if isExplained {
      explainReuse(of: known.key.lesson)
    } else if let place {
      progress.say(
        "cache.reused",
        [
          "lesson": known.key.lesson, "number": String(place.number), "count": String(place.count),
        ])
    }
  }

  func explainReuse(of lesson: String) {
    if isExplained { progress.say(speech("cache.explain.reused", ["lesson": lesson])) }
  }

  /// Prints for example `«stress» se entrenó de nuevo porque cambió data/biometric.csv (1 fila
  /// editada: la 14).`
  private func sayChanges(of key: ResultKey, _ result: LessonResult, since last: ResultsRecord) {
    let now = ResultsRecord(result, key: key, seed: result.seed)
    guard let changes = ResultsComparison(last, now).lessons.first(where: { $0.id == key.lesson }),
      changes.isInA
    else { return }
    let rows = changes.rows.map(speech.rows) ?? ""
    let files = changes.files.map { rows.isEmpty ? $0 : "\($0) (\(rows))" }
    let causes = files + changes.changed.dropFirst(files.count)
    guard let first = causes.first else { return }
    progress.say(
      causes.count == 1 ? "cache.retrained" : "cache.retrainedSeveral",
      ["lesson": key.lesson, "cause": first, "causes": causes.joined(separator: ", ")])
  }

  /// Prints how many figures were drawn, if `--explain` was given.
  func explain(_ counts: FigureCounts) {
    guard isExplained, counts != FigureCounts() else { return }
    progress.say(
      "cache.explain.figures",
      [
        "drawn": speech.numbers.string(counts.drawn),
        "reused": speech.numbers.string(counts.reused),
      ])
  }

  /// nil if interrupted.
  private func train(
    _ lesson: PreparedLesson, seed: UInt64, _ times: inout BuildTimes
  ) -> (result: LessonResult, code: ExitCode)? {
    let id = lesson.lesson.id
    if isExplained { progress.say(speech(store.reason(for: lesson.key))) }
    let run = LessonRunner.run(lesson, seed: seed, threads: threads) { event in
      progress.show(event)
      return Interruption.exitCode == nil
    }
    guard let run else { return nil }
    store.cache?.store(run.result, for: lesson.key)
    times.lessons.append((id, run.timings))
    progress.end(run.result, seconds: run.timings.epochSeconds.reduce(0, +))
    guard let divergence = run.result.history.divergence else { return (run.result, .done) }
    progress.warn(
      speech(
        "machine.diverged",
        [
          "lesson": id, "epoch": String(divergence.epoch), "step": String(divergence.step),
        ]))
    return (run.result, .invalidInput)
  }
}
