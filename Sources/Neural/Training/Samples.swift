/// Inputs of a model, one sample after the other. Bytes stay bytes until a batch is gathered.
public struct Samples: Sendable {
  public enum Storage: Sendable {
    case floats([Float])
    /// Each byte times `scale` is the value, e.g. 1/255 for pixels.
    case bytes([UInt8], scale: Float)
  }

  /// Shape of one sample: `[features]` or `[height, width, channels]`.
  public let shape: [Int]
  public let count: Int
  public let storage: Storage

  public init(shape: [Int], storage: Storage) {
    let size = shape.reduce(1, *)
    let total =
      switch storage {
      case .floats(let values): values.count
      case .bytes(let values, _): values.count
      }
    precondition(
      size > 0 && total % size == 0, "\(total) values are no whole number of samples \(shape)")
    self.shape = shape
    self.count = total / size
    self.storage = storage
  }
}

/// What a model should output for each sample.
public enum Targets: Sendable {
  /// `width` numbers per sample.
  case values([Float], width: Int)
  /// One class index, from 0, per sample; one-hot coded if the loss needs it.
  case classes([UInt8])
}

/// Samples with their targets.
public struct LabelledSamples: Sendable {
  public let inputs: Samples
  public let targets: Targets

  public init(inputs: Samples, targets: Targets) {
    let count =
      switch targets {
      case .values(let values, let width): values.count / width
      case .classes(let classes): classes.count
      }
    precondition(count == inputs.count, "\(inputs.count) inputs but \(count) targets")
    self.inputs = inputs
    self.targets = targets
  }
}
