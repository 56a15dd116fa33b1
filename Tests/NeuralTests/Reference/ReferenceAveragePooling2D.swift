@testable import Neural

/// The mean of each window; padding is not counted.
struct ReferenceAveragePooling2D<Scalar: BinaryFloatingPoint>: ReferenceLayer {
  let layer: AveragePooling2D
  private var shape: [Int] = [0, 0, 0]

  init(_ layer: AveragePooling2D) {
    self.layer = layer
  }

  private func window(_ shape: [Int]) -> ReferenceWindow {
    ReferenceWindow(shape, size: layer.poolSize, strides: layer.strides, padding: layer.padding)
  }

  /// How many pixels of the image lie in each window.
  private func counts(_ window: ReferenceWindow) -> [Int] {
    var counts = [Int](repeating: 0, count: window.output.height * window.output.width)
    window.forEach { place, _, _ in counts[place.row * window.output.width + place.column] += 1 }
    return counts
  }

  mutating func forward(
    _ input: ReferenceBatch<Scalar>, training: Bool
  ) -> ReferenceBatch<Scalar> {
    shape = input.shape
    let window = window(shape)
    let counts = counts(window)
    var result = ReferenceBatch<Scalar>(
      zeros: input.count, shape: [window.output.height, window.output.width, shape[2]])
    for sample in 0..<input.count {
      window.forEach { place, source, _ in
        let count = Scalar(counts[place.row * window.output.width + place.column])
        for channel in 0..<shape[2] {
          result.values[result.index(sample, place.row, place.column, channel)] +=
            input.values[input.index(sample, source.row, source.column, channel)] / count
        }
      }
    }
    return result
  }

  func backward(_ gradient: ReferenceBatch<Scalar>) -> ReferenceGradients<Scalar> {
    let window = window(shape)
    let counts = counts(window)
    var back = ReferenceBatch<Scalar>(zeros: gradient.count, shape: shape)
    for sample in 0..<gradient.count {
      window.forEach { place, source, _ in
        let count = Scalar(counts[place.row * window.output.width + place.column])
        for channel in 0..<shape[2] {
          back.values[back.index(sample, source.row, source.column, channel)] +=
            gradient.values[gradient.index(sample, place.row, place.column, channel)] / count
        }
      }
    }
    return ReferenceGradients(input: back)
  }
}
