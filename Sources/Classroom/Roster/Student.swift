/// One person of the list, with what the list says about their work.
public struct Student: Sendable {
  /// A row of one of the lists.
  public struct Row: Hashable, Sendable {
    /// The index of the list in `Roster.lists`.
    public var list: Int
    /// The index of the row, the header being 0.
    public var row: Int
  }

  /// What names the student's files: digits of the platform, or the code of a plain list.
  public let id: String
  public let name: String
  public let email: String
  /// One row, or one in each list of a class with several groups.
  public internal(set) var rows: [Row]
  /// The highest grade of the work; nil if the list does not say.
  public let maximum: Points?
  public let lateness: Lateness
}

/// Codes that may become names of files.
enum StudentIdentifier {
  static let lengthLimit = 64

  /// Letters, digits, `-`, `_` and inner dots: nothing that leaves a folder, hides a file, or means
  /// something to a shell or a spreadsheet.
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
