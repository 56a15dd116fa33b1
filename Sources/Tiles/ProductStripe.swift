import Lanes

/// `out[r][c] = start + sum over s, k of a[r][s * stride + k] * b[s][k][c]` for one or two registers of
/// columns: what is behind the forward pass of convolutions and dense layers and behind the gradients of
/// their inputs.
///
/// - r: `rows` (pixels or samples), each anywhere in `a` and in `out` by the two offset tables
/// - c: columns (filters, units or input channels), two registers of them if `isPair`, else one; in `b` the second
///   register's values are `step` behind the first's
/// - s: runs of `length` values of `a`, `stride` apart (the rows of a filter window; 1 for a matrix)
/// - `edge`: room for 16 offsets
///
///     for r in 0..<rows { for s in 0..<runs { for k in 0..<length { for c in 0..<columns {
///       out[r][c] += a[aRows[r] + s * stride + k]
///         * b[(s * length + k) * 16 + c / L.scalarCount * step + c % L.scalarCount] } } } }
@_transparent
public func productStripe<L: FloatLane>(
  _ lane: L.Type, isPair: Bool,
  _ a: UnsafePointer<Float>, _ aRows: UnsafePointer<Int>, rows: Int,
  runs: Int, length: Int, stride: Int,
  _ b: UnsafePointer<Float>, step: Int, bias: UnsafePointer<Float>, start: TileStart,
  _ out: UnsafeMutablePointer<Float>, _ outRows: UnsafePointer<Int>,
  edge: UnsafeMutablePointer<Int>
) {
  var row = 0
  while row < rows {
    let left = rows &- row
    let height = !isPair ? 8 : left > 8 || left == 6 || left == 5 ? 6 : 4
    var from = aRows + row
    var to = outRows + row
    if left < height {
      // The last row again for those that do not exist: all of them write the same values.
      for index in 0..<height {
        edge[index] = from[min(index, left &- 1)]
        edge[index &+ 8] = to[min(index, left &- 1)]
      }
      from = UnsafePointer(edge)
      to = UnsafePointer(edge + 8)
    }
    switch height {
    case 8:
      productTile8x1(
        lane, a, from, runs: runs, length: length, stride: stride, b, bias: bias, start: start,
        out, to)
    case 6:
      productTile6x2(
        lane, a, from, runs: runs, length: length, stride: stride, b, step: step, bias: bias,
        start: start, out, to)
    default:
      productTile4x2(
        lane, a, from, runs: runs, length: length, stride: stride, b, step: step, bias: bias,
        start: start, out, to)
    }
    row &+= height
  }
}
