import Lanes

/// `d[k][c] += sum over p of x[p][k] * g[p][c]`: the gradient of a kernel, for some columns.
///
/// - p: `count` pixels or samples; the window of pixel p starts at `x + xRows[p]`, its gradient at
///   `g + p * stride`
/// - k: `rows` places in the window, at `places`
/// - c: `columns` filters or units, two registers at a time
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
    let height =
      columns <= L.scalarCount ? min(8, left) : left > 9 || left == 6 ? 6 : min(5, left)
    var column = 0
    while column < columns {
      let width = min(columns &- column, 2 &* L.scalarCount)
      let target = d + (row &* stride &+ column)
      if width <= L.scalarCount {
        outerTile8x1(
          lane, x, xRows, places + row, rows: height, count: count, g + column, into: target,
          stride: stride, columns: width, accumulates: accumulates)
      } else if height == 6 {
        outerTile6x2(
          lane, x, xRows, places + row, count: count, g + column, into: target, stride: stride,
          columns: width, accumulates: accumulates)
      } else {
        outerTile5x2(
          lane, x, xRows, places + row, rows: height, count: count, g + column, into: target,
          stride: stride, columns: width, accumulates: accumulates)
      }
      column &+= width
    }
    row &+= height
  }
}
