/// Cells and records as CSV (RFC 4180).
enum SheetText {
  /// A cell's bytes: in quotes where they stood before, or where its text needs them.
  static func written(_ text: [UInt8], separator: UInt8, isQuoted: Bool = false) -> [UInt8] {
    let quote = UInt8(ascii: "\"")
    let isBlank: (UInt8) -> Bool = { $0 == 32 || $0 == 9 }
    let needsQuotes =
      text.contains { $0 == separator || $0 == quote || $0 == 10 || $0 == 13 }
      || text.first.map(isBlank) ?? false || text.last.map(isBlank) ?? false
    guard isQuoted || needsQuotes else { return text }
    return [quote] + text.flatMap { $0 == quote ? [quote, quote] : [$0] } + [quote]
  }

  /// A text that no spreadsheet takes for a formula (CWE-1236).
  static func harmless(_ text: String) -> String {
    guard let first = text.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first) else {
      return text
    }
    return "'" + text
  }

  /// A new file: UTF-8 with a byte order mark, which spreadsheets need to read accents, and CRLF.
  static func file(_ records: [[String]], separator: Unicode.Scalar = ",") -> [UInt8] {
    let separator = UInt8(ascii: separator)
    var bytes: [UInt8] = [0xef, 0xbb, 0xbf]
    for record in records {
      for (index, text) in record.enumerated() {
        if index > 0 { bytes.append(separator) }
        bytes += written(Array(text.utf8), separator: separator)
      }
      bytes += [13, 10]
    }
    return bytes
  }
}
