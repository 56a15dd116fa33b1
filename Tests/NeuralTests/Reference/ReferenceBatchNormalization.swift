@testable import Neural

/// y = gamma (x - mean) / sqrt(variance + epsilon) + beta, channel by channel over batch and pixels.
///
/// Weights are gamma, beta, moving mean, moving variance; the variance divides by the count.
struct ReferenceBatchNormalization<Scalar: BinaryFloatingPoint>: ReferenceLayer {
  let layer: BatchNormalization
  var weights: [[Scalar]]
  private var centred: [Scalar] = []
  private var inverse: [Scalar] = []
  private var wasTraining = false

  init(_ layer: BatchNormalization, weights: [[Scalar]]) {
    self.layer = layer
    self.weights = weights
  }

  mutating func forward(
    _ input: ReferenceBatch<Scalar>, training: Bool
  ) -> ReferenceBatch<Scalar> {
    let channels = weights[0].count
    let rows = Scalar(input.values.count / channels)
    var (mean, variance) = (weights[2], weights[3])
    if training {
      mean = Array(repeating: 0, count: channels)
      variance = mean
      for index in input.values.indices { mean[index % channels] += input.values[index] / rows }
      for index in input.values.indices {
        let distance = input.values[index] - mean[index % channels]
        variance[index % channels] += distance * distance / rows
      }
      let keep = Scalar(layer.momentum)
      for channel in 0..<channels {
        weights[2][channel] = keep * weights[2][channel] + (1 - keep) * mean[channel]
        weights[3][channel] = keep * weights[3][channel] + (1 - keep) * variance[channel]
      }
    }
    wasTraining = training
    inverse = variance.map { 1 / ($0 + Scalar(layer.epsilon)).squareRoot() }
    centred = input.values.indices.map { input.values[$0] - mean[$0 % channels] }
    var result = input
    for index in result.values.indices {
      let channel = index % channels
      result.values[index] =
        weights[0][channel] * centred[index] * inverse[channel] + weights[1][channel]
    }
    return result
  }

  /// By the chain rule through mean and variance: with x^ the normalized input and N rows,
  /// dx = gamma / sqrt(variance + epsilon) (dy - sum(dy) / N - x^ sum(dy x^) / N).
  func backward(_ gradient: ReferenceBatch<Scalar>) -> ReferenceGradients<Scalar> {
    let channels = weights[0].count
    let rows = Scalar(gradient.values.count / channels)
    var gamma = [Scalar](repeating: 0, count: channels)
    var beta = gamma
    for (index, slope) in gradient.values.enumerated() {
      let channel = index % channels
      gamma[channel] += slope * centred[index] * inverse[channel]
      beta[channel] += slope
    }
    var back = gradient
    for (index, slope) in gradient.values.enumerated() {
      let channel = index % channels
      var value = slope
      if wasTraining {
        value -= beta[channel] / rows + centred[index] * inverse[channel] * gamma[channel] / rows
      }
      back.values[index] = weights[0][channel] * inverse[channel] * value
    }
    return ReferenceGradients(input: back, weights: [gamma, beta])
  }
}
