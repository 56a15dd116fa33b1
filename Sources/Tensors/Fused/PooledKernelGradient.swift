import Lanes
import WideKernels

/// The gradient of a small kernel in front of a 2 x 2 max pooling, for one image, a register of filters at
/// a time, see `pooledGradientTile`.
///
/// - `lit`: the pooled pixels whose windows are not all zero (`listLitWindows`); others add nothing
/// - `winners` as `convolveMaxPool` gives them; `d`: `kernelRows` rows of `filters`
///
/// `g` and `winners` may be read up to 15 values behind their end; what that gives is thrown away.
/// For first layers, whose windows are too small for `gatherWindows`.
public func pooledKernelGradient(
  _ x: UnsafePointer<Float>, _ windows: UnsafePointer<Int>, lit: UnsafePointer<Int32>,
  right: Int, down: Int,
  _ places: UnsafePointer<Int>, kernelRows: Int,
  _ g: UnsafePointer<Float>, winners: UnsafePointer<Int32>, filters: Int,
  into d: UnsafeMutablePointer<Float>
) {
  let hasWideLanes = hasWideLanes
  for row in Swift.stride(from: 0, to: kernelRows, by: 9) {
    let rows = min(kernelRows - row, 9)
    var filter = 0
    while filter < filters {
      let isWide = hasWideLanes && filters - filter > 8
      let columns = min(filters - filter, isWide ? 16 : 8)
      let target = d + (row * filters + filter)
      if isWide {
        widePooledGradientTile(
          x, windows, lit: lit, right: right, down: down, places + row, rows: rows, g + filter,
          winners: winners + filter, stride: filters, columns: columns, into: target)
      } else {
        narrowPooledGradientTile(
          x, windows, lit: lit, right: right, down: down, places + row, rows: rows,
          g + filter, winners: winners + filter, stride: filters, columns: columns, into: target)
      }
      filter += columns
    }
  }
}
