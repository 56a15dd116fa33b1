import Lanes

/// Where a tile's results go.
public enum TileStart: Sendable {
  /// They begin at the bias of their column.
  case bias
  /// They begin at zero.
  case zero
  /// They are added to what stands there.
  case sum
}

/// `out[r][c] = start + sum over s, k of a[r][s * stride + k] * b[s][k][c]`: the one tile behind the
/// forward pass of convolutions and dense layers and behind the gradients of their inputs.
///
/// - r: 6 rows (pixels or samples), each anywhere in `a` and in `out` by the two offset tables
/// - c: 16 columns (filters, units or input channels): 12 accumulators, 2 loads, 6 broadcasts a turn
/// - s: runs of `length` values of `a`, `stride` apart (the rows of a filter window; 1 for a matrix)
///
///     for r in 0..<6 { for s in 0..<runs { for k in 0..<length { for c in 0..<16 {
///       out[r][c] += a[aRows[r] + s * stride + k] * b[(s * length + k) * 16 + c] } } } }
@inline(never)
public func productTile6x16(
  _ a: UnsafePointer<Float>, _ aRows: UnsafePointer<Int>, runs: Int, length: Int, stride: Int,
  _ b: UnsafePointer<Float>, bias: UnsafePointer<Float>, start: TileStart,
  _ out: UnsafeMutablePointer<Float>, _ outRows: UnsafePointer<Int>
) {
  let o0 = out + outRows[0]
  let o1 = out + outRows[1]
  let o2 = out + outRows[2]
  let o3 = out + outRows[3]
  let o4 = out + outRows[4]
  let o5 = out + outRows[5]
  var c00 = Lane()
  var c01 = Lane()
  if start == .bias {
    c00 = load(bias)
    c01 = load(bias + 8)
  }
  var c10 = c00
  var c11 = c01
  var c20 = c00
  var c21 = c01
  var c30 = c00
  var c31 = c01
  var c40 = c00
  var c41 = c01
  var c50 = c00
  var c51 = c01
  if start == .sum {
    c00 = load(o0)
    c01 = load(o0 + 8)
    c10 = load(o1)
    c11 = load(o1 + 8)
    c20 = load(o2)
    c21 = load(o2 + 8)
    c30 = load(o3)
    c31 = load(o3 + 8)
    c40 = load(o4)
    c41 = load(o4 + 8)
    c50 = load(o5)
    c51 = load(o5 + 8)
  }
  var column = b
  for run in 0..<runs {
    let base = a + run &* stride
    let a0 = base + aRows[0]
    let a1 = base + aRows[1]
    let a2 = base + aRows[2]
    let a3 = base + aRows[3]
    let a4 = base + aRows[4]
    let a5 = base + aRows[5]
    var k = 0
    while k < length {
      let b0 = load(column)
      let b1 = load(column + 8)
      column += 16
      var x = broadcast(a0 + k)
      c00.addProduct(x, b0)
      c01.addProduct(x, b1)
      x = broadcast(a1 + k)
      c10.addProduct(x, b0)
      c11.addProduct(x, b1)
      x = broadcast(a2 + k)
      c20.addProduct(x, b0)
      c21.addProduct(x, b1)
      x = broadcast(a3 + k)
      c30.addProduct(x, b0)
      c31.addProduct(x, b1)
      x = broadcast(a4 + k)
      c40.addProduct(x, b0)
      c41.addProduct(x, b1)
      x = broadcast(a5 + k)
      c50.addProduct(x, b0)
      c51.addProduct(x, b1)
      k &+= 1
    }
  }
  store(c00, o0)
  store(c01, o0 + 8)
  store(c10, o1)
  store(c11, o1 + 8)
  store(c20, o2)
  store(c21, o2 + 8)
  store(c30, o3)
  store(c31, o3 + 8)
  store(c40, o4)
  store(c41, o4 + 8)
  store(c50, o5)
  store(c51, o5 + 8)
}

/// `productTile6x16` for 4 rows: 8 accumulators, for matrices of 4, 8 or 16 rows.
@inline(never)
public func productTile4x16(
  _ a: UnsafePointer<Float>, _ aRows: UnsafePointer<Int>, runs: Int, length: Int, stride: Int,
  _ b: UnsafePointer<Float>, bias: UnsafePointer<Float>, start: TileStart,
  _ out: UnsafeMutablePointer<Float>, _ outRows: UnsafePointer<Int>
) {
  let o0 = out + outRows[0]
  let o1 = out + outRows[1]
  let o2 = out + outRows[2]
  let o3 = out + outRows[3]
  var c00 = Lane()
  var c01 = Lane()
  if start == .bias {
    c00 = load(bias)
    c01 = load(bias + 8)
  }
  var c10 = c00
  var c11 = c01
  var c20 = c00
  var c21 = c01
  var c30 = c00
  var c31 = c01
  if start == .sum {
    c00 = load(o0)
    c01 = load(o0 + 8)
    c10 = load(o1)
    c11 = load(o1 + 8)
    c20 = load(o2)
    c21 = load(o2 + 8)
    c30 = load(o3)
    c31 = load(o3 + 8)
  }
  var column = b
  for run in 0..<runs {
    let base = a + run &* stride
    let a0 = base + aRows[0]
    let a1 = base + aRows[1]
    let a2 = base + aRows[2]
    let a3 = base + aRows[3]
    var k = 0
    while k < length {
      let b0 = load(column)
      let b1 = load(column + 8)
      column += 16
      var x = broadcast(a0 + k)
      c00.addProduct(x, b0)
      c01.addProduct(x, b1)
      x = broadcast(a1 + k)
      c10.addProduct(x, b0)
      c11.addProduct(x, b1)
      x = broadcast(a2 + k)
      c20.addProduct(x, b0)
      c21.addProduct(x, b1)
      x = broadcast(a3 + k)
      c30.addProduct(x, b0)
      c31.addProduct(x, b1)
      k &+= 1
    }
  }
  store(c00, o0)
  store(c01, o0 + 8)
  store(c10, o1)
  store(c11, o1 + 8)
  store(c20, o2)
  store(c21, o2 + 8)
  store(c30, o3)
  store(c31, o3 + 8)
}
