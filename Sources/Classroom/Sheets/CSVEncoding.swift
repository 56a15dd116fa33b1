import Datasets
import Diagnostics

/// How the letters of a sheet are stored.
enum CSVEncoding: Sendable {
  case utf8(hasMark: Bool)
  /// What spreadsheets of Windows write without being asked: each byte a letter.
  case windows1252
  case utf16(isLittle: Bool)

  /// Stored bytes as UTF-8, or as they are in Windows-1252, whose separators and quotes are the same.
  static func decode(_ stored: [UInt8]) -> (CSVEncoding, [UInt8])? {
    if stored.starts(with: [0xff, 0xfe]) || stored.starts(with: [0xfe, 0xff]) {
      let isLittle = stored[0] == 0xff
      guard stored.count % 2 == 0 else { return nil }
      let units = stride(from: 2, to: stored.count, by: 2).map { index in
        let (first, second) = (UInt16(stored[index]), UInt16(stored[index + 1]))
        return isLittle ? second << 8 | first : first << 8 | second
      }
      guard let text = String(validating: units, as: UTF16.self) else { return nil }
      return (.utf16(isLittle: isLittle), Array(text.utf8))
    }
    guard String(validating: stored, as: UTF8.self) != nil else { return (.windows1252, stored) }
    return (.utf8(hasMark: stored.starts(with: [0xef, 0xbb, 0xbf])), stored)
  }

  /// Bytes before the first letter.
  var markLength: Int {
    if case .utf8(hasMark: true) = self { 3 } else { 0 }
  }

  func text(_ cell: TableCell, in bytes: UnsafeBufferPointer<UInt8>) -> String {
    guard case .windows1252 = self else { return cell.text(in: bytes) }
    var scalars = String.UnicodeScalarView()
    for byte in bytes[cell.range] {
      scalars.append(
        0x80..<0xa0 ~= byte ? TableText.windows1252[Int(byte) - 0x80] : Unicode.Scalar(byte))
    }
    let text = String(scalars)
    return cell.hasDoubledQuotes ? text.replacing("\"\"", with: "\"") : text
  }

  /// The bytes of a new text; nil if there is no letter for one of its characters.
  func bytes(of text: String) -> [UInt8]? {
    guard case .windows1252 = self else { return Array(text.utf8) }
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      if let place = TableText.windows1252.firstIndex(of: scalar) {
        bytes.append(0x80 + UInt8(place))
      } else if scalar.value < 0x80 || 0xa0...0xff ~= scalar.value {
        bytes.append(UInt8(scalar.value))
      } else {
        return nil
      }
    }
    return bytes
  }

  /// What is stored for a whole sheet.
  func encode(_ bytes: [UInt8]) -> [UInt8] {
    guard case .utf16(let isLittle) = self else { return bytes }
    var stored: [UInt8] = isLittle ? [0xff, 0xfe] : [0xfe, 0xff]
    for unit in String(decoding: bytes, as: UTF8.self).utf16 {
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xff))
      stored += isLittle ? [low, high] : [high, low]
    }
    return stored
  }
}

/// Cells and records as CSV (RFC 4180).
enum CSVText {
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

  /// A new file: UTF-8 with a byte order mark, which spreadsheets need to read accents, and CRLF. No
  /// cell of it is a formula.
  static func file(_ records: [[String]], separator: Unicode.Scalar = ",") -> [UInt8] {
    let separator = UInt8(ascii: separator)
    var bytes: [UInt8] = [0xef, 0xbb, 0xbf]
    for record in records {
      for (index, text) in record.enumerated() {
        if index > 0 { bytes.append(separator) }
        bytes += written(Array(text.harmlessCell.utf8), separator: separator)
      }
      bytes += [13, 10]
    }
    return bytes
  }
}
