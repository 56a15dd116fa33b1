/// How long a lesson took, for `--timings`; never part of a report.
public struct LessonTimings: Sendable {
  public var loadSeconds: Double
  public var epochSeconds: [Double]
  public var evaluateSeconds: Double
  /// Of the trainings from other seeds and with other settings.
  public var studiesSeconds: Double
  public var totalSeconds: Double
  /// The losses of the first 100 steps, for comparing with Keras step by step.
  public var batchLosses: [Double]

  public init(
    loadSeconds: Double = 0, epochSeconds: [Double] = [], evaluateSeconds: Double = 0,
    studiesSeconds: Double = 0, totalSeconds: Double = 0, batchLosses: [Double] = []
  ) {
    self.loadSeconds = loadSeconds
    self.epochSeconds = epochSeconds
    self.evaluateSeconds = evaluateSeconds
    self.studiesSeconds = studiesSeconds
    self.totalSeconds = totalSeconds
    self.batchLosses = batchLosses
  }
}
