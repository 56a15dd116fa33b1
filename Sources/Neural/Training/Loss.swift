/// What training makes small, by its Keras name. Means over a sample's outputs, then over samples.
public enum Loss: String, Codable, CaseIterable, Sendable {
  case meanSquaredError = "mean_squared_error"
  case meanAbsoluteError = "mean_absolute_error"
  case huber
  case binaryCrossentropy = "binary_crossentropy"
  case categoricalCrossentropy = "categorical_crossentropy"
  case sparseCategoricalCrossentropy = "sparse_categorical_crossentropy"
}

/// What is reported beside the loss, by its Keras name.
public enum Metric: String, Codable, CaseIterable, Sendable {
  case accuracy
  case meanAbsoluteError = "mean_absolute_error"
}

/// `keras.callbacks.EarlyStopping`.
public struct EarlyStopping: Hashable, Codable, Sendable {
  /// A series of the history: `val_loss`, `loss`, `val_accuracy`, ...
  public var monitor: String
  public var patience: Int
  public var minDelta: Double
  public var restoreBestWeights: Bool

  public init(
    monitor: String = "val_loss", patience: Int = 0, minDelta: Double = 0,
    restoreBestWeights: Bool = false
  ) {
    self.monitor = monitor
    self.patience = patience
    self.minDelta = minDelta
    self.restoreBestWeights = restoreBestWeights
  }
}
