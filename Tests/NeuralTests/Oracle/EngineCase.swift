import Testing

@testable import Neural

/// A network that the engine and the naive reference both run on the same numbers.
struct EngineCase: CustomTestStringConvertible, Sendable {
  var testDescription: String
  var inputShape: [Int]
  var count: Int
  var layers: [any Layer]
  var loss: Loss = .meanSquaredError

  init(
    _ name: String, _ inputShape: [Int], count: Int, _ layers: [any Layer],
    loss: Loss = .meanSquaredError
  ) {
    testDescription = name
    self.inputShape = inputShape
    self.count = count
    self.layers = layers
    self.loss = loss
  }

  /// Everything the two are given; all of it exact in Float32.
  struct Numbers {
    var weights: [[Double]]
    var inputs: ReferenceBatch<Double>
    var targets: [Double]
  }

  func numbers(seed: UInt64) throws -> Numbers {
    var random = TestRandom(seed)
    var shape = inputShape
    var weights: [[Double]] = []
    for layer in layers {
      for weight in layer.weightShapes(for: shape) {
        let size = weight.shape.reduce(1, *)
        let fanIn = Float(weight.shape.dropLast().reduce(1, *))
        switch weight.name {
        case "kernel":
          let limit = (3 / fanIn).squareRoot()
          weights.append(random.values(size, in: -limit...limit))
        case "gamma", "variance", "moving_variance":
          weights.append(random.values(size, in: 0.5...1.5))
        default: weights.append(random.values(size, in: -0.3...0.3))
        }
      }
      shape = try layer.outputShape(for: shape)
    }
    let inputs = random.values(count * inputShape.reduce(1, *))
    let width = shape.reduce(1, *)
    var targets = [Double](repeating: 0, count: count * width)
    switch loss {
    case .meanSquaredError, .meanAbsoluteError, .huber:
      targets = random.values(count * width, in: -2...2)
    case .binaryCrossentropy:
      targets = targets.map { _ in Bool.random(using: &random) ? 1 : 0 }
    case .categoricalCrossentropy, .sparseCategoricalCrossentropy:
      for sample in 0..<count {
        targets[sample * width + Int.random(in: 0..<width, using: &random)] = 1
      }
    }
    return Numbers(
      weights: weights, inputs: ReferenceBatch(count: count, shape: inputShape, values: inputs),
      targets: targets)
  }

  struct Outcome {
    /// At prediction; the rest is of a step of training.
    var output: [Double]
    var loss: Double
    /// Of the trainable weights, in get_weights() order.
    var gradients: [[Double]]
  }

  /// The reference's results, and the numbers it was given: the first seed that keeps every relu
  /// and maximum further from its kink than Float32 can err.
  func reference() throws -> (numbers: Numbers, outcome: Outcome) {
    for seed in UInt64(1)...60 {
      let numbers = try numbers(seed: seed)
      var network = try ReferenceNetwork<Double>(
        inputShape: inputShape, layers: layers, weights: numbers.weights)
      var untrained = network
      let output = network.forward(numbers.inputs, training: true)
      guard network.kinkDistance > 2e-6 else { continue }
      let rule = ReferenceLoss<Double>(loss: loss)
      let flat = ReferenceBatch(
        count: count, shape: [output.shape.reduce(1, *)], values: output.values)
      let values = rule.value(flat, numbers.targets)
      var gradient = rule.gradient(flat, numbers.targets)
      gradient.shape = output.shape
      let backward = network.backward(gradient)
      let predicted = untrained.forward(numbers.inputs)
      let outcome = Outcome(
        output: predicted.values, loss: values.reduce(0, +) / Double(count),
        gradients: backward.weights)
      return (numbers, outcome)
    }
    throw ReferenceTests.NoPlaceAwayFromKinks()
  }

  func engine(_ numbers: Numbers, threads: Int = 2) throws -> Outcome {
    let model = try Sequential(inputShape: inputShape, layers: layers, threads: threads)
    model.setWeights(numbers.weights.map { $0.map { Float($0) } })
    let width = numbers.targets.count / count
    let targets: Targets
    if loss == .sparseCategoricalCrossentropy {
      targets = .classes(
        (0..<count).map { sample in
          UInt8((0..<width).first { numbers.targets[sample * width + $0] == 1 }!)
        })
    } else {
      targets = .values(numbers.targets.map { Float($0) }, width: width)
    }
    let samples = LabelledSamples(
      inputs: Samples(
        shape: inputShape, storage: .floats(numbers.inputs.values.map { Float($0) })),
      targets: targets)
    let output = model.predict(samples.inputs)
    // One step of gradient descent so long that the old weight is lost beside it: exact in Float32,
    // because the length is a power of two.
    let length: Float = 16_777_216
    var options = FitOptions.inOrder(epochs: 1)
    options.batchSize = count
    let before = model.weights
    let result = model.fit(
      samples, optimizer: SGD(learningRate: length), loss: loss, metrics: [], options: options
    ) { _ in true }
    let trainable = zip(before, model.weights).filter { Self.isTrained($0.0.name) }
    return Outcome(
      output: output.map { Double($0) }, loss: result.batchLosses[0],
      gradients: trainable.map { old, new in
        zip(old.values, new.values).map { (Double($0) - Double($1)) / Double(length) }
      })
  }

  private static func isTrained(_ name: String) -> Bool {
    ["kernel", "bias", "gamma", "beta"].contains(name)
  }
}
