/// The mean over all pixels, channel by channel.
public struct GlobalAveragePooling2D: Layer, Hashable {
  public static let className = "GlobalAveragePooling2D"
  public static let baseName = "global_average_pooling2d"

  public init() {}

  public func outputShape(for input: [Int]) throws(ShapeError) -> [Int] {
    guard input.count == 3 else {
      throw .rank(layer: Self.className, expected: 3, shape: input)
    }
    return [input[2]]
  }

  public func weightShapes(for input: [Int]) -> [WeightShape] { [] }
}
