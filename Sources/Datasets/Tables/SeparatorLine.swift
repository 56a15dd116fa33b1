/// A first line `sep=;`, which spreadsheets write and read to name the separator.
package struct SeparatorLine {
  package let separator: Separator
  /// With the line's end.
  package let length: Int

  package init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    let quote = UInt8(ascii: "\"")
    let isQuoted = bytes.first == quote
    let start = isQuoted ? 1 : 0
    guard bytes.count > start + 4,
      bytes[start..<start + 4].elementsEqual("sep=".utf8, by: { $0 == $1 || $0 | 0x20 == $1 }),
      let separator = Separator(rawValue: bytes[start + 4])
    else { return nil }
    var end = start + 5
    if isQuoted {
      guard end < bytes.count, bytes[end] == quote else { return nil }
      end += 1
    }
    if end < bytes.count, bytes[end] == UInt8(ascii: "\r") { end += 1 }
    if end < bytes.count, bytes[end] == UInt8(ascii: "\n") {
      end += 1
    } else if end < bytes.count, bytes[end - 1] != UInt8(ascii: "\r") {
      return nil
    }
    self.separator = separator
    length = end
  }
}
