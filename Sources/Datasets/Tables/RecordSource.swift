/// Where the records of a table come from, one after another: a text or a sheet.
package protocol RecordSource {
  /// Appends the cells of the next record; nil at the end.
  mutating func next(_ cells: inout [TableCell]) throws(RecordFault) -> TableRecord?
}

/// Where a record started and how many cells it has.
package struct TableRecord {
  /// The physical line of a text, the row of a sheet.
  package let line: Int
  package let cellCount: Int
  /// Nothing between the line's ends, not even quotes.
  package let isBlank: Bool
}

/// Why a record cannot be cut into cells, on which line, in which cell from 0.
package struct RecordFault: Error {
  package enum Kind {
    case unclosedQuote
    case textAfterQuote(String)
    case tooManyCells
  }

  package let line: Int
  package let cell: Int
  package let kind: Kind
}
