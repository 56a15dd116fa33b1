/// Where the records of a table come from, one after another: a text or a sheet.
protocol RecordSource {
  /// Appends the cells of the next record; nil at the end.
  mutating func next(_ cells: inout [TableCell]) throws(RecordFault) -> TableRecord?
}

/// Where a record started and how many cells it has.
struct TableRecord {
  /// The physical line of a text, the row of a sheet.
  let line: Int
  let cellCount: Int
  /// Nothing between the line's ends, not even quotes.
  let isBlank: Bool
}

/// Why a record cannot be cut into cells, on which line, in which cell from 0.
struct RecordFault: Error {
  enum Kind {
    case unclosedQuote
    case textAfterQuote(String)
    case tooManyCells
  }

  let line: Int
  let cell: Int
  let kind: Kind
}
