/// The texts of a workbook, which its cells name by their number (ECMA-376, 18.4).
struct SharedStrings {
  private(set) var texts: [Range<Int>] = []

  /// Of one text in bytes: 32,767 characters are what a spreadsheet allows.
  static let lengthLimit = 4 * 32_767
  /// Whether a text is longer; then it was left out, and the workbook is to be refused.
  private(set) var isTooLong = false

  /// No texts.
  init() {}

  /// Reads `xl/sharedStrings.xml`, and appends the texts to `bytes`.
  init(_ part: [UInt8], appendingTo bytes: inout [UInt8]) throws(XMLReader.Malformed) {
    var texts: [Range<Int>] = []
    var plain: [UInt8] = []
    var isTooLong = false
    try part.withXML { (reader: inout XMLReader) throws(XMLReader.Malformed) in
      while let token = try reader.next() {
        guard case .start(let name, _, let isEmpty) = token, reader.isNamed(name, "si") else {
          continue
        }
        let start = plain.count
        if !isEmpty { try reader.appendRuns(to: &plain) }
        if plain.count - start > Self.lengthLimit {
          isTooLong = true
          plain.removeSubrange(start...)
        }
        texts.append(Self.trimmed(plain, start..<plain.count))
      }
    }
    let offset = bytes.count
    self.isTooLong = isTooLong
    bytes += plain
    self.texts = texts.map { $0.lowerBound + offset..<$0.upperBound + offset }
  }

  /// Without blanks at either end: a text is looked at once, however many cells name it.
  private static func trimmed(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var range = range
    while let first = range.first, bytes[first] == 0x20 { range.removeFirst() }
    while let last = range.last, bytes[last] == 0x20 { range.removeLast() }
    return range
  }
}

extension XMLReader {
  /// Appends the texts (`t`) of the element whose start was the last token, those of its runs
  /// included and how they are pronounced (`rPh`) left out, and steps over its end.
  mutating func appendRuns(to plain: inout [UInt8]) throws(Malformed) {
    var depth = 1
    var isText = false
    let start = plain.count
    while depth > 0 {
      guard let token = try next() else { throw Malformed() }
      switch token {
      case .start(let name, _, let isEmpty):
        if isNamed(name, "rPh") {
          if !isEmpty { try skipElement() }
          continue
        }
        guard !isEmpty else { continue }
        isText = isNamed(name, "t")
        depth += 1
      case .end:
        depth -= 1
        isText = false
      case .text(let range): if isText { try append(range, to: &plain) }
      case .verbatim(let range): if isText { plain += bytes[range] }
      }
    }
    SpreadsheetText.resolveEscapes(&plain, from: start)
  }
}

/// `_x000D_` in the texts of a workbook is the character with that number (ECMA-376, 22.9.2.19).
enum SpreadsheetText {
  static func resolveEscapes(_ bytes: inout [UInt8], from start: Int) {
    guard var index = bytes[start...].firstIndex(of: UInt8(ascii: "_")) else { return }
    var plain: [UInt8] = []
    var copied = start
    while index < bytes.count {
      if let scalar = escape(bytes[index...].prefix(7)) {
        plain += bytes[copied..<index]
        plain.append(contentsOf: UTF8.encode(scalar)!)
        index += 7
        copied = index
      } else {
        index += 1
      }
    }
    guard copied > start else { return }
    plain += bytes[copied...]
    bytes.replaceSubrange(start..., with: plain)
  }

  private static func escape(_ text: ArraySlice<UInt8>) -> Unicode.Scalar? {
    guard text.count == 7, text.first == UInt8(ascii: "_"), text.last == UInt8(ascii: "_"),
      text.dropFirst().first == UInt8(ascii: "x")
    else { return nil }
    let digits = String(decoding: text.dropFirst(2).dropLast(), as: UTF8.self)
    guard digits.utf8.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }),
      let value = UInt32(digits, radix: 16), value > 0
    else { return nil }
    return Unicode.Scalar(value)
  }
}
