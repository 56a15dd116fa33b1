/// What a lesson says of how its file is to be read; the rest is found out.
public struct TableOptions: Hashable, Sendable {
  /// Where the names of the columns come from.
  public enum Names: Hashable, Sendable {
    /// A line of the file.
    case line
    /// The file has none: `c1`, `c2`, ...
    case numbered
    /// The file has none: these.
    case given([String])
  }

  /// Which sheet of a workbook is read.
  public enum SheetChoice: Hashable, Sendable {
    case name(String)
    /// From 1.
    case number(Int)
  }

  public var names = Names.line
  /// nil: the only sheet that has the used columns.
  public var sheet: SheetChoice?
  /// The decimal sign of every column; nil: what the cells say.
  public var decimal: NumberMark?
  /// The decimal sign of single columns, by the names that a lesson uses.
  public var decimals: [String: NumberMark] = [:]
  /// A name and its aliases for each column that must be there. They tell the line of names and the
  /// sheet, and columns that are not among them may lack a name or share one. nil: every column
  /// must be in order.
  public var used: [[String]]?

  public init() {}
}
