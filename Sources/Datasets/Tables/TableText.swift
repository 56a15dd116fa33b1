import Diagnostics

/// The bytes of a table as UTF-8 without a byte order mark, and what had to be assumed for that.
package struct TableText {
  let bytes: [UInt8]
  /// Python's name for how the file's characters are stored.
  private(set) var encoding = "utf-8"
  var assumptions: [Message] = []

  /// UTF-8, else UTF-16 by its byte order mark or because every other byte is 0, else Windows-1252
  /// (a superset of Latin-1).
  init(_ stored: [UInt8]) throws(TableFault) {
    if let fault = ForeignSpreadsheet.fault(ofCompoundFile: stored) { throw fault }
    if let format = ForeignFormat(stored) { throw .format(format) }
    var text = stored
    if let isLittle = Self.unmarkedUTF16(stored) {
      let mark: [UInt8] = isLittle ? [0xff, 0xfe] : [0xfe, 0xff]
      text = try Self.decodeUTF16(mark + stored)
      encoding = isLittle ? "utf-16-le" : "utf-16-be"
      assumptions.append(Message("table.assumedUTF16"))
    } else if stored.starts(with: [0xff, 0xfe]) || stored.starts(with: [0xfe, 0xff]) {
      text = try Self.decodeUTF16(stored)
      encoding = "utf-16"
      assumptions.append(Message("table.assumedUTF16"))
    } else if stored.starts(with: [0xef, 0xbb, 0xbf]) {
      text = Array(stored.dropFirst(3))
      encoding = "utf-8-sig"
    }
    if Self.isWebPage(text) { throw .webPage }
    if String(validating: text, as: UTF8.self) == nil {
      text = Self.decodeWindows1252(text)
      encoding = "cp1252"
      assumptions.append(Message("table.assumedWindows1252"))
    }
    bytes = text
  }

  private static func decodeWindows1252(_ stored: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(stored.count + stored.count / 8)
    for byte in stored {
      if byte < 0x80 {
        text.append(byte)
      } else {
        let scalar = byte < 0xa0 ? windows1252[Int(byte) - 0x80] : Unicode.Scalar(byte)
        text.append(contentsOf: UTF8.encode(scalar)!)
      }
    }
    return text
  }

  /// 0x80 to 0x9F; the five unused ones stand for themselves, as in the WHATWG's table.
  package static let windows1252 = Array(
    "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ".unicodeScalars)

  private static func decodeUTF16(_ stored: [UInt8]) throws(TableFault) -> [UInt8] {
    guard stored.count % 2 == 0 else { throw .brokenUTF16 }
    let isLittle = stored[0] == 0xff
    let units = stride(from: 2, to: stored.count, by: 2).map { index in
      let (first, second) = (UInt16(stored[index]), UInt16(stored[index + 1]))
      return isLittle ? second << 8 | first : first << 8 | second
    }
    guard let text = String(validating: units, as: UTF16.self) else { throw .brokenUTF16 }
    return Array(text.utf8)
  }

  /// Whether every other byte of the beginning is 0, and whether the low bytes come first.
  private static func unmarkedUTF16(_ stored: [UInt8]) -> Bool? {
    let opening = stored.prefix(64)
    guard opening.count >= 8, stored.count % 2 == 0 else { return nil }
    func isAll(_ start: Int) -> Bool {
      stride(from: start, to: opening.count, by: 2).allSatisfy { opening[$0] == 0 }
        && stride(from: 1 - start, to: opening.count, by: 2).allSatisfy { opening[$0] != 0 }
    }
    if isAll(1) { return true }
    return isAll(0) ? false : nil
  }

  private static func isWebPage(_ bytes: [UInt8]) -> Bool {
    let opening = bytes.prefix(200).drop { $0 <= 32 }.map { $0 | 0x20 }
    return ["<!doctype", "<html", "<table"].contains { tag in
      opening.starts(with: tag.utf8.map { $0 | 0x20 })
    }
  }
}
