@testable import Neural

/// y[n, r, c, f] = g(bias[f] + sum over i, j, k of x[n, r s + i, c s + j, k] kernel[i, j, k, f])
struct ReferenceConv2D<Scalar: BinaryFloatingPoint>: ReferenceLayer {
  let layer: Conv2D
  let activation: ReferenceActivation<Scalar>
  var weights: [[Scalar]]
  private var input = ReferenceBatch<Scalar>(zeros: 0, shape: [0, 0, 0])
  private var sums: [Scalar] = []
  private var output: [Scalar] = []

  init(_ layer: Conv2D, weights: [[Scalar]]) {
    self.layer = layer
    activation = ReferenceActivation(kind: layer.activation, width: layer.filters)
    self.weights = weights
  }

  var kinkDistance: Scalar { activation.kinkDistance(sums) }

  private func window(_ shape: [Int]) -> ReferenceWindow {
    ReferenceWindow(
      shape, size: layer.kernelSize, strides: layer.strides, padding: layer.padding)
  }

  @_specialize(where Scalar == Double)
  mutating func forward(
    _ input: ReferenceBatch<Scalar>, training: Bool
  ) -> ReferenceBatch<Scalar> {
    let (filters, channels) = (layer.filters, input.shape[2])
    let window = window(input.shape)
    var result = ReferenceBatch<Scalar>(
      zeros: input.count, shape: [window.output.height, window.output.width, filters])
    for sample in 0..<input.count {
      window.forEach { place, source, offset in
        let taps = (offset.row * layer.kernelSize.width + offset.column) * channels
        let start = result.index(sample, place.row, place.column, 0)
        for channel in 0..<channels {
          let value = input.values[input.index(sample, source.row, source.column, channel)]
          for filter in 0..<filters {
            result.values[start + filter] += value * weights[0][(taps + channel) * filters + filter]
          }
        }
      }
    }
    for index in result.values.indices { result.values[index] += weights[1][index % filters] }
    self.input = input
    sums = result.values
    output = activation.forward(sums)
    result.values = output
    return result
  }

  @_specialize(where Scalar == Double)
  func backward(_ gradient: ReferenceBatch<Scalar>) -> ReferenceGradients<Scalar> {
    let (filters, channels) = (layer.filters, input.shape[2])
    let slopes = ReferenceBatch(
      count: gradient.count, shape: gradient.shape,
      values: activation.backward(sums: sums, output: output, gradient: gradient.values))
    var back = ReferenceBatch<Scalar>(zeros: input.count, shape: input.shape)
    var kernel = [Scalar](repeating: 0, count: weights[0].count)
    var bias = [Scalar](repeating: 0, count: filters)
    for index in slopes.values.indices { bias[index % filters] += slopes.values[index] }
    for sample in 0..<input.count {
      window(input.shape).forEach { place, source, offset in
        let taps = (offset.row * layer.kernelSize.width + offset.column) * channels
        let start = slopes.index(sample, place.row, place.column, 0)
        for channel in 0..<channels {
          let at = input.index(sample, source.row, source.column, channel)
          for filter in 0..<filters {
            let weight = (taps + channel) * filters + filter
            kernel[weight] += input.values[at] * slopes.values[start + filter]
            back.values[at] += weights[0][weight] * slopes.values[start + filter]
          }
        }
      }
    }
    return ReferenceGradients(input: back, weights: [kernel, bias])
  }
}
