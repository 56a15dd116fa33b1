import Tensors

/// How `fit` goes through the samples. Defaults are Keras's.
public struct FitOptions {
  public var epochs: Int
  public var batchSize: Int
  /// A new order every epoch.
  public var shuffle: Bool
  /// Evaluated after every epoch.
  public var validation: LabelledSamples?
  public var earlyStopping: EarlyStopping?
  /// Keep all parameters, in get_weights() order, before training and after each epoch.
  public var recordsTrajectory: Bool
  /// How many of the first steps' losses to keep.
  public var batchLossLimit: Int
  /// The source of an epoch's order; epochs count from 1.
  public var shuffleStream: (_ epoch: Int) -> RandomStream
  /// The source of an epoch's dropout; each step, layer and sample takes a part of its own.
  public var dropoutStream: (_ epoch: Int) -> RandomStream

  public init(
    epochs: Int, batchSize: Int = 32, shuffle: Bool = true, validation: LabelledSamples? = nil,
    earlyStopping: EarlyStopping? = nil, recordsTrajectory: Bool = false,
    batchLossLimit: Int = 100,
    shuffleStream: @escaping (_ epoch: Int) -> RandomStream,
    dropoutStream: @escaping (_ epoch: Int) -> RandomStream
  ) {
    precondition(epochs >= 0, "\(epochs) epochs")
    precondition(batchSize > 0, "batches of \(batchSize)")
    self.epochs = epochs
    self.batchSize = batchSize
    self.shuffle = shuffle
    self.validation = validation
    self.earlyStopping = earlyStopping
    self.recordsTrajectory = recordsTrajectory
    self.batchLossLimit = batchLossLimit
    self.shuffleStream = shuffleStream
    self.dropoutStream = dropoutStream
  }
}

/// Progress of a training, reported at most 20 times a second; the last epoch is always reported.
/// Epochs and steps count from 1.
public enum FitEvent: Sendable {
  /// `loss` is the mean over the epoch so far.
  case step(epoch: Int, step: Int, of: Int, loss: Double)
  /// `values` are this epoch's, in the history's order; `seconds` it took, validation included.
  case epoch(Int, of: Int, values: [(name: String, value: Double)], seconds: Double)
}

/// What `fit` returns.
public struct FitResult: Sendable {
  public var history: History
  /// All parameters before training and after each epoch, if asked for.
  public var trajectory: [[Float]]?
  /// Mean loss of the batch before its update, for each of the first `batchLossLimit` steps.
  public var batchLosses: [Double]
  /// Seconds of each epoch, validation included.
  public var epochSeconds: [Double]
  /// The observer ended it.
  public var wasStopped: Bool
}
