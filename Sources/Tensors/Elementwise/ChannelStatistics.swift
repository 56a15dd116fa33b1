// Means and variances over all samples and pixels, channel by channel. Sums are Double, so that
// `mean(x^2) - mean(x)^2` loses nothing that Float32 could hold.

/// `sums[c] = sum of x`, `sums[channels + c] = sum of x^2` over `rows` pixels.
@inline(never)
public func channelMoments(
  _ x: UnsafePointer<Float>, rows: Int, channels: Int, into sums: UnsafeMutablePointer<Double>
) {
  sums.update(repeating: 0, count: 2 * channels)
  for row in 0..<rows {
    let source = x + row * channels
    for channel in 0..<channels {
      let value = Double(source[channel])
      sums[channel] += value
      sums[channels + channel] += value * value
    }
  }
}

/// `sums[c] = sum of g`, `sums[channels + c] = sum of g * (x - mean)` over `rows` pixels.
@inline(never)
public func channelGradientMoments(
  _ g: UnsafePointer<Float>, _ x: UnsafePointer<Float>, mean: UnsafePointer<Float>, rows: Int,
  channels: Int, into sums: UnsafeMutablePointer<Double>
) {
  sums.update(repeating: 0, count: 2 * channels)
  for row in 0..<rows {
    let gradient = g + row * channels
    let source = x + row * channels
    for channel in 0..<channels {
      let value = Double(gradient[channel])
      sums[channel] += value
      sums[channels + channel] += value * Double(source[channel] - mean[channel])
    }
  }
}

/// `y = x * scale[c] + shift[c]` over `rows` pixels; may work in place.
@inline(never)
public func scaleAndShift(
  _ x: UnsafePointer<Float>, _ scale: UnsafePointer<Float>, _ shift: UnsafePointer<Float>,
  rows: Int, channels: Int, _ y: UnsafeMutablePointer<Float>
) {
  for row in 0..<rows {
    let source = x + row * channels
    let target = y + row * channels
    for channel in 0..<channels {
      target[channel] = source[channel] * scale[channel] + shift[channel]
    }
  }
}

/// `y = (x - mean[c]) / deviation[c]` over `rows` pixels.
@inline(never)
public func standardize(
  _ x: UnsafePointer<Float>, mean: UnsafePointer<Float>, deviation: UnsafePointer<Float>,
  rows: Int, channels: Int, _ y: UnsafeMutablePointer<Float>
) {
  for row in 0..<rows {
    let source = x + row * channels
    let target = y + row * channels
    for channel in 0..<channels {
      target[channel] = (source[channel] - mean[channel]) / deviation[channel]
    }
  }
}

/// `dx = g * a[c] + x * b[c] + shift[c]` over `rows` pixels: back through a normalisation whose
/// coefficients were worked out from the whole batch.
@inline(never)
public func combineChannels(
  _ g: UnsafePointer<Float>, _ a: UnsafePointer<Float>, _ x: UnsafePointer<Float>,
  mean: UnsafePointer<Float>, _ b: UnsafePointer<Float>, _ shift: UnsafePointer<Float>,
  rows: Int, channels: Int, _ dx: UnsafeMutablePointer<Float>
) {
  for row in 0..<rows {
    let gradient = g + row * channels
    let source = x + row * channels
    let target = dx + row * channels
    for channel in 0..<channels {
      target[channel] =
        gradient[channel] * a[channel]
        + ((source[channel] - mean[channel]) * b[channel] + shift[channel])
    }
  }
}
