import Lanes

/// `d[k][c] += sum over p of x[p][k] * g[p][c]`: the gradient of a kernel, for columns that fill whole
/// pairs of registers.
///
/// - p: `count` pixels or samples; the window of pixel p starts at `x + xRows[p]`, its gradient at
///   `g + p * stride`
/// - k: `rows` values of the window, at the offsets `places`
/// - c: `columns` filters or units, a multiple of two registers
///
/// What `d` holds counts for nothing unless `accumulates`.
///
///     for k in 0..<rows { for p in 0..<count { for c in 0..<columns {
///       d[k * stride + c] += x[xRows[p] + places[k]] * g[p * stride + c] } } }
@_transparent
public func outerStripe<L: FloatLane>(
  _ lane: L.Type, columns: Int,
  _ x: UnsafePointer<Float>, _ xRows: UnsafePointer<Int>, count: Int,
  _ places: UnsafePointer<Int>, rows: Int,
  _ g: UnsafePointer<Float>, into d: UnsafeMutablePointer<Float>, stride: Int, accumulates: Bool
) {
  var row = 0
  while row < rows {
    let left = rows &- row
    let height = left > 9 || left == 6 ? 6 : min(5, left)
    var column = 0
    while column < columns {
      let target = d + (row &* stride &+ column)
      if height == 6 {
        outerTile6x2(
          lane, x, xRows, places + row, count: count, g + column, into: target, stride: stride,
          accumulates: accumulates)
      } else {
        outerTile5x2(
          lane, x, xRows, places + row, rows: height, count: count, g + column, into: target,
          stride: stride, accumulates: accumulates)
      }
      column &+= 2 &* L.scalarCount
    }
    row &+= height
  }
}

/// `outerStripe` for more than one register of columns and fewer than two. Values in `d` behind them are
/// written as it was.
@_transparent
public func outerEdge<L: FloatLane>(
  _ lane: L.Type, columns: Int,
  _ x: UnsafePointer<Float>, _ xRows: UnsafePointer<Int>, count: Int,
  _ places: UnsafePointer<Int>, rows: Int,
  _ g: UnsafePointer<Float>, into d: UnsafeMutablePointer<Float>, stride: Int, accumulates: Bool
) {
  for row in Swift.stride(from: 0, to: rows, by: 6) {
    outerEdge6x2(
      lane, x, xRows, places + row, rows: min(6, rows &- row), count: count, g,
      into: d + row &* stride, stride: stride, columns: columns, accumulates: accumulates)
  }
}

/// The same for up to one register of columns.
@_transparent
public func outerSingle<L: FloatLane>(
  _ lane: L.Type, columns: Int,
  _ x: UnsafePointer<Float>, _ xRows: UnsafePointer<Int>, count: Int,
  _ places: UnsafePointer<Int>, rows: Int,
  _ g: UnsafePointer<Float>, into d: UnsafeMutablePointer<Float>, stride: Int, accumulates: Bool
) {
  for row in Swift.stride(from: 0, to: rows, by: 8) {
    outerSingle8x1(
      lane, x, xRows, places + row, rows: min(8, rows &- row), count: count, g,
      into: d + row &* stride, stride: stride, columns: columns, accumulates: accumulates)
  }
}
