import Lanes
import WideKernels

/// `convolveMaxPool` for 3 x 3 kernels with stride 1, by Winograd's F(2 x 2, 3 x 3): 16 products in
/// place of 36. Its 2 x 2 tile of outputs is the pooling window, so a tile's result is pooled in
/// registers. About as accurate as the direct sum; other last bits.
///
/// For every tile t (a pooled pixel), 4 x 4 inputs d from `x + windows[t]` on:
/// `y = A' [(G g G') * (B' d B)] A`, summed over the channels in between, where
///
///     B' = [[1, 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]]
///     A' = [[1, 1, 1, 0], [0, 1, -1, -1]]
///
/// - `u`: `winogradKernel`; `channels` a multiple of 8; `stride` of the image's rows in `x`
/// - `scratch`: `winogradScratchCount(channels:)` values: v[place][tile][channel] and
///   m[block][place][tile][16 filters] of a group of tiles and one or two blocks of filters
@inline(never)
public func winogradMaxPool(
  _ x: UnsafePointer<Float>, _ windows: UnsafePointer<Int>, pixels: Int, channels: Int,
  stride: Int, _ u: UnsafePointer<Float>, filters: Int, bias: UnsafePointer<Float>,
  isRectified: Bool, _ output: UnsafeMutablePointer<Float>,
  places: UnsafeMutablePointer<Int32>, scratch: UnsafeMutablePointer<Float>
) {
  let group = winogradGroup(channels)
  let v = scratch
  let m = scratch + 16 &* group &* channels
  let blockSize = 16 &* group &* 16
  let isWide = hasWideLanes
  var first = 0
  while first < pixels {
    let tiles = min(group, pixels &- first)
    transformInput(x, windows + first, tiles, channels, stride, v, group &* channels)
    var filter = (filters &- 1) / 16 &* 16
    while filter >= 0 {
      // In wide lanes two blocks of filters at a time, the later one's rest of the work first.
      let blocks = isWide && filter & 16 != 0 ? 2 : 1
      filter &-= (blocks &- 1) &* 16
      let block = u + filter &* 16 &* channels
      if blocks == 2 {
        wideWinogradProducts(
          v, tiles: tiles, group: group, channels: channels, block, uStep: 256 &* channels, m,
          mStep: blockSize)
      } else {
        narrowWinogradProducts(
          v, tiles: tiles, group: group, channels: channels, block, uStep: 8, m, mStep: 8)
      }
      for index in (0..<blocks).reversed() {
        let place = first &* filters &+ filter &+ 16 &* index
        poolOutput(
          m + index &* blockSize, group &* 16, windows + first, tiles, channels, stride,
          bias + (filter &+ 16 &* index), isRectified, output + place, places + place, filters)
      }
      filter &-= 16
    }
    first &+= group
  }
}

/// How many floats `winogradMaxPool` needs beside.
public func winogradScratchCount(channels: Int) -> Int {
  16 * winogradGroup(channels) * (channels + 32)
}

/// Tiles transformed together: a multiple of five whose `v` takes some 50 KB.
@inline(__always)
private func winogradGroup(_ channels: Int) -> Int {
  max(5, 800 / channels / 5 * 5)
}

/// `v[place][tile] = B' d B` for all channels; places are `step` apart.
@inline(__always)
private func transformInput(
  _ x: UnsafePointer<Float>, _ windows: UnsafePointer<Int>, _ tiles: Int, _ channels: Int,
  _ stride: Int, _ v: UnsafeMutablePointer<Float>, _ step: Int
) {
  for tile in 0..<tiles {
    var channel = 0
    while channel < channels {
      let d = x + (windows[tile] &+ channel)
      let (a0, a1, a2, a3) = differences(d, channels)
      let (b0, b1, b2, b3) = differences(d + stride, channels)
      let (c0, c1, c2, c3) = differences(d + 2 &* stride, channels)
      let (e0, e1, e2, e3) = differences(d + 3 &* stride, channels)
      let target = v + (tile &* channels &+ channel)
      store(a0 - c0, target)
      store(a1 - c1, target + step)
      store(a2 - c2, target + 2 &* step)
      store(a3 - c3, target + 3 &* step)
      store(b0 + c0, target + 4 &* step)
      store(b1 + c1, target + 5 &* step)
      store(b2 + c2, target + 6 &* step)
      store(b3 + c3, target + 7 &* step)
      store(c0 - b0, target + 8 &* step)
      store(c1 - b1, target + 9 &* step)
      store(c2 - b2, target + 10 &* step)
      store(c3 - b3, target + 11 &* step)
      store(b0 - e0, target + 12 &* step)
      store(b1 - e1, target + 13 &* step)
      store(b2 - e2, target + 14 &* step)
      store(b3 - e3, target + 15 &* step)
      channel &+= 8
    }
  }
}

/// Four pixels of a row times B.
@_transparent
private func differences(_ d: UnsafePointer<Float>, _ channels: Int) -> (Lane, Lane, Lane, Lane) {
  let d0 = load(d)
  let d1 = load(d + channels)
  let d2 = load(d + 2 &* channels)
  let d3 = load(d + 3 &* channels)
  return (d0 - d2, d1 + d2, d2 - d1, d1 - d3)
}

/// `A' m A + bias`, pooled: one pixel of 16 filters for every tile. What is written beyond the last
/// filter is written over later, as in `convolveMaxPool`.
@inline(__always)
private func poolOutput(
  _ m: UnsafePointer<Float>, _ step: Int, _ windows: UnsafePointer<Int>, _ tiles: Int,
  _ right: Int, _ down: Int, _ bias: UnsafePointer<Float>, _ isRectified: Bool,
  _ output: UnsafeMutablePointer<Float>, _ places: UnsafeMutablePointer<Int32>, _ filters: Int
) {
  let bias0 = load(bias)
  let bias1 = load(bias + 8)
  for tile in 0..<tiles {
    let codes = cornerCodes(windows[tile], right: right, down: down)
    let source = m + tile &* 16
    let first = pooled(source, step, bias0, codes, isRectified)
    let second = pooled(source + 8, step, bias1, codes, isRectified)
    let place = tile &* filters
    store(first.value, output + place)
    store(second.value, output + place + 8)
    store(first.code, places + place)
    store(second.code, places + place + 8)
  }
}

/// The largest of the four sums of a tile, for eight filters.
@_transparent
private func pooled(
  _ m: UnsafePointer<Float>, _ step: Int, _ bias: Lane, _ codes: SIMD4<Int32>, _ isRectified: Bool
) -> (value: Lane, code: SIMD8<Int32>) {
  let (a0, a1) = sums(m, step)
  let (b0, b1) = sums(m + step, step)
  let (c0, c1) = sums(m + 2 &* step, step)
  let (d0, d1) = sums(m + 3 &* step, step)
  return largest(
    a0 + b0 + c0 + bias, b0 - c0 - d0 + bias, a1 + b1 + c1 + bias, b1 - c1 - d1 + bias,
    codes: codes, isRectified: isRectified)
}

/// A column of four places times A: `(m0 + m1 + m2, m1 - m2 - m3)`.
@_transparent
private func sums(_ m: UnsafePointer<Float>, _ step: Int) -> (Lane, Lane) {
  let m0 = load(m)
  let m1 = load(m + 4 &* step)
  let m2 = load(m + 8 &* step)
  let m3 = load(m + 12 &* step)
  return (m0 + (m1 + m2), (m1 - m2) - m3)
}
