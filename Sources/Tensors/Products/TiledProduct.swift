import Lanes
import WideKernels

/// `out = start + a * b` over whole matrices, cut into tiles; rows of `a` may be anywhere, those of
/// `out` in ascending order.
///
/// - `aRows`, `outRows`: `rows` offsets of the rows in `a` and in `out`
/// - `b`: `packColumns`, blocks of 16 columns, each `runs * length` rows of 16 values
/// - `columns`: how many of the last block's columns exist; `bias` is padded to a multiple of 16
///
/// Tiles write whole lanes: behind each row up to 15 more values are written. Where the results
/// begin at a bias or at zero, they are rubbish and the next row must begin within them, or nothing
/// of worth: the last block, the only one with columns too many, is done first and the rows from
/// top to bottom, so that those values are overwritten. If results are added to existing values,
/// zeros are added: `b` is filled up with them.
///
/// The bits of row r do not depend on the rows around it.
public func tiledProduct(
  _ a: UnsafePointer<Float>, _ aRows: UnsafePointer<Int>, rows: Int,
  runs: Int, length: Int, stride: Int,
  _ b: UnsafePointer<Float>, columns: Int, bias: UnsafePointer<Float>, start: TileStart,
  _ out: UnsafeMutablePointer<Float>, _ outRows: UnsafePointer<Int>
) {
  let hasWideLanes = hasWideLanes
  let blockSize = runs * length * 16
  withUnsafeTemporaryAllocation(of: Int.self, capacity: 16) { offsets in
    let edge = offsets.baseAddress!
    var block = (columns + 15) / 16
    while block > 0 {
      // In wide lanes two blocks at a time, or the odd one in a single register; in eight lanes a block
      // in two registers, or in one if it has no more columns than that.
      let isDouble = hasWideLanes && block % 2 == 0
      block -= isDouble ? 2 : 1
      let column = block * 16
      let isNarrow = columns - column <= 8
      let factors = b + block * blockSize
      if hasWideLanes && !isNarrow {
        wideProductStripe(
          isPair: isDouble, a, aRows, rows: rows, runs: runs, length: length, stride: stride,
          factors, step: blockSize, bias: bias + column, start: start, out + column, outRows,
          edge: edge)
      } else {
        narrowProductStripe(
          isPair: !isNarrow, a, aRows, rows: rows, runs: runs, length: length,
          stride: stride, factors, step: 8, bias: bias + column, start: start, out + column,
          outRows, edge: edge)
      }
    }
  }
}
