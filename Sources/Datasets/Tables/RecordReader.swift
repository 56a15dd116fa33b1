/// Cuts text into records and cells (RFC 4180, with any separator and CRLF, LF or CR).
///
/// A cell is quoted where a quote is the first thing in it that is no blank; quotes elsewhere stand
/// for themselves.
package struct RecordReader: RecordSource {
  /// More than the columns of a spreadsheet; no record takes more memory than this allows.
  static let cellLimit = 20_000

  let bytes: UnsafeBufferPointer<UInt8>
  let separator: UInt8
  package private(set) var position: Int
  private(set) var line: Int

  package init(
    _ bytes: UnsafeBufferPointer<UInt8>, separator: UInt8, position: Int = 0, line: Int = 1
  ) {
    self.bytes = bytes
    self.separator = separator
    self.position = position
    self.line = line
  }

  /// Appends the cells of the next record; nil at the end.
  package mutating func next(_ cells: inout [TableCell]) throws(RecordFault) -> TableRecord? {
    guard position < bytes.count else { return nil }
    let (firstLine, firstCell, firstByte) = (line, cells.count, position)
    if isBlankSeparated { skipBlanks() }
    while true {
      let quote = firstNonBlank()
      if quote < bytes.count, bytes[quote] == Self.quote {
        cells.append(try quotedCell(quote, index: cells.count - firstCell))
      } else {
        cells.append(plainCell())
      }
      guard position < bytes.count, isSeparator(bytes[position]) else { break }
      if isBlankSeparated {
        skipBlanks()
        guard position < bytes.count, !isEnd(bytes[position]) else { break }
        position -= 1
      }
      guard cells.count - firstCell < Self.cellLimit else {
        throw RecordFault(line: line, cell: Self.cellLimit, kind: .tooManyCells)
      }
      position += 1
    }
    let isBlank = position == firstByte
    endLine()
    return TableRecord(line: firstLine, cellCount: cells.count - firstCell, isBlank: isBlank)
  }

  /// Whether one blank or several end a cell.
  private var isBlankSeparated: Bool { separator == Separator.blanks.rawValue }

  private func isSeparator(_ byte: UInt8) -> Bool {
    byte == separator || isBlankSeparated && byte == UInt8(ascii: "\t")
  }

  private mutating func skipBlanks() {
    while position < bytes.count, isSeparator(bytes[position]) { position += 1 }
  }

  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  private func firstNonBlank() -> Int {
    var index = position
    while index < bytes.count, isBlank(bytes[index]) { index += 1 }
    return index
  }

  private func isBlank(_ byte: UInt8) -> Bool {
    (byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")) && !isSeparator(byte)
  }

  private mutating func plainCell() -> TableCell {
    let start = position
    while position < bytes.count {
      let byte = bytes[position]
      if isEnd(byte) { break }
      position += 1
    }
    return TableCell(start..<position)
  }

  private mutating func quotedCell(_ quote: Int, index: Int) throws(RecordFault) -> TableCell {
    let openingLine = line
    var hasDoubledQuotes = false
    position = quote + 1
    while true {
      guard position < bytes.count else {
        throw RecordFault(line: openingLine, cell: index, kind: .unclosedQuote)
      }
      let byte = bytes[position]
      if byte == Self.quote {
        guard position + 1 < bytes.count, bytes[position + 1] == Self.quote else { break }
        hasDoubledQuotes = true
        position += 2
      } else if byte == Self.lineFeed || byte == Self.carriageReturn {
        endLine()
      } else {
        position += 1
      }
    }
    let cell = TableCell(quote + 1..<position, hasDoubledQuotes: hasDoubledQuotes)
    position += 1
    if !isBlankSeparated { position = firstNonBlank() }
    guard position == bytes.count || isEnd(bytes[position]) else {
      let rest = plainCell().text(in: bytes)
      throw RecordFault(line: line, cell: index, kind: .textAfterQuote(rest))
    }
    return cell
  }

  private func isEnd(_ byte: UInt8) -> Bool {
    isSeparator(byte) || byte == Self.lineFeed || byte == Self.carriageReturn
  }

  /// Steps over CRLF, LF or CR, which are one line's end each.
  private mutating func endLine() {
    guard position < bytes.count else { return }
    let isPair =
      bytes[position] == Self.carriageReturn && position + 1 < bytes.count
      && bytes[position + 1] == Self.lineFeed
    position += isPair ? 2 : 1
    line += 1
  }
}
