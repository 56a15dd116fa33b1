/// Writes a factor of 0 (with probability `rate`) or `1 / (1 - rate)` a value to `mask`, and the
/// scaled values to `output`. A sample draws its own numbers from its own stream.
@inline(never)
public func dropValues(
  _ input: UnsafePointer<Float>, count: Int, rate: Float, stream: inout RandomStream,
  mask: UnsafeMutablePointer<Float>, _ output: UnsafeMutablePointer<Float>
) {
  let scale = 1 / (1 - rate)
  for index in 0..<count {
    let factor: Float = stream.uniform() >= rate ? scale : 0
    mask[index] = factor
    output[index] = input[index] * factor
  }
}

/// `result[i] = x[i] * y[i]`.
@inline(never)
public func multiply(
  _ x: UnsafePointer<Float>, _ y: UnsafePointer<Float>, count: Int,
  _ result: UnsafeMutablePointer<Float>
) {
  for index in 0..<count { result[index] = x[index] * y[index] }
}
