/// What happens to one cell of the list, whether it is written or left.
public struct CellChange: Sendable {
  public enum Column: String, Sendable {
    case grade, comment
  }

  /// Why a cell stays as it is although we would write something else.
  public enum Reason: String, CaseIterable, Sendable {
    /// A grade stands there already.
    case there
    /// What we wrote the last time has been changed since.
    case byHand
    /// The platform lets nobody change it.
    case locked
    /// The row ends before the column.
    case noCell
  }

  public let student: String
  public let name: String
  public let column: Column
  public let before: String
  public let after: String
  /// nil where the cell is written.
  public let kept: Reason?
  /// In the list.
  let row: Int
}
