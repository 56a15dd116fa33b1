import Glibc
import Lessons
import Neural

/// A trained network of one input as a function to draw, in double precision.
struct DenseFunction {
  private struct Step {
    var kernel: [[Double]]
    var bias: [Double]
    var activation: Activation
  }

  private var mean = 0.0
  private var deviation = 1.0
  private var steps: [Step] = []

  /// Nil where the lesson is no small network of one input.
  ///
  /// - Parameter parameters: flattened in get_weights() order, as in `LessonResult.trajectory`;
  ///   nil for the final ones.
  init?(_ lesson: Lesson, _ result: LessonResult, parameters: [Float]? = nil) {
    guard lesson.hasSingleInput, lesson.smallNetwork != nil else { return nil }
    var rest = (parameters ?? result.weights.flatMap { $0.arrays.flatMap(\.values) })[...]
    var inputs = 1
    for layer in lesson.layers {
      if layer is Normalization {
        guard rest.count >= 3 else { return nil }
        mean = Double(rest.removeFirst())
        // Keras's floor under the standard deviation.
        deviation = max(Double(rest.removeFirst()).squareRoot(), 1e-7)
        // Keras's counter.
        rest.removeFirst()
      } else if let dense = layer as? Dense {
        let units = dense.units
        guard rest.count >= (inputs + 1) * units else { return nil }
        let kernel = (0..<inputs).map { row in
          (0..<units).map { Double(rest[rest.startIndex + row * units + $0]) }
        }
        rest.removeFirst(inputs * units)
        let bias = rest.prefix(units).map(Double.init)
        rest.removeFirst(units)
        steps.append(Step(kernel: kernel, bias: bias, activation: dense.activation))
        inputs = units
      }
    }
  }

  /// The first output for an input in the data's own units.
  func callAsFunction(_ input: Double) -> Double {
    var values = [(input - mean) / deviation]
    for step in steps {
      var sums = step.bias
      for (value, row) in zip(values, step.kernel) {
        for unit in sums.indices { sums[unit] += value * row[unit] }
      }
      values = Self.activate(sums, step.activation)
    }
    return values[0]
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
