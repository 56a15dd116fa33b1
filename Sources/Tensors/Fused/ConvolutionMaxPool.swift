import Lanes

/// Convolution, bias, relu and 2 x 2 max pooling of one image in one pass; of the convolution's
/// pixels only those are computed that pooling reads, and none is stored.
///
/// - p: pooled pixels; the window of the first of its four pixels starts at `windows[p]`, those of
///   the others at `right`, `down` and `right + down` behind it
/// - s, k: rows of the filter window, `stride` apart, and their `length` values
/// - c: `filters`, in blocks of 16; `b` is `packColumns`
///
///     for p in 0..<pixels { for c in 0..<filters {
///       for q in 0..<4 { for s in 0..<runs { for k in 0..<length {
///         z[q] += x[windows[p] + corner[q] + s * stride + k] * b[s][k][c] } } }
///       output[p][c] = max(z[0] + bias[c], ..., z[3] + bias[c], 0)
///       corners[p][c] = the first q whose z is the largest } }
///
/// Without `isRectified` the 0 is left out. NaN is kept where it comes first.
@inline(never)
public func convolveMaxPool(
  _ x: UnsafePointer<Float>, _ windows: UnsafePointer<Int>, pixels: Int, right: Int, down: Int,
  runs: Int, length: Int, stride: Int,
  _ b: UnsafePointer<Float>, filters: Int, bias: UnsafePointer<Float>, isRectified: Bool,
  _ output: UnsafeMutablePointer<Float>, corners: UnsafeMutablePointer<Int32>
) {
  var filter = 0
  while filter < filters {
    let block = b + filter &* runs &* length
    let bias0 = load(bias + filter)
    let bias1 = load(bias + filter + 8)
    let count = filters &- filter
    var p = 0
    while p < pixels {
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
      let (y0, q0) = largest(a00, a10, a20, a30, isRectified: isRectified)
      let (y1, q1) = largest(a01, a11, a21, a31, isRectified: isRectified)
      let place = p &* filters &+ filter
      if count >= 16 {
        store(y0, output + place)
        store(y1, output + place + 8)
        store(q0, corners + place)
        store(q1, corners + place + 8)
      } else {
        for lane in 0..<count {
          output[place + lane] = lane < 8 ? y0[lane] : y1[lane &- 8]
          corners[place + lane] = lane < 8 ? q0[lane] : q1[lane &- 8]
        }
      }
      p &+= 1
    }
    filter &+= 16
  }
}
