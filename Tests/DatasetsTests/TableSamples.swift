@testable import Datasets

/// Reads a table from a text, as the file `t.csv`.
func readTable(_ text: String) throws(TableError) -> Table {
  try Table.read(bytes: Array(text.utf8), path: "t.csv")
}

/// What is wrong with a table, or with the numbers of its first column or of `column`.
func tableError(_ bytes: [UInt8], column: String? = nil) -> TableError? {
  do throws(TableError) {
    let table = try Table.read(bytes: bytes, path: "t.csv")
    if let column {
      _ = try table.numbers(inColumn: try table.column(matching: column))
    } else {
      for column in table.columns.indices { _ = try table.numbers(inColumn: column) }
    }
    return nil
  } catch {
    return error
  }
}

extension Table {
  /// All cells as text, row by row.
  var texts: [[String]] {
    (0..<rowCount).map { row in columns.indices.map { text(row: row, column: $0) } }
  }
}
