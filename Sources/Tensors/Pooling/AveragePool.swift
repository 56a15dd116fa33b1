import Lanes

/// The mean of each window's pixels that lie in the image, channel by channel, for `count` samples.
@inline(never)
public func averagePool(
  _ input: UnsafePointer<Float>, _ geometry: WindowGeometry, count: Int,
  _ output: UnsafeMutablePointer<Float>
) {
  let channels = geometry.channels
  for sample in 0..<count {
    let image = input + sample * geometry.inputSize
    var target = output + sample * geometry.outputSize
    for y in 0..<geometry.outputHeight {
      let rows = geometry.rows(y)
      for x in 0..<geometry.outputWidth {
        let columns = geometry.columns(x)
        for channel in 0..<channels { target[channel] = 0 }
        for row in rows {
          for column in columns {
            let source = image + (row &* geometry.width &+ column) &* channels
            addChannels(source, channels, to: target)
          }
        }
        let pixels = Float(rows.count * columns.count)
        for channel in 0..<channels { target[channel] /= pixels }
        target += channels
      }
    }
  }
}

/// Spreads each window's gradient evenly over its pixels.
@inline(never)
public func averagePoolGradient(
  _ gradient: UnsafePointer<Float>, _ geometry: WindowGeometry, count: Int,
  into inputGradient: UnsafeMutablePointer<Float>
) {
  let channels = geometry.channels
  inputGradient.update(repeating: 0, count: count * geometry.inputSize)
  for sample in 0..<count {
    let image = inputGradient + sample * geometry.inputSize
    var source = gradient + sample * geometry.outputSize
    for y in 0..<geometry.outputHeight {
      let rows = geometry.rows(y)
      for x in 0..<geometry.outputWidth {
        let columns = geometry.columns(x)
        let pixels = Float(rows.count * columns.count)
        for row in rows {
          for column in columns {
            let target = image + (row &* geometry.width &+ column) &* channels
            addChannels(source, channels, dividedBy: pixels, to: target)
          }
        }
        source += channels
      }
    }
  }
}

/// `target[c] += source[c] / divisor`.
@inline(__always)
private func addChannels(
  _ source: UnsafePointer<Float>, _ channels: Int, dividedBy divisor: Float = 1,
  to target: UnsafeMutablePointer<Float>
) {
  let lanes = Lane(repeating: divisor)
  var channel = 0
  while channel &+ 8 <= channels {
    store(load(target + channel) + load(source + channel) / lanes, target + channel)
    channel &+= 8
  }
  while channel < channels {
    target[channel] += source[channel] / divisor
    channel &+= 1
  }
}
