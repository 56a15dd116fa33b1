import Tensors

/// Sums of loss and metrics over samples.
struct Scores {
  var loss = 0.0
  var correct = 0
  var absoluteError = 0.0
  var samples = 0

  init() {}

  /// Scores of `count` samples whose losses are in the workspace `values`.
  init(
    _ network: Network, values: UnsafeMutablePointer<Float>, output: UnsafePointer<Float>,
    count: Int, metrics: [Metric]
  ) {
    samples = count
    loss = sum(values + network.losses, count: count)
    let target = values + network.target
    let width = network.outputSize
    for metric in metrics {
      switch metric {
      case .accuracy: correct = countCorrect(output, target, rows: count, width: width)
      case .meanAbsoluteError:
        absoluteError = sumAbsoluteErrors(output, target, rows: count, width: width)
      }
    }
  }

  static func += (left: inout Scores, right: Scores) {
    left.loss += right.loss
    left.correct += right.correct
    left.absoluteError += right.absoluteError
    left.samples += right.samples
  }

  func mean(_ metric: Metric) -> Double {
    switch metric {
    case .accuracy: Double(correct) / Double(samples)
    case .meanAbsoluteError: absoluteError / Double(samples)
    }
  }

  var meanLoss: Double { loss / Double(samples) }

  func evaluation(_ metrics: [Metric]) -> Evaluation {
    Evaluation(
      loss: meanLoss, accuracy: metrics.contains(.accuracy) ? mean(.accuracy) : nil,
      meanAbsoluteError: metrics.contains(.meanAbsoluteError) ? mean(.meanAbsoluteError) : nil)
  }
}
