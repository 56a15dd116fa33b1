import Lanes

/// Convolution, bias, relu and 2 x 2 max pooling of one image in one pass; of the convolution's
/// pixels only those are computed that pooling reads, and none is stored.
///
/// - p: pooled pixels; the window of the first of its four pixels starts at `windows[p]`, those of
///   the others at `right`, `down` and `right + down` behind it
/// - s, k: rows of the filter window, `stride` apart, and their `length` values
/// - c: `filters`, in blocks of 16; `b` is `packColumns`
/// - `lit`: the pixels that see anything, `listLitWindows`; nil: all. What the others see is zero,
///   and their sums are the bias.
///
///     for p in 0..<pixels { for c in 0..<filters {
///       for q in 0..<4 { for s in 0..<runs { for k in 0..<length {
///         z[q] += x[windows[p] + corner[q] + s * stride + k] * b[s][k][c] } } }
///       output[p][c] = max(z[0] + bias[c], ..., z[3] + bias[c], 0)
///       places[p][c] = 4 * (windows[p] + corner[q]) + q for the first q whose z is the largest } }
///
/// Without `isRectified` the 0 is left out. NaN is kept where it comes first. The last block of
/// filters is done first and whole: what it writes beyond the last filter, up to 15 values, is
/// written over by the next pixel or block, or stays behind the end.
@inline(never)
public func convolveMaxPool(
  _ x: UnsafePointer<Float>, _ windows: UnsafePointer<Int>, pixels: Int,
  lit: UnsafePointer<Int32>?, right: Int, down: Int,
  runs: Int, length: Int, stride: Int,
  _ b: UnsafePointer<Float>, filters: Int, bias: UnsafePointer<Float>, isRectified: Bool,
  _ output: UnsafeMutablePointer<Float>, places: UnsafeMutablePointer<Int32>
) {
  var filter = (filters &- 1) / 16 &* 16
  while filter >= 0 {
    let block = b + filter &* runs &* length
    let bias0 = load(bias + filter)
    let bias1 = load(bias + filter + 8)
    var next = lit
    var p = 0
    while p < pixels {
      let codes = cornerCodes(windows[p], right: right, down: down)
      let place = p &* filters &+ filter
      if let nextLit = next {
        if nextLit.pointee != Int32(truncatingIfNeeded: p) {
          let (y0, q0) = largest(
            bias0, bias0, bias0, bias0, codes: codes, isRectified: isRectified)
          let (y1, q1) = largest(
            bias1, bias1, bias1, bias1, codes: codes, isRectified: isRectified)
          store(y0, output + place)
          store(y1, output + place + 8)
          store(q0, places + place)
          store(q1, places + place + 8)
          p &+= 1
          continue
        }
        next = nextLit + 1
      }
      let corner = x + windows[p]
      var a00 = bias0
      var a01 = bias1
      var a10 = bias0
      var a11 = bias1
      var a20 = bias0
      var a21 = bias1
      var a30 = bias0
      var a31 = bias1
      var column = block
      var run = corner
      for _ in 0..<runs {
        var x0 = run
        let end = run + length
        while x0 < end {
          let b0 = load(column)
          let b1 = load(column + 8)
          column += 16
          let x2 = x0 + down
          var value = broadcast(x0)
          a00.addProduct(value, b0)
          a01.addProduct(value, b1)
          value = broadcast(x0 + right)
          a10.addProduct(value, b0)
          a11.addProduct(value, b1)
          value = broadcast(x2)
          a20.addProduct(value, b0)
          a21.addProduct(value, b1)
          value = broadcast(x2 + right)
          a30.addProduct(value, b0)
          a31.addProduct(value, b1)
          x0 += 1
        }
        run += stride
      }
      let (y0, q0) = largest(a00, a10, a20, a30, codes: codes, isRectified: isRectified)
      let (y1, q1) = largest(a01, a11, a21, a31, codes: codes, isRectified: isRectified)
      store(y0, output + place)
      store(y1, output + place + 8)
      store(q0, places + place)
      store(q1, places + place + 8)
      p &+= 1
    }
    filter &-= 16
  }
}

/// What stands for each of a pooled pixel's four corners in `places`: four times where its window
/// starts, plus which corner it is.
@_transparent
func cornerCodes(_ window: Int, right: Int, down: Int) -> SIMD4<Int32> {
  let start = Int32(truncatingIfNeeded: window &* 4)
  let right = Int32(truncatingIfNeeded: right &* 4)
  let down = Int32(truncatingIfNeeded: down &* 4)
  return SIMD4(
    start, start &+ right &+ 1, start &+ down &+ 2, start &+ right &+ down &+ 3)
}
