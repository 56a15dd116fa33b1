/// What a text looks like that stands where a number was expected.
enum CellText {
  /// `2024-01-05`, perhaps with a time; how the dates of a sheet are written here as well.
  static func isDate(_ text: String) -> Bool {
    let bytes = Array(text.utf8.prefix(11))
    guard bytes.count == 10 || bytes.count == 11 && (bytes[10] == 0x54 || bytes[10] == 0x20) else {
      return false
    }
    return bytes.prefix(10).enumerated().allSatisfy { index, byte in
      index == 4 || index == 7 ? byte == UInt8(ascii: "-") : NumberText.isDigit(byte)
    }
  }

  /// The number and the rest of a text such as `85 lpm`, where the rest is one word that begins like
  /// a unit; nil for anything else.
  static func measure(_ text: String) -> (number: String, unit: String)? {
    var text = text
    return text.withUTF8 { bytes in
      for split in (1..<max(2, min(bytes.count, longest))).reversed() {
        let head = UnsafeBufferPointer(rebasing: bytes[..<min(split, bytes.count)])
        guard NumberCell(head).shape.isNumber else { continue }
        let rest = NumberText.trimmed(UnsafeBufferPointer(rebasing: bytes[head.count...])[...])
        let unit = String(decoding: rest, as: UTF8.self)
        guard isUnit(unit) else { return nil }
        let number = NumberText.trimmed(head[...])
        return (String(decoding: number, as: UTF8.self), unit)
      }
      return nil
    }
  }

  /// How many bytes of a text are looked at for a number.
  private static let longest = 60

  private static func isUnit(_ text: String) -> Bool {
    guard let first = text.first, text.count <= 20 else { return false }
    let opens = first.isLetter || "°%‰€$µ′″".contains(first)
    return opens && !text.contains { $0.isWhitespace }
  }
}
