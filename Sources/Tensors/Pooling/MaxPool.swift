/// The largest value of each window and where it stands, for `count` samples, NHWC.
///
/// `places` gets its offset within the sample's input. Of equal values the first in reading order
/// counts, as in TensorFlow; NaN is kept where it comes first.
@inline(never)
public func maxPool(
  _ input: UnsafePointer<Float>, _ geometry: WindowGeometry, count: Int,
  _ output: UnsafeMutablePointer<Float>, places: UnsafeMutablePointer<Int32>
) {
  let channels = geometry.channels
  for sample in 0..<count {
    let image = input + sample * geometry.inputSize
    var target = sample * geometry.outputSize
    for y in 0..<geometry.outputHeight {
      let rows = geometry.rows(y)
      for x in 0..<geometry.outputWidth {
        let columns = geometry.columns(x)
        let first = (rows.lowerBound * geometry.width + columns.lowerBound) * channels
        for channel in 0..<channels {
          output[target + channel] = image[first + channel]
          places[target + channel] = Int32(truncatingIfNeeded: first + channel)
        }
        for row in rows {
          for column in columns {
            let offset = (row * geometry.width + column) * channels
            for channel in 0..<channels {
              let value = image[offset + channel]
              let isLarger = value > output[target + channel]
              output[target + channel] = isLarger ? value : output[target + channel]
              places[target + channel] =
                isLarger ? Int32(truncatingIfNeeded: offset + channel) : places[target + channel]
            }
          }
        }
        target += channels
      }
    }
  }
}

/// Gives each window's gradient to the place its largest value came from.
@inline(never)
public func maxPoolGradient(
  _ gradient: UnsafePointer<Float>, places: UnsafePointer<Int32>, _ geometry: WindowGeometry,
  count: Int, into inputGradient: UnsafeMutablePointer<Float>
) {
  inputGradient.update(repeating: 0, count: count * geometry.inputSize)
  for sample in 0..<count {
    let target = inputGradient + sample * geometry.inputSize
    let start = sample * geometry.outputSize
    for index in start..<start + geometry.outputSize {
      target[Int(places[index])] += gradient[index]
    }
  }
}
