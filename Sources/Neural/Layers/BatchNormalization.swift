/// `gamma * (x - mean) / sqrt(variance + epsilon) + beta` per channel: the batch's mean and variance
/// in training, their moving averages at prediction (Ioffe and Szegedy, 2015).
public struct BatchNormalization: Layer, Hashable {
  public static let className = "BatchNormalization"
  public static let baseName = "batch_normalization"
  /// Double, because Keras takes `1 - momentum` in Double before it rounds.
  public var momentum: Double
  public var epsilon: Float

  public init(momentum: Double = 0.99, epsilon: Float = 1e-3) {
    self.momentum = momentum
    self.epsilon = epsilon
  }

  public func outputShape(for input: [Int]) throws(ShapeError) -> [Int] { input }

  public func weightShapes(for input: [Int]) -> [WeightShape] {
    let channels = [input[input.count - 1]]
    return [
      WeightShape("gamma", channels), WeightShape("beta", channels),
      WeightShape("moving_mean", channels, isTrainable: false),
      WeightShape("moving_variance", channels, isTrainable: false),
    ]
  }
}
