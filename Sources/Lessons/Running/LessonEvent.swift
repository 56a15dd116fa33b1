/// What a running lesson tells whoever shows its progress.
public enum LessonEvent: Sendable {
  /// A batch is done; at most some twenty a second. Epochs and steps count from 1.
  case step(epoch: Int, epochs: Int, step: Int, steps: Int, loss: Double)
  /// An epoch is done, with the last value of each series of the history.
  case epoch(Int, epochs: Int, values: [(name: String, value: Double)], seconds: Double)
  /// Training is over; predictions and evaluation follow.
  case evaluating
  /// Other trainings of the lesson, from other seeds or with other settings; so many are done.
  case studying(done: Int, count: Int)
}
