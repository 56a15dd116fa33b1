import Lanes
import WideKernels

/// Pooled pixels that are worked on together: their sums stay in the first-level cache.
private let pixelGroup = 16

/// Convolution, bias, relu and 2 x 2 max pooling of one image in one pass; of the convolution's
/// pixels only those are computed that pooling reads.
///
/// - p: pooled pixels; the window of the first of its four pixels starts at `windows[p]`, those of
///   the others at `right`, `down` and `right + down` behind it
/// - k: `depth` values of a window, at the offsets `places`
/// - c: `filters`, in blocks of 16; `b` is `packColumns`
/// - `lit`: the pixels whose windows are not all zero (`listLitWindows`); nil for all
/// - `scratch`: `convolveMaxPoolScratchCount` values
///
///     for p in 0..<pixels { for c in 0..<filters {
///       for q in 0..<4 { for k in 0..<depth {
///         z[q] += x[windows[p] + corner[q] + places[k]] * b[k][c] } }
///       output[p][c] = max(z[0] + bias[c], ..., z[3] + bias[c], 0)
///       winners[p][c] = 4 * (windows[p] + corner[q]) + q for the first q whose z is the largest } }
///
/// Without `isRectified` the 0 is left out. NaN is kept if it comes first. The last block of
/// filters is done first and whole: what it writes beyond the last filter, up to 15 values, is
/// written over by the next pixel or block, or stays behind the end.
public func convolveMaxPool(
  _ x: UnsafePointer<Float>, _ windows: UnsafePointer<Int>, pixels: Int,
  lit: UnsafePointer<Int32>?, right: Int, down: Int,
  _ places: UnsafePointer<Int>, depth: Int,
  _ b: UnsafePointer<Float>, filters: Int, bias: UnsafePointer<Float>, isRectified: Bool,
  _ output: UnsafeMutablePointer<Float>, winners: UnsafeMutablePointer<Int32>,
  scratch: UnsafeMutablePointer<Float>
) {
  let hasWideLanes = hasWideLanes
  var block = (filters &+ 15) / 16
  while block > 0 {
    let isWide = hasWideLanes && block % 2 == 0
    block &-= isWide ? 2 : 1
    let filter = block &* 16
    let factors = b + filter &* depth
    var lit = lit
    var first = 0
    while first < pixels {
      let count = min(pixelGroup, pixels &- first)
      let place = first &* filters &+ filter
      if isWide {
        lit = widePooledTile(
          x, windows + first, pixels: count, lit: lit, first: first, right: right, down: down,
          places, depth: depth, factors, step: 16 &* depth, bias: bias + filter, scratch)
      } else {
        lit = narrowPooledTile(
          x, windows + first, pixels: count, lit: lit, first: first, right: right, down: down,
          places, depth: depth, factors, step: 8, bias: bias + filter, scratch)
      }
      poolSums(
        scratch, columns: isWide ? 32 : 16, windows + first, pixels: count, right: right,
        down: down, isRectified: isRectified, output + place, winners: winners + place,
        stride: filters)
      first &+= count
    }
  }
}

/// How many floats `convolveMaxPool` needs beside.
public let convolveMaxPoolScratchCount = pixelGroup * 4 * 32

/// The largest of the four sums of every pixel and which it was: `z[p][q][column]`.
@inline(never)
private func poolSums(
  _ z: UnsafePointer<Float>, columns: Int, _ windows: UnsafePointer<Int>, pixels: Int,
  right: Int, down: Int, isRectified: Bool,
  _ output: UnsafeMutablePointer<Float>, winners: UnsafeMutablePointer<Int32>, stride: Int
) {
  for p in 0..<pixels {
    let codes = cornerCodes(windows[p], right: right, down: down)
    var column = 0
    while column < columns {
      let sums = z + (4 &* p &* columns &+ column)
      let (value, code) = largest(
        load(sums), load(sums + columns), load(sums + 2 &* columns), load(sums + 3 &* columns),
        codes: codes, isRectified: isRectified)
      store(value, output + (p &* stride &+ column))
      store(code, winners + (p &* stride &+ column))
      column &+= 8
    }
  }
}

/// The code in `winners` for each of a pooled pixel's four corners: four times the offset at which its window
/// starts, plus which corner it is.
@_transparent
func cornerCodes(_ window: Int, right: Int, down: Int) -> SIMD4<Int32> {
  let start = Int32(truncatingIfNeeded: window &* 4)
  let right = Int32(truncatingIfNeeded: right &* 4)
  let down = Int32(truncatingIfNeeded: down &* 4)
  return SIMD4(
    start, start &+ right &+ 1, start &+ down &+ 2, start &+ right &+ down &+ 3)
}
