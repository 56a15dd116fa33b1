/// RFC 4648, section 4; used for pictures inside pages and for hashes in their policy.
package enum Base64 {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

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
