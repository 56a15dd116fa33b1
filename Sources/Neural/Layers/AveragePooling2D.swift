/// The mean value of each window, channel by channel. Strides default to the window.
public struct AveragePooling2D: Layer, Hashable {
  public static let className = "AveragePooling2D"
  public static let baseName = "average_pooling2d"
  public var poolSize: Size2D
  public var strides: Size2D
  public var padding: Padding

  public init(poolSize: Size2D = Size2D(2), strides: Size2D? = nil, padding: Padding = .valid) {
    self.poolSize = poolSize
    self.strides = strides ?? poolSize
    self.padding = padding
  }

  public func outputShape(for input: [Int]) throws(ShapeError) -> [Int] {
    let size = try windowedSize(
      of: input, window: poolSize, strides: strides, padding: padding, layer: Self.className)
    return [size.height, size.width, input[2]]
  }

  public func weightShapes(for input: [Int]) -> [WeightShape] { [] }
}
