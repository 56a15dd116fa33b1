import Neural

/// Trains a prepared lesson and finds out everything figures and prose need.
public enum LessonRunner {
  /// The result is a function of lesson, data and seed alone: the same for any number of threads.
  ///
  /// `seed` draws weights, shuffles and dropout; the test part of a table was drawn when the data
  /// were prepared. `observer` returns false to stop at once, and then there is no result.
  public static func run(
    _ prepared: PreparedLesson, seed: UInt64, threads: Int,
    observer: (LessonEvent) -> Bool = { _ in true }
  ) -> (result: LessonResult, timings: LessonTimings)? {
    nil
  }
}
