import Archives
import Datasets
import Diagnostics

/// A CSV file of texts whose every byte stays known, so that a few cells can be replaced and all
/// else keeps its separator, quotes, line ends, byte order mark and encoding.
public struct CSVFile: Sendable {
  /// A cell with the bytes it is written with, quotes included.
  public struct Cell: Sendable {
    public let text: String
    let range: Range<Int>
    let isQuoted: Bool
  }

  /// A record with the physical line on which it starts.
  public struct Row: Sendable {
    public let line: Int
    public let cells: [Cell]

    /// The text of a cell without blanks at either end; empty if the row is too short.
    public subscript(column: Int?) -> String {
      guard let column, cells.indices.contains(column) else { return "" }
      return ColumnName.trimmed(cells[column].text)
    }
  }

  /// The largest size of the stored file, in bytes.
  public static let sizeLimit = 16 << 20
  public static let rowLimit = 50_000

  public let path: String
  /// Records that hold anything, the header first.
  public let rows: [Row]
  public let separator: UInt8
  /// Whether its lines end with CRLF.
  public let endsLinesWithCRLF: Bool
  /// In UTF-8, or in Windows-1252 as stored.
  private let bytes: [UInt8]
  private let encoding: CSVEncoding

  public init(path: String) throws {
    try self.init(Files.read(path, limit: Self.sizeLimit), path: path)
  }

  public init(_ stored: [UInt8], path: String) throws(CSVFileError) {
    self.path = path
    guard let (encoding, bytes) = CSVEncoding.decode(stored), !bytes.contains(0) else {
      throw CSVFileError(path, .notText)
    }
    self.encoding = encoding
    self.bytes = bytes
    endsLinesWithCRLF = zip(bytes, bytes.dropFirst()).contains { $0 == 13 && $1 == 10 }
    var rows: [Row] = []
    var separator = UInt8(ascii: ",")
    var failure: CSVFileError?
    bytes.withUnsafeBufferPointer { buffer in
      let mark = encoding.markLength
      let start = UnsafeBufferPointer(rebasing: buffer[mark...])
      let opening = SeparatorLine(start)
      let position = mark + (opening?.length ?? 0)
      let line = opening == nil ? 1 : 2
      let chosen = opening?.separator ?? .vote(buffer, position: position, line: line)
      separator = chosen.rawValue
      do throws(CSVFileError) {
        rows = try Self.rows(buffer, separator, position: position, line: line, encoding, path)
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    guard rows.count > 0 else { throw CSVFileError(path, .empty) }
    self.rows = rows
    self.separator = separator
  }

  private static func rows(
    _ bytes: UnsafeBufferPointer<UInt8>, _ separator: UInt8, position: Int, line: Int,
    _ encoding: CSVEncoding, _ path: String
  ) throws(CSVFileError) -> [Row] {
    var reader = RecordReader(bytes, separator: separator, position: position, line: line)
    var rows: [Row] = []
    var cells: [TableCell] = []
    while true {
      cells.removeAll(keepingCapacity: true)
      let record: TableRecord?
      do throws(RecordFault) {
        record = try reader.next(&cells)
      } catch {
        throw CSVFileError(path, line: error.line, .brokenQuotes)
      }
      guard let record else { return rows }
      let read = cells.map { cell in
        let isQuoted =
          cell.range.lowerBound > 0 && bytes[cell.range.lowerBound - 1] == UInt8(ascii: "\"")
          && cell.range.upperBound < bytes.count
          && bytes[cell.range.upperBound] == UInt8(ascii: "\"")
        let range = cell.range
        return Cell(
          text: encoding.text(cell, in: bytes),
          range: isQuoted ? range.lowerBound - 1..<range.upperBound + 1 : range,
          isQuoted: isQuoted)
      }
      guard read.contains(where: { !ColumnName.trimmed($0.text).isEmpty }) else { continue }
      guard rows.count < rowLimit else {
        throw CSVFileError(path, line: record.line, .tooManyRows(limit: rowLimit))
      }
      rows.append(Row(line: record.line, cells: read))
    }
  }

  /// The column headed by one of `names`: the same but for case, accents, blanks and `_`.
  public func column(_ names: [String]) -> Int? {
    let wanted = names.map(ColumnName.folded)
    return rows[0].cells.firstIndex { wanted.contains(ColumnName.folded($0.text)) }
  }

  /// The file with some cells replaced and every other byte as it was.
  ///
  /// Throws if the file's encoding has no letter for a text. Precondition: the cells exist, each
  /// named once; row 0 is the header.
  public func replacing(
    _ changes: [(row: Int, column: Int, text: String)]
  ) throws(CSVFileError) -> [UInt8] {
    let sorted = changes.sorted {
      rows[$0.row].cells[$0.column].range.lowerBound
        < rows[$1.row].cells[$1.column].range.lowerBound
    }
    var result: [UInt8] = []
    var position = 0
    for change in sorted {
      let cell = rows[change.row].cells[change.column]
      result += bytes[position..<cell.range.lowerBound]
      result += try written(change.text, isQuoted: cell.isQuoted, line: rows[change.row].line)
      position = cell.range.upperBound
    }
    return encoding.encode(result + bytes[position...])
  }

  /// The file with records added at its end.
  public func appending(_ records: [[String]]) throws(CSVFileError) -> [UInt8] {
    let lineEnd: [UInt8] = endsLinesWithCRLF ? [13, 10] : [10]
    var result = bytes
    if let last = result.last, last != 10, last != 13 { result += lineEnd }
    for record in records {
      for (index, text) in record.enumerated() {
        if index > 0 { result.append(separator) }
        result += try written(text, isQuoted: false, line: rows.count)
      }
      result += lineEnd
    }
    return encoding.encode(result)
  }

  /// As Moodle names it.
  var encodingName: String {
    switch encoding {
    case .utf8: "UTF-8"
    case .windows1252: "Windows-1252"
    case .utf16: "UTF-16"
    }
  }

  /// A cell of HTML with references in place of letters that the file's encoding lacks.
  func html(_ text: String) -> String {
    guard encoding.bytes(of: text) == nil else { return text }
    return text.unicodeScalars.map { scalar in
      encoding.bytes(of: String(scalar)) == nil ? "&#\(scalar.value);" : String(scalar)
    }.joined()
  }

  private func written(
    _ text: String, isQuoted: Bool, line: Int
  ) throws(CSVFileError) -> [UInt8] {
    guard let plain = encoding.bytes(of: text) else {
      let letter = text.first { encoding.bytes(of: String($0)) == nil }
      throw CSVFileError(path, line: line, .notInEncoding(text: letter.map(String.init) ?? text))
    }
    return CSVText.written(plain, separator: separator, isQuoted: isQuoted)
  }
}

/// Why a list of texts (the roster, the teacher's decisions) could not be read or written.
public struct CSVFileError: UserError, Hashable {
  public enum Fault: Hashable, Sendable {
    case notText
    case empty
    case brokenQuotes
    case tooManyRows(limit: Int)
    /// A text has letters that the file's encoding lacks.
    case notInEncoding(text: String)
  }

  public let path: String
  public let line: Int?
  public let fault: Fault

  public init(_ path: String, line: Int? = nil, _ fault: Fault) {
    self.path = path
    self.line = line
    self.fault = fault
  }

  public var place: Place? { Place(path, line: line) }

  public var message: Message {
    switch fault {
    case .notText: Message("class.sheet.notText")
    case .empty: Message("class.sheet.empty")
    case .brokenQuotes: Message("class.sheet.brokenQuotes")
    case .tooManyRows(let limit): Message("class.sheet.tooManyRows", ["limit": String(limit)])
    case .notInEncoding(let text): Message("class.sheet.notInEncoding", ["text": text])
    }
  }
}
