/// All values of a sample in one row, in memory order (height, width, channels).
public struct Flatten: Layer, Hashable {
  public static let className = "Flatten"
  public static let baseName = "flatten"

  public init() {}

  public func outputShape(for input: [Int]) throws(ShapeError) -> [Int] {
    [input.reduce(1, *)]
  }

  public func weightShapes(for input: [Int]) -> [WeightShape] { [] }
}
