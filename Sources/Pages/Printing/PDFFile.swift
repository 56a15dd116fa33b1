/// What is to be known of a PDF that a browser wrote.
enum PDFFile {
  /// Begins and ends as a whole one does.
  static func isWhole(_ bytes: [UInt8]) -> Bool {
    let tail = bytes.suffix(64)
    return bytes.starts(with: Array("%PDF-".utf8))
      && tail.indices.contains { tail[$0...].starts(with: Array("%%EOF".utf8)) }
  }

  /// The same with the zip format's first day as its dates, `(D:YYYYMMDDHHMMSS`, so that the same page
  /// gives the same bytes at any time.
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
