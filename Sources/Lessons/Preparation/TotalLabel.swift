import Datasets

/// A word that calls a row a total of others, where it stands first, and in how many rows.
public struct TotalLabel: Hashable, Sendable {
  public var column: String
  public var word: String
  /// Among the rows that are used.
  public var row: Int
  public var count: Int

  private static let words: Set<String> = [
    "total", "totales", "totalgeneral", "totalnacional", "nacional", "general", "todos", "todas",
    "estadosunidosmexicanos", "republicamexicana", "mexico(total)", "ambossexos", "ambos",
    "grandtotal", "all", "national", "bothsexes", "unitedstates",
  ]

  /// More columns and rows are not looked at.
  private static let limits = (columns: 64, rows: 100_000)

  /// nil where no column has such a word, or where a column has it so often that it is none.
  init?(_ table: Table, rows: [Int]) {
    let rows = rows.prefix(Self.limits.rows).enumerated().filter { $0.element < table.rowCount }
    guard rows.count > 3 else { return nil }
    for column in table.columns.indices.prefix(Self.limits.columns) {
      guard table.holdsWords(column) else { continue }
      var found: (word: String, row: Int, count: Int)?
      for (place, row) in rows {
        let text = table.text(row: row, column: column)
        guard text.utf8.count <= 40, Self.words.contains(Table.foldedName(text)) else { continue }
        found = (found?.word ?? text, found?.row ?? place, (found?.count ?? 0) + 1)
      }
      guard let found, found.count * 2 <= rows.count else { continue }
      (self.column, word, row, count) = (
        table.columns[column], found.word, found.row, found.count
      )
      return
    }
    return nil
  }
}
