@testable import Neural

/// The largest of each window; the first of equals, row by row, takes the whole gradient.
///
/// Exact ties are no kink here: behind a relu they are zeros, whose gradient the relu drops.
struct ReferenceMaxPooling2D<Scalar: BinaryFloatingPoint>: ReferenceLayer {
  let layer: MaxPooling2D
  private(set) var kinkDistance: Scalar = .infinity
  private var input = ReferenceBatch<Scalar>(zeros: 0, shape: [0, 0, 0])
  /// Where each output came from, as a place in the input's values.
  private var sources: [Int] = []

  init(_ layer: MaxPooling2D) {
    self.layer = layer
  }

  @_specialize(where Scalar == Double)
  mutating func forward(
    _ input: ReferenceBatch<Scalar>, training: Bool
  ) -> ReferenceBatch<Scalar> {
    let window = ReferenceWindow(
      input.shape, size: layer.poolSize, strides: layer.strides, padding: layer.padding)
    let channels = input.shape[2]
    var result = ReferenceBatch<Scalar>(
      zeros: input.count, shape: [window.output.height, window.output.width, channels])
    var sources = [Int](repeating: -1, count: result.values.count)
    var seconds = [Scalar](repeating: -.infinity, count: result.values.count)
    for sample in 0..<input.count {
      window.forEach { place, source, _ in
        for channel in 0..<channels {
          let from = input.index(sample, source.row, source.column, channel)
          let to = result.index(sample, place.row, place.column, channel)
          let value = input.values[from]
          if sources[to] < 0 || value > result.values[to] {
            if sources[to] >= 0 { seconds[to] = result.values[to] }
            result.values[to] = value
            sources[to] = from
          } else {
            seconds[to] = max(seconds[to], value)
          }
        }
      }
    }
    self.input = input
    self.sources = sources
    kinkDistance = zip(result.values, seconds).map { $0 - $1 }.filter { $0 > 0 }.min() ?? .infinity
    return result
  }

  @_specialize(where Scalar == Double)
  func backward(_ gradient: ReferenceBatch<Scalar>) -> ReferenceGradients<Scalar> {
    var back = ReferenceBatch<Scalar>(zeros: input.count, shape: input.shape)
    for (index, source) in sources.enumerated() { back.values[source] += gradient.values[index] }
    return ReferenceGradients(input: back)
  }
}
