/// `out[m][n] = bias[n] + sum over k of x[m][k] * w[k][n]` for layers of a few units, for which packing
/// and tiles would cost more than they save.
@inline(never)
public func smallProduct(
  _ x: UnsafePointer<Float>, rows: Int, inputs: Int,
  _ w: UnsafePointer<Float>, units: Int, bias: UnsafePointer<Float>,
  _ out: UnsafeMutablePointer<Float>
) {
  for row in 0..<rows {
    let source = x + row &* inputs
    let target = out + row &* units
    for unit in 0..<units {
      var sum = bias[unit]
      for k in 0..<inputs { sum.addProduct(source[k], w[k &* units &+ unit]) }
      target[unit] = sum
    }
  }
}

/// `d[k][n] += sum over m of x[m][k] * g[m][n]` and `b[n] += sum over m of g[m][n]`.
@inline(never)
public func smallOuterProduct(
  _ x: UnsafePointer<Float>, rows: Int, inputs: Int, _ g: UnsafePointer<Float>, units: Int,
  into d: UnsafeMutablePointer<Float>, bias: UnsafeMutablePointer<Float>, accumulates: Bool
) {
  for unit in 0..<units {
    for k in 0..<inputs {
      var sum = accumulates ? d[k &* units &+ unit] : 0
      for row in 0..<rows { sum.addProduct(x[row &* inputs &+ k], g[row &* units &+ unit]) }
      d[k &* units &+ unit] = sum
    }
    var sum = accumulates ? bias[unit] : 0
    for row in 0..<rows { sum += g[row &* units &+ unit] }
    bias[unit] = sum
  }
}

/// `dx[m][k] = sum over n of g[m][n] * w[k][n]`.
@inline(never)
public func smallTransposedProduct(
  _ g: UnsafePointer<Float>, rows: Int, units: Int, _ w: UnsafePointer<Float>, inputs: Int,
  _ dx: UnsafeMutablePointer<Float>
) {
  for row in 0..<rows {
    let source = g + row &* units
    let target = dx + row &* inputs
    for k in 0..<inputs {
      var sum: Float = 0
      for unit in 0..<units { sum.addProduct(source[unit], w[k &* units &+ unit]) }
      target[k] = sum
    }
  }
}
