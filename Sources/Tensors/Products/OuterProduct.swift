import Lanes
import WideKernels

/// Pixels that are worked on together: their windows and gradients stay in the first-level cache.
private let pixelBlock = 96

/// `d += transpose(x) * g` over a whole kernel, `kernelRows x columns`, cut into tiles. What `d` holds
/// counts for nothing unless `accumulates`.
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
  let hasWideLanes = hasWideLanes
  for first in Swift.stride(from: 0, to: count, by: pixelBlock) {
    let pixels = min(pixelBlock, count - first)
    let accumulates = accumulates || first > 0
    var column = 0
    while column < columns {
      let left = columns - column
      let isWide = hasWideLanes && left > 8
      let lanes = isWide ? 16 : 8
      let width = left >= 2 * lanes ? 2 * lanes : min(lanes, left)
      let gradients = g + (first * columns + column)
      if isWide {
        wideOuterStripe(
          columns: width, x, xRows + first, count: pixels, places, rows: kernelRows, gradients,
          into: d + column, stride: columns, accumulates: accumulates)
      } else {
        narrowOuterStripe(
          columns: width, x, xRows + first, count: pixels, places, rows: kernelRows,
          gradients, into: d + column, stride: columns, accumulates: accumulates)
      }
      column += width
    }
  }
}
