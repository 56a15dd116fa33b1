/// Compares a layer's gradients with central differences of its output, in Double.
struct GradientCheck {
  /// The step of the differences; inputs must stay ten of them away from a kink.
  static let step = 1e-5
  static let margin = 10 * step

  /// The largest difference, by the largest entry of the gradient it belongs to.
  var worst = 0.0

  /// `layer` is checked as the function `sum of output * probe` of its input and its weights.
  init(
    _ layer: any ReferenceLayer<Double>, input: ReferenceBatch<Double>, training: Bool,
    trainable: Int, seed: UInt64
  ) {
    var random = TestRandom(seed)
    var used = layer
    let output = used.forward(input, training: training)
    let probe = random.values(output.values.count)
    let found = used.backward(
      ReferenceBatch(count: output.count, shape: output.shape, values: probe))

    func value(_ layer: any ReferenceLayer<Double>, _ input: ReferenceBatch<Double>) -> Double {
      var layer = layer
      return zip(layer.forward(input, training: training).values, probe)
        .reduce(0) { $0 + $1.0 * $1.1 }
    }
    let byInput = input.values.indices.map { index in
      Self.difference { move in
        var moved = input
        moved.values[index] += move
        return value(layer, moved)
      }
    }
    record(found.input.values, byInput)
    for array in 0..<trainable {
      let byWeight = layer.weights[array].indices.map { index in
        Self.difference { move in
          var moved = layer
          moved.weights[array][index] += move
          return value(moved, input)
        }
      }
      record(found.weights[array], byWeight)
    }
  }

  static func difference(_ function: (Double) -> Double) -> Double {
    (function(step) - function(-step)) / (2 * step)
  }

  private mutating func record(_ found: [Double], _ expected: [Double]) {
    precondition(found.count == expected.count)
    let scale = expected.map(abs).max() ?? 0
    for (one, other) in zip(found, expected) {
      worst = max(worst, abs(one - other) / max(scale, 1e-300))
    }
  }
}
