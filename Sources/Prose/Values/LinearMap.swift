/// `outputs = inputs * kernel + bias` in Double: the linear map of layers without activation.
struct LinearMap: Equatable, Sendable {
  /// Indexed by input and output.
  var kernel: [[Double]]
  var bias: [Double]

  /// This map followed by `next`.
  func then(_ next: LinearMap) -> LinearMap {
    LinearMap(
      kernel: kernel.map { next.product($0) },
      bias: zip(next.product(bias), next.bias).map { $0 + $1 })
  }

  func callAsFunction(_ input: [Double]) -> [Double] {
    zip(product(input), bias).map { $0 + $1 }
  }

  private func product(_ row: [Double]) -> [Double] {
    bias.indices.map { column in
      zip(row, kernel).reduce(0) { $0 + $1.0 * $1.1[column] }
    }
  }

  /// `(x - mean) / deviation` per feature.
  static func normalization(mean: [Double], deviation: [Double]) -> LinearMap {
    LinearMap(
      kernel: mean.indices.map { row in
        mean.indices.map { $0 == row ? 1 / deviation[row] : 0 }
      },
      bias: mean.indices.map { -mean[$0] / deviation[$0] })
  }
}
