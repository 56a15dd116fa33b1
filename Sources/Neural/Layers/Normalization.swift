import Tensors

/// `(x - mean) / max(sqrt(variance), 1e-7)` per feature, with mean and variance of the training data,
/// fitted before training (Keras's `adapt`) and never trained.
public struct Normalization: Layer, Hashable {
  public static let kind = LayerKind.normalization
  public static let summary =
    "The first layer only. Mean and variance are measured on the training rows before training, as Keras's `adapt`."
  public static let prototype = Normalization()
  public static let settings: [Setting<Normalization>] = []

  public init() {}

  public func outputShape(for input: [Int]) throws(ShapeError) -> [Int] { input }

  public func weightShapes(for input: [Int]) -> [WeightShape] {
    let features = [input[input.count - 1]]
    return [
      WeightShape("mean", features, .measured(until: 0), isTrainable: false),
      WeightShape("variance", features, .measured(until: 1), isTrainable: false),
      // Without Keras's counter the arrays would not line up with get_weights().
      WeightShape("count", [], .counter, isTrainable: false),
    ]
  }

  public func operation(at site: LayerSite) -> Operation? {
    NormalizationOperation(
      size: site.size, channels: site.channels, mean: site.offset("mean"),
      variance: site.offset("variance"))
  }
}

/// `(x - mean) / max(sqrt(variance), 1e-7)` with statistics that were fitted before training.
final class NormalizationOperation: Operation {
  private let channels: Int
  /// Offset of mean and variance among the statistics.
  private let mean: Int
  private let variance: Int
  private let deviation: FloatBuffer
  private let zero: FloatBuffer

  init(size: Int, channels: Int, mean: Int, variance: Int) {
    self.channels = channels
    self.mean = mean
    self.variance = variance
    deviation = FloatBuffer(count: channels)
    zero = FloatBuffer(count: channels)
    super.init(inputSize: size, outputSize: size)
  }

  /// After the statistics changed.
  func refresh(statistics: UnsafePointer<Float>) {
    for channel in 0..<channels {
      deviation.base[channel] = max(statistics[variance + channel].squareRoot(), 1e-7)
    }
  }

  override func forward(_ context: SliceContext) {
    standardize(
      context.values + input, mean: context.statistics + mean, deviation: deviation.base,
      rows: context.count * inputSize / channels, channels: channels, context.values + output)
  }

  override func backward(_ context: SliceContext) {
    guard let inputGradient else { return }
    standardize(
      context.values + outputGradient, mean: zero.base, deviation: deviation.base,
      rows: context.count * inputSize / channels, channels: channels,
      context.values + inputGradient)
  }
}
