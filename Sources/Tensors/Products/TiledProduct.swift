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
  let tallRows = (rows % 4 == 0 && rows <= 16) ? 0 : rows / 6 * 6
  let shortRows = (rows - tallRows) / 4 * 4
  var column = 0
  while column < columns {
    let block = b + column / 16 * blockSize
    let biasBlock = bias + column
    let isWhole = columns - column >= 16
    var row = 0
    if isWhole {
      while row < tallRows {
        productTile6x16(
          a, aRows + row, runs: runs, length: length, stride: stride, block, bias: biasBlock,
          start: start, out + column, outRows + row)
        row += 6
      }
      while row < tallRows + shortRows {
        productTile4x16(
          a, aRows + row, runs: runs, length: length, stride: stride, block, bias: biasBlock,
          start: start, out + column, outRows + row)
        row += 4
      }
    }
    while row < rows {
      let count = min(rows - row, 4)
      edgeTile(
        a, aRows + row, rows: count, runs: runs, length: length, stride: stride, block,
        columns: min(columns - column, 16), bias: biasBlock, start: start, out + column,
        outRows + row)
      row += count
    }
    column += 16
  }
}

/// 1 to 4 rows and 1 to 16 columns: a whole tile beside, then the part that exists.
@inline(never)
private func edgeTile(
  _ a: UnsafePointer<Float>, _ aRows: UnsafePointer<Int>, rows: Int,
  runs: Int, length: Int, stride: Int,
  _ b: UnsafePointer<Float>, columns: Int, bias: UnsafePointer<Float>, start: TileStart,
  _ out: UnsafeMutablePointer<Float>, _ outRows: UnsafePointer<Int>
) {
  withUnsafeTemporaryAllocation(of: Float.self, capacity: 64) { tile in
    withUnsafeTemporaryAllocation(of: Int.self, capacity: 8) { offsets in
      let values = tile.baseAddress!
      let sources = offsets.baseAddress!
      let places = sources + 4
      for row in 0..<4 {
        sources[row] = aRows[min(row, rows - 1)]
        places[row] = row * 16
      }
      if start == .sum {
        values.initialize(repeating: 0, count: 64)
        for row in 0..<rows {
          let from = out + outRows[row]
          for column in 0..<columns { values[row * 16 + column] = from[column] }
        }
      }
      productTile4x16(
        a, sources, runs: runs, length: length, stride: stride, b, bias: bias, start: start,
        values, places)
      for row in 0..<rows {
        let to = out + outRows[row]
        for column in 0..<columns { to[column] = values[row * 16 + column] }
      }
    }
  }
}
