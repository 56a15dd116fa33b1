import Neural

/// What training the same lesson gives from other seeds: why a number differs from a neighbour's.
///
/// Everything but the seed of weights, shuffles and dropout is the lesson's own; the test part of
/// its table stays as it was drawn. One entry a seed in every array, in the order of `seeds`.
public struct SeedStudy: Codable, Equatable, Sendable {
  public var seeds: [UInt64]
  /// With final weights, on the test part where there is one, else on the training data.
  public var losses: [Double]
  /// `[seed][prediction][output]`, for the lesson's `predict` inputs.
  public var predictions: [[[Float]]]
  /// All weight arrays of a seed in get_weights() order, flattened one after the other.
  public var weights: [[Float]]
  /// Where a seed's training left the finite numbers; its weights are the last finite ones.
  public var divergences: [Divergence?]
  /// The network says the same for every training sample: nothing of its input comes through.
  public var isConstant: [Bool]
  /// Of the training losses after each epoch, over the seeds that got so far.
  public var lossBand: LossBand

  public struct LossBand: Codable, Equatable, Sendable {
    public var least: [Double]
    public var median: [Double]
    public var greatest: [Double]

    public init(least: [Double] = [], median: [Double] = [], greatest: [Double] = []) {
      self.least = least
      self.median = median
      self.greatest = greatest
    }
  }

  public init(
    seeds: [UInt64], losses: [Double], predictions: [[[Float]]], weights: [[Float]],
    divergences: [Divergence?]? = nil, isConstant: [Bool]? = nil,
    lossBand: LossBand = LossBand()
  ) {
    self.seeds = seeds
    self.losses = losses
    self.predictions = predictions
    self.weights = weights
    self.divergences = divergences ?? seeds.map { _ in nil }
    self.isConstant = isConstant ?? seeds.map { _ in false }
    self.lossBand = lossBand
  }

  /// Least and greatest finite output of all seeds for a prediction; nil without any.
  public func range(ofPrediction prediction: Int, output: Int = 0) -> ClosedRange<Float>? {
    let values = predictions.map { $0[prediction][output] }.filter(\.isFinite)
    guard let least = values.min(), let greatest = values.max() else { return nil }
    return least...greatest
  }

  public var divergedCount: Int { divergences.count { $0 != nil } }
}

extension SeedStudy.LossBand {
  /// Over the seeds' losses by epoch, which may end at different epochs.
  init(_ curves: [[Double]]) {
    self.init()
    for epoch in 0..<(curves.map(\.count).max() ?? 0) {
      let values = curves.compactMap { epoch < $0.count ? $0[epoch] : nil }.sorted()
      let middle = values.count / 2
      least.append(values[0])
      median.append(
        values.count % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2)
      greatest.append(values[values.count - 1])
    }
  }
}
