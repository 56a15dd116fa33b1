import Diagnostics

/// The numbers shown in a figure: columns with a name for programs and a label for people.
public struct DataTable: Equatable, Sendable {
  public struct Column: Equatable, Sendable {
    /// The name in the CSV's header, the same in every language.
    public var name: String
    /// The heading of the page's table, in the page's language.
    public var label: String

    public init(_ name: String, label: String) {
      self.name = name
      self.label = label
    }
  }

  public enum Cell: Equatable, Sendable {
    case number(Double)
    /// A Float, written with its own shortest digits.
    case single(Float)
    case integer(Int)
    case text(String)
    /// A word in the CSV, the same in every language, and its label on the page.
    case term(String, label: String)
    case empty
  }

  public var columns: [Column]
  public var rows: [[Cell]]

  /// Precondition: every row has one cell per column.
  public init(columns: [Column], rows: [[Cell]]) {
    precondition(
      rows.allSatisfy { $0.count == columns.count }, "rows that do not have \(columns.count) cells")
    self.columns = columns
    self.rows = rows
  }

  /// RFC 4180 with line feeds, decimal points and shortest digits, in UTF-8 without a byte order mark.
  public var csv: [UInt8] {
    var text = columns.map { Self.quoted($0.name.harmlessCell) }.joined(separator: ",") + "\n"
    for row in rows {
      text += row.map(Self.field).joined(separator: ",") + "\n"
    }
    return Array(text.utf8)
  }

  private static func field(_ cell: Cell) -> String {
    switch cell {
    case .number(let value): plain(value)
    case .single(let value): plain(value)
    case .integer(let value): String(value)
    case .text(let value), .term(let value, label: _): quoted(value.harmlessCell)
    case .empty: ""
    }
  }

  /// The number without a trailing `.0`; empty if it is not finite.
  private static func plain<Value: BinaryFloatingPoint & CustomStringConvertible>(
    _ value: Value
  ) -> String {
    guard value.isFinite else { return "" }
    let text = value.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  private static func quoted(_ text: String) -> String {
    let special = ",\"\n\r".utf8
    guard text.utf8.contains(where: special.contains) else { return text }
    return "\""
      + text.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }
}
