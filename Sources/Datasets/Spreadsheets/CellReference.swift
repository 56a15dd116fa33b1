/// The place of a cell in a sheet, as spreadsheets name it: `B14`.
struct CellReference: Hashable {
  /// From 0.
  var column: Int
  /// From 1, as the sheet counts.
  var row: Int

  /// What a sheet can hold (ECMA-376, 18.3.1).
  static let columnLimit = 16_384
  static let rowLimit = 1_048_576

  init(column: Int, row: Int) {
    self.column = column
    self.row = row
  }

  /// Letters and digits; nil for anything else, and for what no sheet has.
  init?(_ name: Slice<UnsafeBufferPointer<UInt8>>) {
    var (column, row) = (0, 0)
    var rest = name
    while let letter = rest.first, letter &- 65 < 26 {
      column = column * 26 + Int(letter - 64)
      guard column <= Self.columnLimit else { return nil }
      rest.removeFirst()
    }
    guard !rest.isEmpty else { return nil }
    for digit in rest {
      guard digit &- 48 < 10 else { return nil }
      row = row * 10 + Int(digit - 48)
      guard row <= Self.rowLimit else { return nil }
    }
    guard column > 0, row > 0 else { return nil }
    self.init(column: column - 1, row: row)
  }
}

extension CellReference: CustomStringConvertible {
  var description: String {
    var letters: [UInt8] = []
    var rest = column + 1
    while rest > 0 {
      letters.append(UInt8(65 + (rest - 1) % 26))
      rest = (rest - 1) / 26
    }
    return String(decoding: letters.reversed(), as: UTF8.self) + "\(row)"
  }
}
