/// The names by which a lesson calls its columns, as the line of names is found by them.
package struct UsedNames {
  /// For each column its name and aliases, folded.
  private let columns: [[[UInt8]]]

  /// nil where nothing is known of the columns.
  init?(_ used: [[String]]?) {
    guard let used, !used.isEmpty else { return nil }
    columns = used.map { $0.map(ColumnName.folded) }
  }

  /// Whether every column is named by a cell; a `#` before the first name does not count.
  func areAll(in cells: [TableCell], _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    // A line of names has no long cells; and no cell is folded twice.
    let names = cells.map { cell in
      cell.range.count <= ColumnName.lengthLimit ? ColumnName.folded(cell.text(in: bytes)) : []
    }
    let known = Set(
      names + [names.first.map { $0.first == UInt8(ascii: "#") ? Array($0.dropFirst()) : $0 } ?? []]
    )
    return columns.allSatisfy { $0.contains(where: known.contains) }
  }
}
