import Lanes

/// `out = start + a * b` over whole matrices, cut into tiles; rows of `a` lie anywhere, those of
/// `out` in ascending order.
///
/// - `aRows`, `outRows`: `rows` offsets of the rows in `a` and in `out`
/// - `b`: `packColumns`, blocks of 16 columns, each `runs * length` rows of 16 values
/// - `columns`: how many of the last block's columns exist; `bias` is padded to a multiple of 16
///
/// Tiles write whole lanes: behind each row up to 15 more values are written. Where the results
/// begin at a bias or at zero, they are rubbish and the next row must begin within them, or nothing
/// of worth: the last block, the only one with columns too many, is done first and the rows from
/// top to bottom, so that the rubbish is written over. Where results are added to what stands there,
/// zeros are added: `b` is filled up with them.
///
/// Row r gives the same bits whatever rows stand around it.
public func tiledProduct(
  _ a: UnsafePointer<Float>, _ aRows: UnsafePointer<Int>, rows: Int,
  runs: Int, length: Int, stride: Int,
  _ b: UnsafePointer<Float>, columns: Int, bias: UnsafePointer<Float>, start: TileStart,
  _ out: UnsafeMutablePointer<Float>, _ outRows: UnsafePointer<Int>
) {
  var column = (columns - 1) / 16 * 16
  while column >= 0 {
    let block = b + column * runs * length
    let isNarrow = columns - column <= 8
    // Six rows a tile, four where that leaves no rest, and eight of eight columns.
    let tallest = isNarrow ? 8 : rows % 4 == 0 && rows <= 16 ? 4 : 6
    var row = 0
    while row < rows {
      let left = rows - row
      let height = left >= tallest ? tallest : !isNarrow && left >= 4 ? 4 : 0
      let from = aRows + row
      let to = outRows + row
      switch height {
      case 8:
        productTile8x8(
          a, from, runs: runs, length: length, stride: stride, block, bias: bias + column,
          start: start, out + column, to)
      case 6:
        productTile6x16(
          a, from, runs: runs, length: length, stride: stride, block, bias: bias + column,
          start: start, out + column, to)
      case 4:
        productTile4x16(
          a, from, runs: runs, length: length, stride: stride, block, bias: bias + column,
          start: start, out + column, to)
      default:
        lastRows(
          a, from, rows: left, runs: runs, length: length, stride: stride, block,
          isNarrow: isNarrow, bias: bias + column, start: start, out + column, to)
      }
      row += height > 0 ? height : left
    }
    column -= 16
  }
}

/// The 1 to 3 rows of 16 columns, or 1 to 7 of 8, that are left below the last tile: a whole tile
/// beside, then the rows that exist.
@inline(never)
private func lastRows(
  _ a: UnsafePointer<Float>, _ aRows: UnsafePointer<Int>, rows: Int,
  runs: Int, length: Int, stride: Int,
  _ b: UnsafePointer<Float>, isNarrow: Bool, bias: UnsafePointer<Float>, start: TileStart,
  _ out: UnsafeMutablePointer<Float>, _ outRows: UnsafePointer<Int>
) {
  withUnsafeTemporaryAllocation(of: Float.self, capacity: 64) { tile in
    withUnsafeTemporaryAllocation(of: Int.self, capacity: 16) { offsets in
      let width = isNarrow ? 8 : 16
      let values = tile.baseAddress!
      let sources = offsets.baseAddress!
      let places = sources + 8
      for row in 0..<64 / width {
        sources[row] = aRows[min(row, rows - 1)]
        places[row] = row * width
      }
      if start == .sum {
        values.initialize(repeating: 0, count: 64)
        for row in 0..<rows {
          (values + row * width).update(from: out + outRows[row], count: width)
        }
      }
      if isNarrow {
        productTile8x8(
          a, sources, runs: runs, length: length, stride: stride, b, bias: bias, start: start,
          values, places)
      } else {
        productTile4x16(
          a, sources, runs: runs, length: length, stride: stride, b, bias: bias, start: start,
          values, places)
      }
      for row in 0..<rows { (out + outRows[row]).update(from: values + row * width, count: width) }
    }
  }
}
