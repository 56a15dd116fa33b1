/// Properties of a PDF written by a browser.
enum PDFFile {
  /// Whether it begins and ends like a complete PDF.
  static func isWhole(_ bytes: [UInt8]) -> Bool {
    let tail = bytes.suffix(64)
    return bytes.starts(with: Array("%PDF-".utf8))
      && tail.indices.contains { tail[$0...].starts(with: Array("%%EOF".utf8)) }
  }

  /// The PDF with its dates `(D:YYYYMMDDHHMMSS` set to the first day of the zip format, so that the
  /// same page always gives the same bytes.
  static func undated(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for name in ["/CreationDate (D:", "/ModDate (D:"] {
      let key = Array(name.utf8)
      guard let place = bytes.firstRange(of: key)?.upperBound else { continue }
      let digits = bytes[place...].prefix(14)
      guard digits.count == 14, digits.allSatisfy({ 48...57 ~= $0 }) else { continue }
      bytes.replaceSubrange(digits.indices, with: Array("19800101000000".utf8))
    }
    return bytes
  }
}
