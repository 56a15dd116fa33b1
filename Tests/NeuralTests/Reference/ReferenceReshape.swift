/// The same values under another shape; also what Dropout is at prediction and with rate 0.
struct ReferenceReshape<Scalar: BinaryFloatingPoint>: ReferenceLayer {
  let shape: [Int]
  private var inputShape: [Int] = []

  init(to shape: [Int]) {
    self.shape = shape
  }

  mutating func forward(
    _ input: ReferenceBatch<Scalar>, training: Bool
  ) -> ReferenceBatch<Scalar> {
    inputShape = input.shape
    return ReferenceBatch(count: input.count, shape: shape, values: input.values)
  }

  func backward(_ gradient: ReferenceBatch<Scalar>) -> ReferenceGradients<Scalar> {
    ReferenceGradients(
      input: ReferenceBatch(count: gradient.count, shape: inputShape, values: gradient.values))
  }
}
