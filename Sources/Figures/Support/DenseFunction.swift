import Glibc
import Lessons
import Neural

/// A trained network of Dense layers as a function, in double precision.
package struct DenseFunction {
  package struct Step {
    /// Indexed by input, then by unit.
    package var kernel: [[Double]]
    package var bias: [Double]
    package var activation: Activation
  }

  /// The mean and deviation of a Normalization layer in front.
  package private(set) var mean: [Double]
  package private(set) var deviation: [Double]
  package private(set) var steps: [Step] = []

  /// nil unless the lesson is a small network with one input.
  ///
  /// - Parameter parameters: flattened in get_weights() order, as in `LessonResult.trajectory`; nil
  ///   for the final ones.
  package init?(_ lesson: Lesson, _ result: LessonResult, parameters: [Float]? = nil) {
    guard lesson.hasSingleInput, lesson.smallNetwork != nil else { return nil }
    let weights = parameters ?? result.weights.flatMap { $0.arrays.flatMap(\.values) }
    self.init(layers: lesson.layers, inputs: 1, weights: weights)
  }

  /// nil if there are other layers than Dense, Dropout and a Normalization in front.
  ///
  /// - Parameter weights: flattened in get_weights() order.
  package init?(layers: [any Layer], inputs: Int, weights: [Float]) {
    mean = Array(repeating: 0, count: inputs)
    deviation = Array(repeating: 1, count: inputs)
    var rest = weights.map(Double.init)[...]
    func take(_ count: Int) -> [Double]? {
      guard rest.count >= count else { return nil }
      defer { rest.removeFirst(count) }
      return Array(rest.prefix(count))
    }
    var size = inputs
    for (place, layer) in layers.enumerated() {
      if layer is Normalization, place == 0 {
        // The third array is Keras' counter.
        guard let mean = take(inputs), let variance = take(inputs), take(1) != nil else {
          return nil
        }
        self.mean = mean
        // Keras' lower limit for the standard deviation.
        deviation = variance.map { max($0.squareRoot(), 1e-7) }
      } else if let dense = layer as? Dense {
        let units = dense.units
        guard let kernel = take(size * units), let bias = take(units) else { return nil }
        let rows = (0..<size).map { Array(kernel[$0 * units..<($0 + 1) * units]) }
        steps.append(Step(kernel: rows, bias: bias, activation: dense.activation))
        size = units
      } else if !(layer is Dropout) {
        return nil
      }
    }
    guard rest.isEmpty, !steps.isEmpty else { return nil }
  }

  /// The first output for an input in the data's own units.
  package func callAsFunction(_ input: Double) -> Double {
    outputs(for: [input])[0]
  }

  /// All outputs for one row of inputs in the data's own units.
  package func outputs(for inputs: [Double]) -> [Double] {
    precondition(inputs.count == mean.count, "\(inputs.count) inputs instead of \(mean.count)")
    var values = inputs.indices.map { (inputs[$0] - mean[$0]) / deviation[$0] }
    for step in steps {
      var sums = step.bias
      for (value, row) in zip(values, step.kernel) {
        for unit in sums.indices { sums[unit] += value * row[unit] }
      }
      values = Self.activate(sums, step.activation)
    }
    return values
  }

  private static func activate(_ sums: [Double], _ activation: Activation) -> [Double] {
    switch activation {
    case .linear: return sums
    case .relu: return sums.map { max(0, $0) }
    case .leakyReLU: return sums.map { $0 < 0 ? 0.2 * $0 : $0 }
    case .elu: return sums.map { $0 < 0 ? exp($0) - 1 : $0 }
    case .gelu: return sums.map { 0.5 * $0 * (1 + erf($0 / 2.0.squareRoot())) }
    case .sigmoid: return sums.map { 1 / (1 + exp(-$0)) }
    case .tanh: return sums.map { tanh($0) }
    case .softmax:
      let largest = sums.max() ?? 0
      let powers = sums.map { exp($0 - largest) }
      let total = powers.reduce(0, +)
      return powers.map { $0 / total }
    }
  }
}
