import Lanes

/// The largest value of each window and its offset, for `count` samples, NHWC; eight channels
/// at a time in registers.
///
/// `places` gets the offset within the sample's input. Of equal values the first in reading order
/// counts, as in TensorFlow; NaN is kept if it comes first.
///
///     for pixel in output { for c in 0..<channels { for (row, column) in window(pixel) {
///       if input[row][column][c] > output[pixel][c] { ... } } } }
@inline(never)
public func maxPool(
  _ input: UnsafePointer<Float>, _ geometry: WindowGeometry, count: Int,
  _ output: UnsafeMutablePointer<Float>, places: UnsafeMutablePointer<Int32>
) {
  let channels = geometry.channels
  let whole = channels & ~7
  for sample in 0..<count {
    let image = input + sample * geometry.inputSize
    var target = sample * geometry.outputSize
    for y in 0..<geometry.outputHeight {
      let rows = geometry.rows(y)
      for x in 0..<geometry.outputWidth {
        let columns = geometry.columns(x)
        let first = (rows.lowerBound * geometry.width + columns.lowerBound) * channels
        var channel = 0
        while channel < whole {
          var value = load(image + (first &+ channel))
          var place = SIMD8<Int32>(repeating: Int32(truncatingIfNeeded: first))
          for row in rows {
            var offset = (row &* geometry.width &+ columns.lowerBound) &* channels
            for _ in columns {
              let other = load(image + (offset &+ channel))
              let isLarger = other .> value
              value.replace(with: other, where: isLarger)
              place.replace(
                with: SIMD8<Int32>(repeating: Int32(truncatingIfNeeded: offset)), where: isLarger)
              offset &+= channels
            }
          }
          store(value, output + (target &+ channel))
          let lanes = SIMD8<Int32>(0, 1, 2, 3, 4, 5, 6, 7)
          let base = SIMD8<Int32>(repeating: Int32(truncatingIfNeeded: channel))
          store(place &+ lanes &+ base, places + (target &+ channel))
          channel &+= 8
        }
        while channel < channels {
          var value = image[first &+ channel]
          var place = first
          for row in rows {
            for column in columns {
              let offset = (row &* geometry.width &+ column) &* channels
              let other = image[offset &+ channel]
              if other > value {
                value = other
                place = offset
              }
            }
          }
          output[target &+ channel] = value
          places[target &+ channel] = Int32(truncatingIfNeeded: place &+ channel)
          channel &+= 1
        }
        target += channels
      }
    }
  }
}

/// Gives each window's gradient to the pixel its largest value came from.
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
      target[Int(truncatingIfNeeded: places[index])] += gradient[index]
    }
  }
}
