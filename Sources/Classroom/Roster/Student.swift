/// One person of the list, with what the list says of their work.
public struct Student: Sendable {
  /// What names their files: digits of the platform, or the code of a plain list.
  public let id: String
  public let name: String
  public let email: String
  /// The row of the sheet, the header being 0.
  public let row: Int
  /// As it stands in the list.
  public let grade: String
  public let comments: String
  /// What the list says the work can get; nil where it does not say.
  public let maximum: Double?
  /// The list says that the work came after its time.
  public let isLate: Bool
}

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
