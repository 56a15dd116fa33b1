import Tensors

/// Test data: seeded values between -1 and 1, some of them zero.
func numbers(_ count: Int, seed: UInt64 = 1, zeros: Float = 0) -> FloatBuffer {
  let buffer = FloatBuffer(count: count)
  var stream = RandomStream(seed: seed, scope: "tests", purpose: "numbers")
  for index in 0..<count {
    let value = 2 * stream.uniform() - 1
    buffer.base[index] = stream.uniform() < zeros ? 0 : value
  }
  return buffer
}

/// The largest difference, by the largest entry of the reference.
func distance(_ found: UnsafePointer<Float>, _ wanted: [Double]) -> Double {
  let scale = wanted.reduce(1e-30) { max($0, $1.magnitude) }
  var worst = 0.0
  for (index, value) in wanted.enumerated() {
    worst = max(worst, abs(Double(found[index]) - value))
  }
  return worst / scale
}
