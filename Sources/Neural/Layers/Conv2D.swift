/// Cross-correlation of an image with `filters` kernels, plus bias, then the activation.
/// Kernel is height x width x input channels x filters.
public struct Conv2D: Layer, Hashable {
  public static let className = "Conv2D"
  public static let baseName = "conv2d"
  public var filters: Int
  public var kernelSize: Size2D
  public var strides: Size2D
  public var padding: Padding
  public var activation: Activation

  public init(
    filters: Int, kernelSize: Size2D, strides: Size2D = Size2D(1), padding: Padding = .valid,
    activation: Activation = .linear
  ) {
    precondition(filters > 0, "Conv2D needs at least one filter, not \(filters)")
    self.filters = filters
    self.kernelSize = kernelSize
    self.strides = strides
    self.padding = padding
    self.activation = activation
  }

  public func outputShape(for input: [Int]) throws(ShapeError) -> [Int] {
    let size = try windowedSize(
      of: input, window: kernelSize, strides: strides, padding: padding, layer: Self.className)
    return [size.height, size.width, filters]
  }

  public func weightShapes(for input: [Int]) -> [WeightShape] {
    [
      WeightShape("kernel", [kernelSize.height, kernelSize.width, input[2], filters]),
      WeightShape("bias", [filters]),
    ]
  }
}
