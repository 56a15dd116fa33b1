import Tensors

/// A layer that makes one value of each window, channel by channel. Strides default to the window.
public protocol Pooling2D: Layer {
  var poolSize: Size2D { get set }
  var strides: Size2D { get set }
  var padding: Padding { get set }
  init(poolSize: Size2D, strides: Size2D?, padding: Padding)
}

extension Pooling2D {
  public static var prototype: Self { Self(poolSize: Size2D(2), strides: nil, padding: .valid) }

  static func makeSettings() -> [Setting<Self>] {
    [
      Setting("pool_size", \.poolSize, .size(Size2D.sides), "Window.", argument: .byPosition),
      Setting(
        "strides", \.strides, .size(Size2D.sides), "Steps of the window.", .sameAs("pool_size")),
      Setting("padding", \.padding, .padding, "What happens at the border."),
    ]
  }

  public func outputShape(for input: [Int]) throws(ShapeError) -> [Int] {
    let size = try windowedSize(
      of: input, window: poolSize, strides: strides, padding: padding, layer: Self.className)
    return [size.height, size.width, input[2]]
  }

  public func weightShapes(for input: [Int]) -> [WeightShape] { [] }
}

/// The largest value of each window, channel by channel.
public struct MaxPooling2D: Pooling2D, Hashable {
  public static let kind = LayerKind.maxPooling2D
  public static let summary = "The largest value of each window, channel by channel."
  public static let settings = makeSettings()
  public var poolSize: Size2D
  public var strides: Size2D
  public var padding: Padding

  public init(poolSize: Size2D = Size2D(2), strides: Size2D? = nil, padding: Padding = .valid) {
    self.poolSize = poolSize
    self.strides = strides ?? poolSize
    self.padding = padding
  }

  public func operation(at site: LayerSite) -> Operation? {
    MaxPoolingOperation(site.geometry(poolSize, strides, padding))
  }
}

/// The mean value of each window, channel by channel, over its pixels inside the image.
public struct AveragePooling2D: Pooling2D, Hashable {
  public static let kind = LayerKind.averagePooling2D
  public static let summary = "The mean value of each window, channel by channel."
  public static let settings = makeSettings()
  public var poolSize: Size2D
  public var strides: Size2D
  public var padding: Padding

  public init(poolSize: Size2D = Size2D(2), strides: Size2D? = nil, padding: Padding = .valid) {
    self.poolSize = poolSize
    self.strides = strides ?? poolSize
    self.padding = padding
  }

  public func operation(at site: LayerSite) -> Operation? {
    AveragePoolingOperation(site.geometry(poolSize, strides, padding))
  }
}

/// The mean over all pixels, channel by channel.
public struct GlobalAveragePooling2D: Layer, Hashable {
  public static let kind = LayerKind.globalAveragePooling2D
  public static let summary = "The mean of each channel."
  public static let prototype = GlobalAveragePooling2D()
  public static let settings: [Setting<GlobalAveragePooling2D>] = []

  public init() {}

  public func outputShape(for input: [Int]) throws(ShapeError) -> [Int] {
    guard input.count == SampleRank.image.rawValue else {
      throw .rank(layer: Self.className, expected: .image, shape: input)
    }
    return [input[2]]
  }

  public func weightShapes(for input: [Int]) -> [WeightShape] { [] }

  public func operation(at site: LayerSite) -> Operation? {
    let image = Size2D(site.input[0], site.input[1])
    return AveragePoolingOperation(site.geometry(image, image, .valid))
  }
}

/// The largest value of each window; with a window as large as the image, the global maximum.
private final class MaxPoolingOperation: Operation {
  private let geometry: WindowGeometry
  private var places = 0

  init(_ geometry: WindowGeometry) {
    self.geometry = geometry
    super.init(inputSize: geometry.inputSize, outputSize: geometry.outputSize)
  }

  override func reserve(in layout: inout WorkspaceLayout) {
    places = layout.reserve(outputSize)
  }

  private func places(_ context: SliceContext) -> UnsafeMutablePointer<Int32> {
    UnsafeMutableRawPointer(context.values + places).assumingMemoryBound(to: Int32.self)
  }

  override func forward(_ context: SliceContext) {
    maxPool(
      context.values + input, geometry, count: context.count, context.values + output,
      places: places(context))
  }

  override func backward(_ context: SliceContext) {
    guard let inputGradient else { return }
    maxPoolGradient(
      context.values + outputGradient, places: places(context), geometry, count: context.count,
      into: context.values + inputGradient)
  }
}

/// The mean of each window; with a window as large as the image, the global mean.
private final class AveragePoolingOperation: Operation {
  private let geometry: WindowGeometry

  init(_ geometry: WindowGeometry) {
    self.geometry = geometry
    super.init(inputSize: geometry.inputSize, outputSize: geometry.outputSize)
  }

  override func forward(_ context: SliceContext) {
    averagePool(
      context.values + input, geometry, count: context.count, context.values + output)
  }

  override func backward(_ context: SliceContext) {
    guard let inputGradient else { return }
    averagePoolGradient(
      context.values + outputGradient, geometry, count: context.count,
      into: context.values + inputGradient)
  }
}

/// The largest value over all pixels, channel by channel.
public struct GlobalMaxPooling2D: Layer, Hashable {
  public static let kind = LayerKind.globalMaxPooling2D
  public static let summary = "The largest value of each channel."
  public static let prototype = GlobalMaxPooling2D()
  public static let settings: [Setting<GlobalMaxPooling2D>] = []

  public init() {}

  public func outputShape(for input: [Int]) throws(ShapeError) -> [Int] {
    guard input.count == SampleRank.image.rawValue else {
      throw .rank(layer: Self.className, expected: .image, shape: input)
    }
    return [input[2]]
  }

  public func weightShapes(for input: [Int]) -> [WeightShape] { [] }

  public func operation(at site: LayerSite) -> Operation? {
    GlobalMaxPoolingOperation(size: site.size, channels: site.channels)
  }
}

private final class GlobalMaxPoolingOperation: Operation {
  init(size: Int, channels: Int) {
    super.init(inputSize: size, outputSize: channels)
  }

  override func forward(_ context: SliceContext) {
    globalMaxPool(
      context.values + input, count: context.count, pixels: inputSize / outputSize,
      channels: outputSize, context.values + output)
  }

  override func backward(_ context: SliceContext) {
    guard let inputGradient else { return }
    globalMaxPoolGradient(
      context.values + outputGradient, context.values + input, context.values + output,
      count: context.count, pixels: inputSize / outputSize, channels: outputSize,
      into: context.values + inputGradient)
  }
}
