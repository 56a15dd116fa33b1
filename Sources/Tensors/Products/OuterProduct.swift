import Lanes
import WideKernels

/// Pixels that are worked on together: their windows and gradients stay in the first-level cache.
private let pixelBlock = 96

/// Columns that are worked on together: a row of them in `d` is some whole lines of the cache.
private let columnBlock = 64

/// `d += transpose(x) * g` over a whole kernel, `kernelRows x columns`, cut into tiles. What `d` holds
/// counts for nothing unless `accumulates`.
///
/// `places` holds the offsets of the `kernelRows` values of a window. `x` and `g` may be read up to 16 values
/// behind their last row (slack of the buffer); what that gives is thrown away. Up to 15 values
/// behind `d` are written as they were: no other thread may change them meanwhile.
public func outerProduct(
  _ x: UnsafePointer<Float>, _ xRows: UnsafePointer<Int>, count: Int,
  _ places: UnsafePointer<Int>, kernelRows: Int,
  _ g: UnsafePointer<Float>, columns: Int,
  into d: UnsafeMutablePointer<Float>, accumulates: Bool
) {
  let isWide = hasWideLanes && columns > 8
  let pair = isWide ? 32 : 16
  let whole = columns / pair * pair
  for first in Swift.stride(from: 0, to: count, by: pixelBlock) {
    let pixels = min(pixelBlock, count - first)
    let gradients = g + first * columns
    for column in Swift.stride(from: 0, to: whole, by: columnBlock) {
      (isWide ? wideOuterStripe : narrowOuterStripe)(
        min(columnBlock, whole - column), x, xRows + first, pixels, places, kernelRows,
        gradients + column, d + column, columns, accumulates || first > 0)
    }
    guard whole < columns else { continue }
    let left = columns - whole
    let isSingle = left <= pair / 2
    (isWide
      ? isSingle ? wideOuterSingle : wideOuterEdge
      : isSingle ? narrowOuterSingle : narrowOuterEdge)(
        left, x, xRows + first, pixels, places, kernelRows, gradients + whole, d + whole, columns,
        accumulates || first > 0)
  }
}
