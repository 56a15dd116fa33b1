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
