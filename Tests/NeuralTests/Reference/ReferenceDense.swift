@testable import Neural

/// y[n, u] = f(bias[u] + sum over i of x[n, i] kernel[i, u])
struct ReferenceDense<Scalar: BinaryFloatingPoint>: ReferenceLayer {
  let units: Int
  let activation: ReferenceActivation<Scalar>
  var weights: [[Scalar]]
  private var input = ReferenceBatch<Scalar>(zeros: 0, shape: [0])
  private var sums: [Scalar] = []
  private var output: [Scalar] = []

  init(_ layer: Dense, weights: [[Scalar]]) {
    units = layer.units
    activation = ReferenceActivation(kind: layer.activation, width: layer.units)
    self.weights = weights
  }

  var kinkDistance: Scalar { activation.kinkDistance(sums) }

  @_specialize(where Scalar == Double)
  mutating func forward(
    _ input: ReferenceBatch<Scalar>, training: Bool
  ) -> ReferenceBatch<Scalar> {
    let inputs = input.shape[0]
    sums = Array(repeating: 0, count: input.count * units)
    for sample in 0..<input.count {
      for unit in 0..<units {
        var sum: Scalar = 0
        for index in 0..<inputs {
          sum += input.values[sample * inputs + index] * weights[0][index * units + unit]
        }
        sums[sample * units + unit] = sum + weights[1][unit]
      }
    }
    self.input = input
    output = activation.forward(sums)
    return ReferenceBatch(count: input.count, shape: [units], values: output)
  }

  @_specialize(where Scalar == Double)
  func backward(_ gradient: ReferenceBatch<Scalar>) -> ReferenceGradients<Scalar> {
    let inputs = input.shape[0]
    let slopes = activation.backward(sums: sums, output: output, gradient: gradient.values)
    var back = ReferenceBatch<Scalar>(zeros: input.count, shape: input.shape)
    var kernel = [Scalar](repeating: 0, count: inputs * units)
    var bias = [Scalar](repeating: 0, count: units)
    for sample in 0..<input.count {
      for unit in 0..<units {
        let slope = slopes[sample * units + unit]
        bias[unit] += slope
        for index in 0..<inputs {
          kernel[index * units + unit] += slope * input.values[sample * inputs + index]
          back.values[sample * inputs + index] += slope * weights[0][index * units + unit]
        }
      }
    }
    return ReferenceGradients(input: back, weights: [kernel, bias])
  }
}
