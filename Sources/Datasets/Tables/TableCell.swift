/// Where the text of a cell stands, without its outer quotes.
struct TableCell {
  private var start: UInt32
  private var lengthAndFlag: UInt32

  init(_ range: Range<Int>, hasDoubledQuotes: Bool = false) {
    start = UInt32(range.lowerBound)
    lengthAndFlag = UInt32(range.count) << 1 | (hasDoubledQuotes ? 1 : 0)
  }

  var range: Range<Int> { Int(start)..<Int(start) + Int(lengthAndFlag >> 1) }
  /// Whether `""` stands for `"` in it.
  var hasDoubledQuotes: Bool { lengthAndFlag & 1 == 1 }

  func text(in bytes: UnsafeBufferPointer<UInt8>) -> String {
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
