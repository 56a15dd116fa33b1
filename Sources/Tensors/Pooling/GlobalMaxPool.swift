/// The largest value of each channel over all pixels of an image, for `count` images, NHWC.
///
///     for pixel in pixels { for c in channels { y[c] = max(y[c], x[pixel][c]) } }
@inline(never)
public func globalMaxPool(
  _ x: UnsafePointer<Float>, count: Int, pixels: Int, channels: Int,
  _ y: UnsafeMutablePointer<Float>
) {
  for image in 0..<count {
    let (x, y) = (x + image * pixels * channels, y + image * channels)
    y.update(from: x, count: channels)
    for pixel in 1..<max(pixels, 1) {
      let row = x + pixel * channels
      for c in 0..<channels where row[c] > y[c] { y[c] = row[c] }
    }
  }
}

/// The gradient `g` of each maximum `y`, shared equally among the pixels that have it, as
/// TensorFlow does for `reduce_max` (`python/ops/math_grad.py`).
@inline(never)
public func globalMaxPoolGradient(
  _ g: UnsafePointer<Float>, _ x: UnsafePointer<Float>, _ y: UnsafePointer<Float>, count: Int,
  pixels: Int, channels: Int, into dx: UnsafeMutablePointer<Float>
) {
  for image in 0..<count {
    let (g, y) = (g + image * channels, y + image * channels)
    let start = image * pixels * channels
    for c in 0..<channels {
      let offsets = stride(from: start + c, to: start + pixels * channels, by: channels)
      var winners: Float = 0
      for offset in offsets where x[offset] == y[c] { winners += 1 }
      let share = 1 / winners * g[c]
      for offset in offsets { dx[offset] = x[offset] == y[c] ? share : 0 }
    }
  }
}
