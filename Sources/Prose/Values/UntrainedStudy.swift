import Lessons
import Neural

/// The single neuron before training and its first step: a calculation that fits on paper.
struct UntrainedStudy {
  let input: Double
  let weight: Double
  let bias: Double
  private let rows: [(input: [Double], target: Double)]
  private let optimizer: any Optimizer

  /// nil unless the lesson is a single neuron with an untrained example.
  init?(_ study: LessonStudy) {
    guard study.outline.needs.isSuperset(of: [.neuron, .untrained]),
      let example = study.training.untrained, example.weights.count == 2,
      let input = example.predict.first?.first, let weight = example.weights[0].first,
      let bias = example.weights[1].first
    else { return nil }
    self.input = input
    // The decimal as typed: 1.8, not the nearest Float32's 1.7999999523.
    self.weight = Double(weight.description) ?? Double(weight)
    self.bias = Double(bias.description) ?? Double(bias)
    rows = study.trainingRows
    optimizer = study.training.compile.optimizer
  }

  func output(_ input: Double) -> Double { weight * input + bias }

  /// Prediction minus target, for each row.
  var errors: [Double] { rows.map { output($0.input[0]) - $0.target } }

  var loss: Double? { loss(weight, bias) }

  private func loss(_ weight: Double, _ bias: Double) -> Double? {
    Statistics.mean(
      rows.map {
        let error = weight * $0.input[0] + bias - $0.target
        return error * error
      })
  }

  /// Partial derivatives of the mean squared error over all training rows: `2/n * sum(error * x)`
  /// and `2/n * sum(error)`.
  var gradient: (weight: Double, bias: Double)? {
    guard let bias = Statistics.mean(errors),
      let weight = Statistics.mean(zip(errors, rows).map { $0 * $1.input[0] })
    else { return nil }
    return (2 * weight, 2 * bias)
  }

  /// Weight, bias and loss after one update with all rows.
  var step: (weight: Double, bias: Double, loss: Double)? {
    guard let gradient else { return nil }
    let weight = weight - move(gradient.weight)
    let bias = bias - move(gradient.bias)
    return loss(weight, bias).map { (weight, bias, $0) }
  }

  /// The step of the optimizer's first update for a gradient (`docs/keras-conventions.md`).
  private func move(_ gradient: Double) -> Double {
    let rate = Double(optimizer.learningRate)
    switch optimizer.rule {
    case .adam(let adam):
      let beta1 = Double(adam.beta1)
      let beta2 = Double(adam.beta2)
      let alpha = rate * (1 - beta2).squareRoot() / (1 - beta1)
      return (1 - beta1) * gradient * alpha
        / (((1 - beta2) * gradient * gradient).squareRoot() + Double(adam.epsilon))
    case .rmsprop(let rms):
      let velocity = (1 - Double(rms.rho)) * gradient * gradient
      return rate * gradient / (velocity + Double(rms.epsilon)).squareRoot()
    case .sgd(let sgd):
      return rate * gradient * (sgd.nesterov ? 1 + Double(sgd.momentum) : 1)
    }
  }
}
