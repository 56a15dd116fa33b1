import Lanes

/// `d[k][c] += sum over p of x[p][k] * g[p][c]`: the gradient of a kernel, for 6 of its rows and 16
/// of its columns.
///
/// - p: `count` pixels or samples; the window of pixel p starts at `x + xRows[p]`, its gradient at
///   `g + p * gStride`
/// - k: 6 places in the window, at `places`
/// - c: 16 filters or units
///
///     for k in 0..<6 { for p in 0..<count { for c in 0..<16 {
///       d[k * 16 + c] += x[xRows[p] + places[k]] * g[p * gStride + c] } } }
@inline(never)
func outerTile6x16(
  _ x: UnsafePointer<Float>, _ xRows: UnsafePointer<Int>, _ places: UnsafePointer<Int>, count: Int,
  _ g: UnsafePointer<Float>, gStride: Int,
  _ d0: UnsafeMutablePointer<Float>, _ stride: Int
) {
  let x0 = x + places[0]
  let x1 = x + places[1]
  let x2 = x + places[2]
  let x3 = x + places[3]
  let x4 = x + places[4]
  let x5 = x + places[5]
  let d1 = d0 + stride
  let d2 = d1 + stride
  let d3 = d2 + stride
  let d4 = d3 + stride
  let d5 = d4 + stride
  var c00 = load(d0)
  var c01 = load(d0 + 8)
  var c10 = load(d1)
  var c11 = load(d1 + 8)
  var c20 = load(d2)
  var c21 = load(d2 + 8)
  var c30 = load(d3)
  var c31 = load(d3 + 8)
  var c40 = load(d4)
  var c41 = load(d4 + 8)
  var c50 = load(d5)
  var c51 = load(d5 + 8)
  var gradient = g
  var p = 0
  while p < count {
    let row = xRows[p]
    let g0 = load(gradient)
    let g1 = load(gradient + 8)
    gradient += gStride
    var value = broadcast(x0 + row)
    c00.addProduct(value, g0)
    c01.addProduct(value, g1)
    value = broadcast(x1 + row)
    c10.addProduct(value, g0)
    c11.addProduct(value, g1)
    value = broadcast(x2 + row)
    c20.addProduct(value, g0)
    c21.addProduct(value, g1)
    value = broadcast(x3 + row)
    c30.addProduct(value, g0)
    c31.addProduct(value, g1)
    value = broadcast(x4 + row)
    c40.addProduct(value, g0)
    c41.addProduct(value, g1)
    value = broadcast(x5 + row)
    c50.addProduct(value, g0)
    c51.addProduct(value, g1)
    p &+= 1
  }
  store(c00, d0)
  store(c01, d0 + 8)
  store(c10, d1)
  store(c11, d1 + 8)
  store(c20, d2)
  store(c21, d2 + 8)
  store(c30, d3)
  store(c31, d3 + 8)
  store(c40, d4)
  store(c41, d4 + 8)
  store(c50, d5)
  store(c51, d5 + 8)
}

/// Pixels that are worked on together: their windows and gradients stay in the first-level cache.
private let pixelBlock = 96

/// `d += transpose(x) * g` over a whole kernel, `kernelRows x columns`, cut into tiles.
///
/// `places` holds the `kernelRows` places of a window. `x` and `g` may be read up to 16 values
/// behind their last row (slack of the buffer); what that gives is thrown away. Up to 15 values
/// behind `d` are written as they were: no other thread may change them meanwhile.
public func outerProduct(
  _ x: UnsafePointer<Float>, _ xRows: UnsafePointer<Int>, count: Int,
  _ places: UnsafePointer<Int>, kernelRows: Int,
  _ g: UnsafePointer<Float>, columns: Int,
  into d: UnsafeMutablePointer<Float>, accumulates: Bool
) {
  if !accumulates { d.update(repeating: 0, count: kernelRows * columns) }
  var first = 0
  while first < count {
    let pixels = min(pixelBlock, count - first)
    var row = 0
    while row < kernelRows {
      var column = 0
      while column < columns {
        let target = d + row * columns + column
        let gradients = g + first * columns + column
        if row + 6 <= kernelRows && column + 16 <= columns {
          outerTile6x16(
            x, xRows + first, places + row, count: pixels, gradients, gStride: columns, target,
            columns)
        } else {
          edgeTile(
            x, xRows + first, places + row, rows: min(6, kernelRows - row), count: pixels,
            gradients, gStride: columns, columns: min(16, columns - column), target, columns)
        }
        column += 16
      }
      row += 6
    }
    first += pixelBlock
  }
}

/// 1 to 6 rows and 1 to 16 columns: a whole tile beside, then the part that exists. Of what stands
/// behind the rows, up to 15 values are written as they were.
@inline(never)
private func edgeTile(
  _ x: UnsafePointer<Float>, _ xRows: UnsafePointer<Int>, _ places: UnsafePointer<Int>, rows: Int,
  count: Int, _ g: UnsafePointer<Float>, gStride: Int, columns: Int,
  _ target: UnsafeMutablePointer<Float>, _ stride: Int
) {
  withUnsafeTemporaryAllocation(of: Float.self, capacity: 96) { tile in
    withUnsafeTemporaryAllocation(of: Int.self, capacity: 6) { edgePlaces in
      let values = tile.baseAddress!
      for row in 0..<6 {
        edgePlaces[row] = places[min(row, rows - 1)]
        let old = target + min(row, rows - 1) * stride
        store(load(old), values + row * 16)
        store(load(old + 8), values + row * 16 + 8)
      }
      outerTile6x16(
        x, xRows, edgePlaces.baseAddress!, count: count, g, gStride: gStride, values, 16)
      for row in 0..<rows {
        let to = target + row * stride
        replaceFirst(columns, load(values + row * 16), to)
        replaceFirst(columns - 8, load(values + row * 16 + 8), to + 8)
      }
    }
  }
}
