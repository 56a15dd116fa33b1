/// `(x - mean) / max(sqrt(variance), 1e-7)` per feature, with mean and variance of the training data,
/// fitted before training (Keras's `adapt`) and never trained.
public struct Normalization: Layer, Hashable {
  public static let className = "Normalization"
  public static let baseName = "normalization"

  public init() {}

  public func outputShape(for input: [Int]) throws(ShapeError) -> [Int] { input }

  public func weightShapes(for input: [Int]) -> [WeightShape] {
    let features = [input[input.count - 1]]
    return [
      WeightShape("mean", features, isTrainable: false),
      WeightShape("variance", features, isTrainable: false),
      // Keras keeps a counter here, which `adapt` leaves at 0; without it the arrays would not line
      // up with get_weights().
      WeightShape("count", [], isTrainable: false),
    ]
  }
}
