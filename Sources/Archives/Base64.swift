/// RFC 4648, section 4; used for pictures inside pages and for hashes in their policy.
package enum Base64 {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// The value of each byte of text; nil for what is no character of the alphabet.
  private static let values: [UInt32?] = {
    var values = [UInt32?](repeating: nil, count: 256)
    for (value, character) in alphabet.enumerated() { values[Int(character)] = UInt32(value) }
    return values
  }()

  /// What is no character of the alphabet, such as blanks and line ends, is passed over.
  package static func decode(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    var bits: UInt32 = 0
    var count = 0
    for character in text.utf8 {
      guard let value = values[Int(character)] else { continue }
      bits = bits << 6 | value
      count += 6
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return bytes
  }

  package static func encode(_ bytes: [UInt8]) -> String {
    let size = (bytes.count + 2) / 3 * 4
    return String(unsafeUninitializedCapacity: size) { text in
      var end = 0
      for start in stride(from: 0, to: bytes.count, by: 3) {
        let count = min(3, bytes.count - start)
        var group = 0
        for place in 0..<3 { group = group << 8 | (place < count ? Int(bytes[start + place]) : 0) }
        for place in 0..<4 {
          text[end + place] =
            place <= count ? alphabet[group >> (18 - 6 * place) & 63] : UInt8(ascii: "=")
        }
        end += 4
      }
      return size
    }
  }
}
