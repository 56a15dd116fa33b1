/// How grades go back to the platform.
public struct ExportOptions: Sendable {
  /// What becomes of comments that stand in the list.
  public enum Comments: String, CaseIterable, Sendable {
    /// Ours follows them.
    case append
    case replace
    /// Ours is written only where there is none.
    case keep
  }

  public var comments = Comments.append
  /// Grades that stand in the list may change, unless somebody changed them by hand.
  public var regrades = false
  /// Only pages that are not those of the last time.
  public var onlyChanged = false
  /// Each page goes with its PDF, where it has been printed.
  public var includesPDF = false
  /// Of one archive of pages, in bytes; a page larger than that has one of its own.
  public var zipLimit = 20_000_000
  /// A plain list for Excel in Spanish: `;` between cells and decimal commas.
  public var usesExcelSpanish = false
  /// Canvas: the title of the assignment's column; nil where there is only one.
  public var assignment: String?

  public init() {}
}
