import Archives

/// `file://` links that a terminal makes clickable.
enum FileLink {
  /// RFC 8089 with what RFC 3986 leaves unreserved, and `/`, as it is.
  static func url(of path: String) -> String {
    let absolute = Files.resolved(path) ?? path
    var url = "file://"
    for byte in absolute.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "-"),
        UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
        url.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        url += "%" + (digits.utf8.count == 1 ? "0" : "") + digits
      }
    }
    return url
  }
}
