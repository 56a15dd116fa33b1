/// Where the text of a cell stands, without its outer quotes.
package struct TableCell {
  private var start: UInt32
  private var lengthAndFlags: UInt32

  init(_ range: Range<Int>, hasDoubledQuotes: Bool = false, isStored: Bool = false) {
    start = UInt32(range.lowerBound)
    lengthAndFlags =
      UInt32(range.count) << 2 | (isStored ? 2 : 0) | (hasDoubledQuotes ? 1 : 0)
  }

  static let empty = TableCell(0..<0)

  package var range: Range<Int> { Int(start)..<Int(start) + Int(lengthAndFlags >> 2) }
  /// Whether `""` stands for `"` in it.
  package var hasDoubledQuotes: Bool { lengthAndFlags & 1 == 1 }
  /// Whether a spreadsheet keeps it as a number, so that its point is in no doubt.
  var isStored: Bool { lengthAndFlags & 2 == 2 }

  func number(in bytes: UnsafeBufferPointer<UInt8>) -> NumberCell {
    NumberCell(UnsafeBufferPointer(rebasing: bytes[range]), isStored: isStored)
  }

  package func text(in bytes: UnsafeBufferPointer<UInt8>) -> String {
    let content = UnsafeBufferPointer(rebasing: bytes[range])
    guard hasDoubledQuotes else { return String(decoding: content, as: UTF8.self) }
    var plain: [UInt8] = []
    var isSecond = false
    for byte in content {
      isSecond = byte == UInt8(ascii: "\"") && !isSecond
      if byte != UInt8(ascii: "\"") || isSecond { plain.append(byte) }
    }
    return String(decoding: plain, as: UTF8.self)
  }
}
