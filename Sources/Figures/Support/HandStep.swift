import Lessons
import Neural

/// One update of a single neuron in numbers that can be checked on paper.
struct HandStep {
  let inputs: [Double]
  let targets: [Double]
  let weight: Double
  let bias: Double
  let predictions: [Double]
  /// Prediction minus target.
  let errors: [Double]
  let meanSquare: Double
  /// Partial derivatives of the mean squared error.
  let gradient: (weight: Double, bias: Double)
  let next: (weight: Double, bias: Double)
  let nextMeanSquare: Double

  /// The first step over the training rows from the lesson's `untrained` weights; nil if the lesson
  /// has none.
  init?(_ context: FigureContext) {
    guard Self.need(of: context.lesson) == nil,
      let training = context.lesson.training, let untrained = training.untrained
    else { return nil }
    let study = context.study
    let rows = study.targets.indices.filter { !study.isTest[$0] }
    inputs = rows.map { study.inputs[$0][0] }
    targets = rows.map { study.targets[$0] }
    let (weight, bias) = (
      Self.decimal(untrained.weights[0][0]), Self.decimal(untrained.weights[1][0])
    )
    (self.weight, self.bias) = (weight, bias)
    predictions = inputs.map { weight * $0 + bias }
    errors = zip(predictions, targets).map { $0 - $1 }
    let count = Double(max(1, inputs.count))
    meanSquare = errors.reduce(0) { $0 + $1 * $1 } / count
    let gradient = (
      weight: 2 * zip(errors, inputs).reduce(0) { $0 + $1.0 * $1.1 } / count,
      bias: 2 * errors.reduce(0, +) / count
    )
    self.gradient = gradient
    let next = (
      weight: weight - Self.step(training.compile.optimizer, gradient.weight),
      bias: bias - Self.step(training.compile.optimizer, gradient.bias)
    )
    self.next = next
    nextMeanSquare =
      zip(inputs, targets).reduce(0) {
        let error = next.weight * $1.0 + next.bias - $1.1
        return $0 + error * error
      } / count
  }

  static func need(of lesson: Lesson) -> FigureNeed? {
    if lesson.tableSource == nil { return .table }
    guard lesson.isSingleNeuron, lesson.layers.count == 1 else { return .singleNeuron }
    guard let training = lesson.training, training.untrained?.weights.map(\.count) == [1, 1],
      training.compile.loss == .meanSquaredError
    else { return .handStep }
    switch training.compile.optimizer.rule {
    case .adam: return nil
    case .sgd(let sgd): return sgd.momentum == 0 ? nil : .handStep
    case .rmsprop: return .handStep
    }
  }

  /// The amount that the optimizer subtracts from a parameter in its first step.
  private static func step(_ optimizer: any Optimizer, _ gradient: Double) -> Double {
    let rate: Double = decimal(optimizer.learningRate)
    guard case .adam(let adam) = optimizer.rule else { return rate * gradient }
    // The first moments, corrected for their start at zero, are g and g²; Keras adds epsilon to the
    // uncorrected root.
    let uncorrected = (1 - adam.beta2).squareRoot()
    return rate * gradient / (gradient.magnitude + decimal(adam.epsilon) / uncorrected)
  }

  /// A Float's shortest digits as a Double: 0.1, not 0.100000001.
  private static func decimal(_ value: Float) -> Double {
    Double(value.description) ?? Double(value)
  }
}
