/// Codes that may name files of ours.
enum StudentIdentifier {
  static let lengthLimit = 64

  /// Letters, digits, `-`, `_` and inner dots: nothing that climbs, hides, or means something to a
  /// shell or a spreadsheet.
  static func isSafe(_ code: String) -> Bool {
    guard let first = code.utf8.first, let last = code.utf8.last,
      code.utf8.count <= lengthLimit
    else { return false }
    return isWord(first) && isWord(last)
      && code.utf8.allSatisfy { isWord($0) || "-_.".utf8.contains($0) }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }
}
