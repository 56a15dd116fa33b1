import Tensors

/// Glorot and Bengio, 2010: uniform in (-limit, limit), limit = sqrt(6 / (fan in + fan out)).
struct GlorotUniform {
  let limit: Float
  let count: Int

  /// A kernel of inputs x units, or height x width x channels x filters.
  init(shape: [Int]) {
    let field = shape.dropLast(2).reduce(1, *)
    let inputs = shape[shape.count - 2] * field
    let outputs = shape[shape.count - 1] * field
    limit = Float((6 / Double(inputs + outputs)).squareRoot())
    count = shape.reduce(1, *)
  }

  func values(from stream: inout RandomStream) -> [Float] {
    var values: [Float] = []
    values.reserveCapacity(count)
    for _ in 0..<count { values.append((2 * stream.uniform() - 1) * limit) }
    return values
  }
}
