/// y = (x - mean) / max(sqrt(variance), 1e-7), feature by feature; weights are mean,
/// variance and a counter that nothing reads.
struct ReferenceNormalization<Scalar: BinaryFloatingPoint>: ReferenceLayer {
  var weights: [[Scalar]]

  init(weights: [[Scalar]]) {
    self.weights = weights
  }

  private func root(_ index: Int) -> Scalar {
    max(weights[1][index % weights[1].count].squareRoot(), Scalar(1e-7))
  }

  mutating func forward(
    _ input: ReferenceBatch<Scalar>, training: Bool
  ) -> ReferenceBatch<Scalar> {
    var result = input
    for index in result.values.indices {
      result.values[index] =
        (input.values[index] - weights[0][index % weights[0].count])
        / root(index)
    }
    return result
  }

  func backward(_ gradient: ReferenceBatch<Scalar>) -> ReferenceGradients<Scalar> {
    var back = gradient
    for index in back.values.indices { back.values[index] /= root(index) }
    return ReferenceGradients(input: back)
  }
}
