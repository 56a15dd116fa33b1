import Tensors

/// `gamma * (x - mean) / sqrt(variance + epsilon) + beta` per channel: the batch's mean and variance
/// in training, their moving averages at prediction (Ioffe and Szegedy, 2015).
public struct BatchNormalization: Layer, Hashable {
  public static let kind = LayerKind.batchNormalization
  public static let summary =
    "Every channel is scaled to mean 0 and variance 1 over the batch; at prediction, with moving averages."
  public static let prototype = BatchNormalization()
  public static let settings: [Setting<BatchNormalization>] = [
    Setting("momentum", \.momentum, .fraction, "Share of the moving averages kept in each step."),
    Setting("epsilon", \.epsilon, .positive, "Added to the variance."),
  ]
  /// Double, because Keras takes `1 - momentum` in Double before it rounds.
  public var momentum: Double
  public var epsilon: Float

  public init(momentum: Double = 0.99, epsilon: Float = 1e-3) {
    self.momentum = momentum
    self.epsilon = epsilon
  }

  public func outputShape(for input: [Int]) throws(ShapeError) -> [Int] { input }

  public func weightShapes(for input: [Int]) -> [WeightShape] {
    let channels = [input[input.count - 1]]
    return [
      WeightShape("gamma", channels, .constant(1)), WeightShape("beta", channels, .constant(0)),
      WeightShape("moving_mean", channels, .constant(0), isTrainable: false),
      WeightShape("moving_variance", channels, .constant(1), isTrainable: false),
    ]
  }

  public func operation(at site: LayerSite) -> Operation? {
    BatchNormalizationOperation(
      self, size: site.size, channels: site.channels, gamma: site.offset("gamma"),
      beta: site.offset("beta"), movingMean: site.offset("moving_mean"),
      movingVariance: site.offset("moving_variance"))
  }
}

/// Normalisation by the batch's own mean and variance in training, by their moving averages
/// otherwise. The only operation that looks across the batch: each unit adds up its samples, the
/// sums are added in the order of the units, and then the units go on.
final class BatchNormalizationOperation: Operation {
  private let channels: Int
  private let gamma: Int
  private let beta: Int
  private let movingMean: Int
  private let movingVariance: Int
  private let momentum: Float
  private let oneMinusMomentum: Float
  private let epsilon: Float
  private var pixels: Int { inputSize / channels }
  /// Two sums a channel for every unit of a batch.
  private var unitSums: UnsafeMutablePointer<Double>?
  private let mean: FloatBuffer
  private let variance: FloatBuffer
  private let scale: FloatBuffer
  private let shift: FloatBuffer
  private let inverseDeviation: FloatBuffer
  private let slope: FloatBuffer
  private let correction: FloatBuffer

  init(
    _ layer: BatchNormalization, size: Int, channels: Int, gamma: Int, beta: Int,
    movingMean: Int, movingVariance: Int
  ) {
    self.channels = channels
    self.gamma = gamma
    self.beta = beta
    self.movingMean = movingMean
    self.movingVariance = movingVariance
    momentum = Float(layer.momentum)
    oneMinusMomentum = Float(1 - layer.momentum)
    epsilon = layer.epsilon
    mean = FloatBuffer(count: channels)
    variance = FloatBuffer(count: channels)
    scale = FloatBuffer(count: channels)
    shift = FloatBuffer(count: channels)
    inverseDeviation = FloatBuffer(count: channels)
    slope = FloatBuffer(count: channels)
    correction = FloatBuffer(count: channels)
    super.init(inputSize: size, outputSize: size)
  }

  override var isBatchWide: Bool { true }

  /// Room for the sums of `units` units; before the first step of a training.
  func prepare(units: Int) {
    unitSums?.deallocate()
    let sums = UnsafeMutablePointer<Double>.allocate(capacity: units * 2 * channels)
    sums.initialize(repeating: 0, count: units * 2 * channels)
    unitSums = sums
  }

  deinit { unitSums?.deallocate() }

  private func sums(ofUnit unit: Int) -> UnsafeMutablePointer<Double> {
    unitSums! + unit * 2 * channels
  }

  /// Adds up a unit's values. Called for different units at once: each writes its own part.
  func collect(_ context: SliceContext) {
    channelMoments(
      context.values + input, rows: context.count * pixels, channels: channels,
      into: sums(ofUnit: context.unit))
  }

  /// Mean and variance of the batch from the units' sums.
  func merge(units: Int, samples: Int, parameters: UnsafePointer<Float>) {
    let count = Double(samples * pixels)
    for channel in 0..<channels {
      let (sum, squares) = total(channel, units: units)
      let average = sum / count
      let variance = Float(max(squares / count - average * average, 0))
      mean.base[channel] = Float(average)
      self.variance.base[channel] = variance
      setScale(channel, mean: Float(average), variance: variance, parameters)
    }
  }

  /// Moves the moving averages towards the batch's statistics, once the step is known to be good.
  func commit(_ statistics: UnsafeMutablePointer<Float>) {
    let means = statistics + movingMean
    let variances = statistics + movingVariance
    for channel in 0..<channels {
      means[channel] = means[channel] * momentum + mean.base[channel] * oneMinusMomentum
      variances[channel] = variances[channel] * momentum + variance.base[channel] * oneMinusMomentum
    }
  }

  /// `scale = gamma / sqrt(variance + epsilon)`, `shift = beta - mean * scale`.
  private func setScale(
    _ channel: Int, mean: Float, variance: Float, _ parameters: UnsafePointer<Float>
  ) {
    let inverse = 1 / (variance + epsilon).squareRoot()
    let factor = inverse * parameters[gamma + channel]
    inverseDeviation.base[channel] = inverse
    scale.base[channel] = factor
    shift.base[channel] = parameters[beta + channel] - mean * factor
  }

  /// Before predicting: from the moving averages.
  func useMovingAverages(
    parameters: UnsafePointer<Float>, statistics: UnsafePointer<Float>
  ) {
    for channel in 0..<channels {
      setScale(
        channel, mean: statistics[movingMean + channel],
        variance: statistics[movingVariance + channel], parameters)
    }
  }

  override func forward(_ context: SliceContext) {
    scaleAndShift(
      context.values + input, scale.base, shift.base, rows: context.count * pixels,
      channels: channels, context.values + output)
  }

  /// Adds up a unit's gradients.
  func collectGradients(_ context: SliceContext) {
    channelGradientMoments(
      context.values + outputGradient, context.values + input, mean: mean.base,
      rows: context.count * pixels, channels: channels, into: sums(ofUnit: context.unit))
  }

  /// The parameters' gradients, into the first slice's buffer, and what `backward` needs:
  /// `dx = scale (g - mean(g) - (x - mean) mean(g (x - mean)) / (variance + epsilon))`.
  func mergeGradients(
    units: Int, samples: Int, gradients: UnsafeMutablePointer<Float>, stride: Int, slices: Int
  ) {
    let count = Double(samples * pixels)
    for channel in 0..<channels {
      let (sum, products) = total(channel, units: units)
      let inverse = Double(inverseDeviation.base[channel])
      for slice in 0..<slices {
        gradients[slice * stride + gamma + channel] = slice == 0 ? Float(products * inverse) : 0
        gradients[slice * stride + beta + channel] = slice == 0 ? Float(sum) : 0
      }
      let factor = Double(scale.base[channel])
      slope.base[channel] = Float(-factor * inverse * inverse * products / count)
      correction.base[channel] = Float(-factor * sum / count)
    }
  }

  override func backward(_ context: SliceContext) {
    guard let inputGradient else { return }
    combineChannels(
      context.values + outputGradient, scale.base, context.values + input, mean: mean.base,
      slope.base, correction.base, rows: context.count * pixels, channels: channels,
      context.values + inputGradient)
  }

  private func total(_ channel: Int, units: Int) -> (Double, Double) {
    var first = 0.0
    var second = 0.0
    for unit in 0..<units {
      first += sums(ofUnit: unit)[channel]
      second += sums(ofUnit: unit)[channels + channel]
    }
    return (first, second)
  }
}
