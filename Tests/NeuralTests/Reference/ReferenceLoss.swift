import Glibc

@testable import Neural

/// The loss of each sample and its gradient by the predictions, from the definition.
///
/// Crossentropies see probabilities as they are: the clipping to [1e-7, 1 - 1e-7] and Keras's way
/// round it by the logits change no value inside that range.
struct ReferenceLoss<Scalar: BinaryFloatingPoint> {
  var loss: Loss

  /// `targets` are as wide as the predictions (classes as one-hot rows).
  func value(_ predictions: ReferenceBatch<Scalar>, _ targets: [Scalar]) -> [Scalar] {
    let width = predictions.shape[0]
    return (0..<predictions.count).map { sample in
      let row = sample * width..<(sample + 1) * width
      let (y, t) = (Array(predictions.values[row]), Array(targets[row]))
      let terms = y.indices.map { term(y[$0], t[$0]) }
      switch loss {
      case .meanSquaredError, .meanAbsoluteError, .huber, .binaryCrossentropy:
        return terms.reduce(0, +) / Scalar(width)
      case .categoricalCrossentropy, .sparseCategoricalCrossentropy:
        return terms.reduce(0, +) + log(y.reduce(0, +)) * t.reduce(0, +)
      }
    }
  }

  /// Of the mean over the samples.
  func gradient(
    _ predictions: ReferenceBatch<Scalar>, _ targets: [Scalar]
  ) -> ReferenceBatch<Scalar> {
    let width = predictions.shape[0]
    var result = predictions
    for sample in 0..<predictions.count {
      let row = sample * width..<(sample + 1) * width
      let total = predictions.values[row].reduce(0, +)
      let weight = targets[row].reduce(0, +)
      for index in row {
        let (y, t) = (predictions.values[index], targets[index])
        let slope: Scalar =
          switch loss {
          case .categoricalCrossentropy, .sparseCategoricalCrossentropy: weight / total - t / y
          case .binaryCrossentropy: ((1 - t) / (1 - y) - t / y) / Scalar(width)
          case .meanSquaredError: 2 * (y - t) / Scalar(width)
          case .meanAbsoluteError: sign(y - t) / Scalar(width)
          case .huber: (abs(y - t) <= 1 ? y - t : sign(y - t)) / Scalar(width)
          }
        result.values[index] = slope / Scalar(predictions.count)
      }
    }
    return result
  }

  /// The part of one output. For categories the row's `log sum` comes on top: Keras divides by it.
  private func term(_ y: Scalar, _ t: Scalar) -> Scalar {
    let error = y - t
    switch loss {
    case .meanSquaredError: return error * error
    case .meanAbsoluteError: return abs(error)
    case .huber: return abs(error) <= 1 ? error * error / 2 : abs(error) - Scalar(0.5)
    case .binaryCrossentropy: return -(t * log(y) + (1 - t) * log(1 - y))
    case .categoricalCrossentropy, .sparseCategoricalCrossentropy: return -t * log(y)
    }
  }

  private func log(_ value: Scalar) -> Scalar { Scalar(Glibc.log(Double(value))) }

  private func sign(_ value: Scalar) -> Scalar { value > 0 ? 1 : value < 0 ? -1 : 0 }
}
