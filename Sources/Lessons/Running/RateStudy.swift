import Neural

/// One training of a lesson with another optimizer and learning rate.
public struct RateStudy: Codable, Equatable, Sendable {
  public var optimizer: StudiedOptimizer
  public var rate: Float
  /// The training loss by epoch; where it diverged, up to the epoch before.
  public var losses: [Double]
  public var divergence: Divergence?

  public init(
    optimizer: StudiedOptimizer, rate: Float, losses: [Double], divergence: Divergence? = nil
  ) {
    self.optimizer = optimizer
    self.rate = rate
    self.losses = losses
    self.divergence = divergence
  }
}

extension RateStudy {
  /// Nil where it was stopped.
  init?(
    _ prepared: PreparedLesson, seed: UInt64, optimizer: StudiedOptimizer, rate: Float,
    isStopped: () -> Bool
  ) {
    var prepared = prepared
    prepared.training.compile.optimizer = optimizer.optimizer(learningRate: rate)
    let run = LessonRun(prepared, seed: seed, threads: 1, recordsTrajectory: false)
    guard let trained = run.train({ _ in !isStopped() }) else { return nil }
    self.init(
      optimizer: optimizer, rate: rate,
      losses: trained.history["loss"] ?? [],
      divergence: trained.history.divergence)
  }
}
