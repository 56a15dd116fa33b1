import Glibc

/// Reads the tags and texts of an XML document one after another, in the subset that spreadsheets
/// write: UTF-8, the five predefined entities and numbered characters.
///
/// A document type is refused, so nothing in a document can stand for more than itself. Prefixes are
/// dropped from names. The bytes must outlive the reader.
///
/// Hand-made because expat would save some hundred lines and cost callbacks and one more library to
/// install.
struct XMLReader {
  enum Token {
    /// `isEmpty`: written `<name/>`; no `end` follows.
    case start(name: Range<Int>, attributes: Range<Int>, isEmpty: Bool)
    case end(name: Range<Int>)
    case text(Range<Int>)
    /// Stands for itself, entities included.
    case verbatim(Range<Int>)
  }

  /// The document is not well-formed, or uses what spreadsheets do not.
  struct Malformed: Error {}

  /// How deep elements may nest.
  static let depthLimit = 64

  let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0
  /// Names of the elements that are open.
  private var open: [Range<Int>] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    if bytes.starts(with: [0xef, 0xbb, 0xbf]) { position = 3 }
  }

  /// The next tag or text; nil at the end of a whole document.
  mutating func next() throws(Malformed) -> Token? {
    while position < bytes.count {
      guard bytes[position] == Self.opening else { return .text(takeText()) }
      guard position + 1 < bytes.count else { throw Malformed() }
      switch bytes[position + 1] {
      case UInt8(ascii: "?"): try skip(past: "?>")
      case UInt8(ascii: "!"):
        if starts(with: "<!--") {
          try skip(past: "-->")
        } else if starts(with: "<![CDATA[") {
          let start = position + 9
          try skip(past: "]]>")
          return .verbatim(start..<position - 3)
        } else {
          throw Malformed()
        }
      case UInt8(ascii: "/"): return try takeEnd()
      default: return try takeStart()
      }
    }
    guard open.isEmpty else { throw Malformed() }
    return nil
  }

  /// Steps over the rest of the element whose start was the last token.
  mutating func skipElement() throws(Malformed) {
    let depth = open.count - 1
    while open.count > depth {
      guard try next() != nil else { throw Malformed() }
    }
  }

  func isNamed(_ range: Range<Int>, _ name: StaticString) -> Bool {
    range.count == name.utf8CodeUnitCount
      && memcmp(bytes.baseAddress! + range.lowerBound, name.utf8Start, range.count) == 0
  }

  /// The value of an attribute as it is written, entities and all.
  func attribute(_ name: StaticString, in attributes: Range<Int>) -> Range<Int>? {
    var index = attributes.lowerBound
    while index < attributes.upperBound {
      while index < attributes.upperBound, isBlank(bytes[index]) { index += 1 }
      var start = index
      while index < attributes.upperBound, bytes[index] != UInt8(ascii: "=") {
        if bytes[index] == UInt8(ascii: ":") { start = index + 1 }
        index += 1
      }
      var end = index
      while end > start, isBlank(bytes[end - 1]) { end -= 1 }
      index += 1
      while index < attributes.upperBound, isBlank(bytes[index]) { index += 1 }
      guard index < attributes.upperBound else { return nil }
      let quote = bytes[index]
      let value = index + 1
      index = value
      while index < attributes.upperBound, bytes[index] != quote { index += 1 }
      if isNamed(start..<end, name) { return value..<index }
      index += 1
    }
    return nil
  }

  /// A whole number of at most nine digits.
  func integer(_ range: Range<Int>?) -> Int? {
    guard let range, (1...9).contains(range.count) else { return nil }
    var value = 0
    for byte in bytes[range] {
      guard byte &- 48 < 10 else { return nil }
      value = value * 10 + Int(byte - 48)
    }
    return value
  }

  /// A text or an attribute's value with its entities resolved.
  func string(_ range: Range<Int>) throws(Malformed) -> String {
    var plain: [UInt8] = []
    try append(range, to: &plain)
    return String(decoding: plain, as: UTF8.self)
  }

  /// Appends a text with its entities resolved; line ends become line feeds, as XML 1.0 (2.11) says.
  func append(_ range: Range<Int>, to plain: inout [UInt8]) throws(Malformed) {
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      if byte == UInt8(ascii: "&") {
        index = try appendEntity(at: index, before: range.upperBound, to: &plain)
      } else if byte == UInt8(ascii: "\r") {
        plain.append(UInt8(ascii: "\n"))
        index += index + 1 < range.upperBound && bytes[index + 1] == UInt8(ascii: "\n") ? 2 : 1
      } else {
        plain.append(byte)
        index += 1
      }
    }
  }

  // MARK: Parts

  private static let opening = UInt8(ascii: "<")
  private static let closing = UInt8(ascii: ">")

  private mutating func takeText() -> Range<Int> {
    let start = position
    while position < bytes.count, bytes[position] != Self.opening { position += 1 }
    return start..<position
  }

  private mutating func takeStart() throws(Malformed) -> Token {
    let name = try takeName(from: position + 1)
    let start = name.upperBound
    var end = start
    var quote: UInt8?
    while end < bytes.count {
      let byte = bytes[end]
      if byte == quote {
        quote = nil
      } else if quote == nil {
        if byte == Self.closing { break }
        guard byte != Self.opening else { throw Malformed() }
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") { quote = byte }
      }
      end += 1
    }
    guard end < bytes.count else { throw Malformed() }
    position = end + 1
    if end > start, bytes[end - 1] == UInt8(ascii: "/") {
      return .start(name: name, attributes: start..<end - 1, isEmpty: true)
    }
    guard open.count < Self.depthLimit else { throw Malformed() }
    open.append(name)
    return .start(name: name, attributes: start..<end, isEmpty: false)
  }

  private mutating func takeEnd() throws(Malformed) -> Token {
    let name = try takeName(from: position + 2)
    position = name.upperBound
    while position < bytes.count, isBlank(bytes[position]) { position += 1 }
    guard position < bytes.count, bytes[position] == Self.closing, let last = open.popLast(),
      bytes[last].elementsEqual(bytes[name])
    else { throw Malformed() }
    position += 1
    return .end(name: name)
  }

  /// A name without its prefix.
  private func takeName(from first: Int) throws(Malformed) -> Range<Int> {
    var start = first
    var end = first
    while end < bytes.count, !isBlank(bytes[end]), bytes[end] != UInt8(ascii: "/"),
      bytes[end] != Self.closing
    {
      guard bytes[end] != Self.opening else { throw Malformed() }
      if bytes[end] == UInt8(ascii: ":") { start = end + 1 }
      end += 1
    }
    guard end > start else { throw Malformed() }
    return start..<end
  }

  private func appendEntity(
    at start: Int, before end: Int, to plain: inout [UInt8]
  ) throws(Malformed) -> Int {
    let limit = min(end, start + 12)
    guard let semicolon = bytes[start..<limit].firstIndex(of: UInt8(ascii: ";")) else {
      throw Malformed()
    }
    let name = start + 1..<semicolon
    if isNamed(name, "amp") {
      plain.append(UInt8(ascii: "&"))
    } else if isNamed(name, "lt") {
      plain.append(UInt8(ascii: "<"))
    } else if isNamed(name, "gt") {
      plain.append(UInt8(ascii: ">"))
    } else if isNamed(name, "quot") {
      plain.append(UInt8(ascii: "\""))
    } else if isNamed(name, "apos") {
      plain.append(UInt8(ascii: "'"))
    } else {
      var digits = String(decoding: bytes[name], as: UTF8.self)[...]
      guard digits.first == "#" else { throw Malformed() }
      digits.removeFirst()
      let isHexadecimal = digits.first == "x"
      if isHexadecimal { digits.removeFirst() }
      guard digits.first != "+", digits.first != "-",
        let value = UInt32(digits, radix: isHexadecimal ? 16 : 10), value > 0,
        let scalar = Unicode.Scalar(value)
      else { throw Malformed() }
      plain.append(contentsOf: UTF8.encode(scalar)!)
    }
    return semicolon + 1
  }

  private mutating func skip(past mark: StaticString) throws(Malformed) {
    while position < bytes.count {
      if starts(with: mark) {
        position += mark.utf8CodeUnitCount
        return
      }
      position += 1
    }
    throw Malformed()
  }

  private func starts(with mark: StaticString) -> Bool {
    let count = mark.utf8CodeUnitCount
    return position + count <= bytes.count
      && memcmp(bytes.baseAddress! + position, mark.utf8Start, count) == 0
  }

  private func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0a || byte == 0x0d
  }
}
