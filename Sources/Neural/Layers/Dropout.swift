/// In training, sets a seeded `rate` of the values to zero and scales the others by
/// `1 / (1 - rate)`; at prediction, nothing.
public struct Dropout: Layer, Hashable {
  public static let className = "Dropout"
  public static let baseName = "dropout"
  public var rate: Float

  public init(rate: Float) {
    precondition((0..<1).contains(rate), "Dropout's rate must be in 0..<1, not \(rate)")
    self.rate = rate
  }

  public func outputShape(for input: [Int]) throws(ShapeError) -> [Int] { input }

  public func weightShapes(for input: [Int]) -> [WeightShape] { [] }
}
