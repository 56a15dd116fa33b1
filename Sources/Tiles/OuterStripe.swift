import Lanes

/// `d[k][c] += sum over p of x[p][k] * g[p][c]`: the gradient of a kernel, for two registers of columns, or
/// for up to one.
///
/// - p: `count` pixels or samples; the window of pixel p starts at `x + xRows[p]`, its gradient at
///   `g + p * stride`
/// - k: `rows` places in the window, at `places`
/// - c: `columns` filters or units: as many as two registers have lanes, or 1 to the lanes of one
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
  let isPair = columns > L.scalarCount
  var row = 0
  while row < rows {
    let left = rows &- row
    let target = d + row &* stride
    if !isPair {
      outerTile8x1(
        lane, x, xRows, places + row, rows: min(8, left), count: count, g, into: target,
        stride: stride, columns: columns, accumulates: accumulates)
      row &+= 8
    } else if left > 9 || left == 6 {
      outerTile6x2(
        lane, x, xRows, places + row, count: count, g, into: target, stride: stride,
        accumulates: accumulates)
      row &+= 6
    } else {
      outerTile5x2(
        lane, x, xRows, places + row, rows: min(5, left), count: count, g, into: target,
        stride: stride, accumulates: accumulates)
      row &+= 5
    }
  }
}
