/// What training makes small, by its Keras name. Means over a sample's outputs, then over samples.
public enum Loss: String, Codable, CaseIterable, Sendable {
  case meanSquaredError = "mean_squared_error"
  case meanAbsoluteError = "mean_absolute_error"
  case huber
  case binaryCrossentropy = "binary_crossentropy"
  case categoricalCrossentropy = "categorical_crossentropy"
  case sparseCategoricalCrossentropy = "sparse_categorical_crossentropy"

  /// Keras's second name for it.
  public var shortName: String? {
    switch self {
    case .meanSquaredError: "mse"
    case .meanAbsoluteError: "mae"
    case .huber, .binaryCrossentropy, .categoricalCrossentropy, .sparseCategoricalCrossentropy: nil
    }
  }

  /// What targets are.
  public enum Kind: Sendable {
    case numbers, yesOrNo, classes
  }

  public var kind: Kind {
    switch self {
    case .meanSquaredError, .meanAbsoluteError, .huber: .numbers
    case .binaryCrossentropy: .yesOrNo
    case .categoricalCrossentropy, .sparseCategoricalCrossentropy: .classes
    }
  }
}

/// What is reported beside the loss, by its Keras name.
public enum Metric: String, Codable, CaseIterable, Sendable {
  case accuracy
  case meanAbsoluteError = "mean_absolute_error"

  /// Keras's second name for it.
  public var shortName: String? {
    switch self {
    case .accuracy: nil
    case .meanAbsoluteError: "mae"
    }
  }

  /// Whether it means something for such targets.
  public func suits(_ kind: Loss.Kind) -> Bool {
    switch self {
    case .accuracy: kind != .numbers
    case .meanAbsoluteError: kind != .classes
    }
  }
}
