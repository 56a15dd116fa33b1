import Neural
import Tensors

/// Trains a prepared lesson and finds out everything figures and prose need.
public enum LessonRunner {
  /// Models of at most so many parameters keep all of them for every epoch.
  public static let trajectoryParameters = 64
  /// And only while that is at most so many numbers (16 MB).
  static let trajectoryLimit = 1 << 22

  /// The result is a function of lesson, data and seed alone: the same for any number of threads.
  ///
  /// `seed` draws weights, shuffles and dropout; the test part of a table was drawn when the data
  /// were prepared. `observer` returns false to stop at once, and then there is no result.
  /// Without `makesStudies` nothing is trained but the lesson itself.
  public static func run(
    _ prepared: PreparedLesson, seed: UInt64, threads: Int = Sequential.coreCount,
    makesStudies: Bool = true,
    observer: (LessonEvent) -> Bool = { _ in true }
  ) -> (result: LessonResult, timings: LessonTimings)? {
    let clock = ContinuousClock()
    let start = clock.now
    let run = LessonRun(prepared, seed: seed, threads: threads)
    guard let trained = run.train(observer), observer(.evaluating) else { return nil }
    let evaluationStart = clock.now
    var result = run.result(of: trained)
    let studyStart = clock.now
    if makesStudies {
      let studies = LessonStudies(prepared, seed: seed, threads: threads) { done, count in
        observer(.studying(done: done, count: count))
      }
      guard let studies else { return nil }
      result.seedStudy = studies.seeds
      result.rateStudies = studies.rates
      result.variantStudies = studies.variants
    }
    let timings = LessonTimings(
      loadSeconds: prepared.loadSeconds, epochSeconds: trained.epochSeconds,
      evaluateSeconds: (studyStart - evaluationStart) / .seconds(1),
      studiesSeconds: (clock.now - studyStart) / .seconds(1),
      totalSeconds: prepared.loadSeconds + (clock.now - start) / .seconds(1),
      batchLosses: trained.batchLosses)
    return (result, timings)
  }
}
