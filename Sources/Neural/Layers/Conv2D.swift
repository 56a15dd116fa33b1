import Tensors

/// Cross-correlation of an image with `filters` kernels, plus bias, then the activation.
/// Kernel is height x width x input channels x filters.
public struct Conv2D: Layer, Hashable {
  public static let kind = LayerKind.conv2D
  public static let summary =
    "Every filter is a weighted sum over a window of the image, plus bias, then the activation."
  public static let prototype = Conv2D(filters: 1, kernelSize: Size2D(1))
  public static let settings: [Setting<Conv2D>] = [
    Setting(
      "filters", \.filters, .integer(1...4096), "Kernels, and channels of the output.", .required,
      argument: .byPosition),
    Setting(
      "kernel_size", \.kernelSize, .size(Size2D.sides), "Window.", .required,
      argument: .byPosition),
    Setting("strides", \.strides, .size(Size2D.sides), "Steps of the window."),
    Setting("padding", \.padding, .padding, "What happens at the border."),
    Setting("activation", \.activation, .activation, "Function after the sum."),
  ]
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
      WeightShape(
        "kernel", [kernelSize.height, kernelSize.width, input[2], filters], .glorotUniform),
      WeightShape("bias", [filters], .constant(0)),
    ]
  }

  public func operation(at site: LayerSite) -> Operation? {
    let geometry = site.geometry(kernelSize, strides, padding)
    return ConvolutionOperation(
      geometry, filters: filters, activation: activation, kernel: site.offset("kernel"),
      bias: site.offset("bias"), usesLists: KernelChoice.listsPay(activation, geometry),
      unitSamples: site.unitSamples)
  }
}

/// The number of windows that fit in each direction: `floor((n - window) / stride) + 1` for
/// `valid`, `ceil(n / stride)` for `same`.
func windowedSize(
  of input: [Int], window: Size2D, strides: Size2D, padding: Padding, layer: String
) throws(ShapeError) -> Size2D {
  guard input.count == SampleRank.image.rawValue else {
    throw .rank(layer: layer, expected: .image, shape: input)
  }
  switch padding {
  case .same:
    return Size2D(
      (input[0] + strides.height - 1) / strides.height,
      (input[1] + strides.width - 1) / strides.width)
  case .valid:
    guard input[0] >= window.height, input[1] >= window.width else {
      throw .windowTooLarge(layer: layer, window: window, shape: input)
    }
    return Size2D(
      (input[0] - window.height) / strides.height + 1,
      (input[1] - window.width) / strides.width + 1)
  }
}
