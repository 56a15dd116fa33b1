/// y[n, c] = mean over all pixels of x[n, ..., c]
struct ReferenceGlobalAveragePooling2D<Scalar: BinaryFloatingPoint>: ReferenceLayer {
  private var shape: [Int] = [0, 0, 0]

  init() {}

  mutating func forward(
    _ input: ReferenceBatch<Scalar>, training: Bool
  ) -> ReferenceBatch<Scalar> {
    shape = input.shape
    let (pixels, channels) = (shape[0] * shape[1], shape[2])
    var result = ReferenceBatch<Scalar>(zeros: input.count, shape: [channels])
    for index in input.values.indices {
      let sample = index / (pixels * channels)
      result.values[sample * channels + index % channels] += input.values[index] / Scalar(pixels)
    }
    return result
  }

  func backward(_ gradient: ReferenceBatch<Scalar>) -> ReferenceGradients<Scalar> {
    let (pixels, channels) = (shape[0] * shape[1], shape[2])
    var back = ReferenceBatch<Scalar>(zeros: gradient.count, shape: shape)
    for index in back.values.indices {
      let sample = index / (pixels * channels)
      back.values[index] = gradient.values[sample * channels + index % channels] / Scalar(pixels)
    }
    return ReferenceGradients(input: back)
  }
}
