/// What training recorded, one value an epoch, under Keras's names: `loss`, `accuracy`, `val_loss`,
/// `val_accuracy`, `mean_absolute_error`, ... always in this order of recording.
public struct History: Codable, Equatable, Sendable {
  public struct Series: Codable, Equatable, Sendable {
    public var name: String
    public var values: [Double]

    public init(name: String, values: [Double]) {
      self.name = name
      self.values = values
    }
  }

  public var series: [Series]
  /// The step at which a value stopped being finite; the series end with the epoch before it.
  public var divergence: Divergence?
  /// The epoch (from 1) at which early stopping ended the training.
  public var stoppedEpoch: Int?
  /// The epoch (from 1) whose weights early stopping restored.
  public var restoredEpoch: Int?

  public init(
    series: [Series], divergence: Divergence? = nil, stoppedEpoch: Int? = nil,
    restoredEpoch: Int? = nil
  ) {
    self.series = series
    self.divergence = divergence
    self.stoppedEpoch = stoppedEpoch
    self.restoredEpoch = restoredEpoch
  }

  /// The values of a series, one per epoch; nil if it was not recorded.
  public subscript(name: String) -> [Double]? {
    series.first { $0.name == name }?.values
  }
}

/// The step at which loss or weights stopped being finite. Epochs and steps count from 1, steps within the epoch.
public struct Divergence: Codable, Hashable, Sendable {
  public var epoch: Int
  public var step: Int

  public init(epoch: Int, step: Int) {
    self.epoch = epoch
    self.step = step
  }
}

/// Loss and metrics of a model on a set of samples: means over the samples.
public struct Evaluation: Codable, Equatable, Sendable {
  public var loss: Double
  public var accuracy: Double?
  public var meanAbsoluteError: Double?

  public init(loss: Double, accuracy: Double? = nil, meanAbsoluteError: Double? = nil) {
    self.loss = loss
    self.accuracy = accuracy
    self.meanAbsoluteError = meanAbsoluteError
  }
}
