import Tensors

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
