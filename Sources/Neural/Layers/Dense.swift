/// `activation(input * kernel + bias)`. Kernel is inputs x units.
public struct Dense: Layer, Hashable {
  public static let className = "Dense"
  public static let baseName = "dense"
  public var units: Int
  public var activation: Activation

  public init(units: Int, activation: Activation = .linear) {
    precondition(units > 0, "Dense needs at least one unit, not \(units)")
    self.units = units
    self.activation = activation
  }

  public func outputShape(for input: [Int]) throws(ShapeError) -> [Int] {
    guard input.count == 1 else {
      throw .rank(layer: Self.className, expected: 1, shape: input)
    }
    return [units]
  }

  public func weightShapes(for input: [Int]) -> [WeightShape] {
    [WeightShape("kernel", [input[0], units]), WeightShape("bias", [units])]
  }
}
