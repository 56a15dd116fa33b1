/// Rows `range` of a `rows x columns` matrix, as blocks of 16 columns: `packed[block][row][16]`, the
/// last block filled up with zeros. `packed` holds `packedCount(rows:columns:)` values.
public func packColumns(
  _ matrix: UnsafePointer<Float>, rows: Int, columns: Int, range: Range<Int>,
  into packed: UnsafeMutablePointer<Float>
) {
  var first = 0
  while first < columns {
    let count = min(columns - first, 16)
    let target = packed + first * rows
    if count == 16 {
      for row in range {
        (target + row * 16).update(from: matrix + row * columns + first, count: 16)
      }
    } else {
      for row in range {
        for column in 0..<count {
          target[row * 16 + column] = matrix[row * columns + first + column]
        }
      }
    }
    first += 16
  }
}

/// Rows `range` of the transposes of matrices of `rows x columns` that follow each other (one a
/// place of a filter window), each as blocks of 16 rows: `packed[matrix][block][column][16]`.
public func packTransposed(
  _ matrix: UnsafePointer<Float>, rows: Int, columns: Int, range: Range<Int>,
  into packed: UnsafeMutablePointer<Float>
) {
  let matrixSize = packedCount(rows: columns, columns: rows)
  for row in range {
    let (place, inner) = row.quotientAndRemainder(dividingBy: rows)
    let target = packed + place * matrixSize + inner / 16 * columns * 16 + inner % 16
    let source = matrix + row * columns
    for column in 0..<columns { target[column * 16] = source[column] }
  }
}

/// How many values `packColumns` writes for a matrix of that size.
public func packedCount(rows: Int, columns: Int) -> Int {
  rows * ((columns + 15) / 16 * 16)
}

/// Rows `range` of a `rows x columns` matrix, as blocks of 16 of the rows: `packed[block][column][16]`.
public func packRows(
  _ matrix: UnsafePointer<Float>, rows: Int, columns: Int, range: Range<Int>,
  into packed: UnsafeMutablePointer<Float>
) {
  for row in range {
    let target = packed + row / 16 * 16 * columns + row % 16
    let source = matrix + row * columns
    for column in 0..<columns { target[column * 16] = source[column] }
  }
}
