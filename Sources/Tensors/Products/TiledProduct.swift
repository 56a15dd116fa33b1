import Lanes

/// `out = start + a * b` over whole matrices, cut into tiles; rows of `a` and `out` lie anywhere.
///
/// - `aRows`, `outRows`: `rows` offsets of the rows in `a` and in `out`
/// - `b`: `packColumns`, blocks of 16 columns, each `runs * length` rows of 16 values
/// - `columns`: how many of the last block's columns exist; `bias` is padded to a multiple of 16
///
/// A tile that hangs over an edge is computed in a tile of its own and its valid part copied, so
/// nothing outside `out` is written. Row r gives the same bits whatever rows stand around it.
public func tiledProduct(
  _ a: UnsafePointer<Float>, _ aRows: UnsafePointer<Int>, rows: Int,
  runs: Int, length: Int, stride: Int,
  _ b: UnsafePointer<Float>, columns: Int, bias: UnsafePointer<Float>, start: TileStart,
  _ out: UnsafeMutablePointer<Float>, _ outRows: UnsafePointer<Int>
) {
  let blockSize = runs * length * 16
  var column = 0
  while column < columns {
    let block = b + column / 16 * blockSize
    let width = min(columns - column, 16)
    let tile = tallestTile(rows: rows, columns: width)
    var row = 0
    while row < rows {
      // The tall tiles, then four rows at a time, then what is left.
      let height = rows - row >= tile ? tile : width == 16 && rows - row >= 4 ? 4 : 0
      let from = aRows + row
      let to = outRows + row
      switch height {
      case 8 where width == 8:
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
        edgeTile(
          a, from, rows: min(rows - row, width > 8 ? 4 : 8), runs: runs, length: length,
          stride: stride, block, columns: width, bias: bias + column, start: start, out + column,
          to)
      }
      row += height > 0 ? height : min(rows - row, width > 8 ? 4 : 8)
    }
    column += 16
  }
}

/// Rows of the tile that most of the work is cut into.
private func tallestTile(rows: Int, columns: Int) -> Int {
  if columns < 16 { return columns == 8 ? 8 : Int.max }
  return rows % 4 == 0 && rows <= 16 ? 4 : 6
}

/// 1 to 4 rows and 9 to 16 columns, or 1 to 8 rows and columns: a whole tile beside, then the part
/// that exists.
@inline(never)
private func edgeTile(
  _ a: UnsafePointer<Float>, _ aRows: UnsafePointer<Int>, rows: Int,
  runs: Int, length: Int, stride: Int,
  _ b: UnsafePointer<Float>, columns: Int, bias: UnsafePointer<Float>, start: TileStart,
  _ out: UnsafeMutablePointer<Float>, _ outRows: UnsafePointer<Int>
) {
  withUnsafeTemporaryAllocation(of: Float.self, capacity: 64) { tile in
    withUnsafeTemporaryAllocation(of: Int.self, capacity: 16) { offsets in
      let isWide = columns > 8
      let width = isWide ? 16 : 8
      let height = 64 / width
      let values = tile.baseAddress!
      let sources = offsets.baseAddress!
      let places = sources + 8
      for row in 0..<height {
        sources[row] = aRows[min(row, rows - 1)]
        places[row] = row * width
      }
      if start == .sum {
        values.initialize(repeating: 0, count: 64)
        for row in 0..<rows {
          let from = out + outRows[row]
          for column in 0..<columns { values[row * width + column] = from[column] }
        }
      }
      if isWide {
        productTile4x16(
          a, sources, runs: runs, length: length, stride: stride, b, bias: bias, start: start,
          values, places)
      } else {
        productTile8x8(
          a, sources, runs: runs, length: length, stride: stride, b, bias: bias, start: start,
          values, places)
      }
      for row in 0..<rows {
        let to = out + outRows[row]
        for column in 0..<columns { to[column] = values[row * width + column] }
      }
    }
  }
}
