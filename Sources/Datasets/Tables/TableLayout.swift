/// How a file was read, in the terms of `pandas.read_csv` and `read_excel`.
public struct TableLayout: Hashable, Sendable {
  /// Python's name; nil for a workbook.
  public let encoding: String?
  /// nil for a workbook; a blank for one blank or several.
  public let separator: Character?
  /// The sheet that was read; nil for a text.
  public let sheet: String?
  /// Physical lines or rows of the sheet that are no data, from 1, the line of names not counted.
  public let skippedLines: [Int]
  /// The line of names, from 1; nil where the file has none.
  public let headerLine: Int?
  /// Whether the first name stands behind a `#`.
  public let hasMarkedHeader: Bool
  /// Whether the lines of names have one cell fewer than the rows, which begin with their names.
  public let hasRowNames: Bool
  /// The columns as the reader names them.
  public let columns: [String]

  init(_ contents: TableContents, encoding: String?, sheet: Sheet?) {
    self.encoding = encoding
    separator = contents.origin.separator.map { Character(Unicode.Scalar($0.rawValue)) }
    self.sheet = sheet?.title
    skippedLines =
      (contents.titles.map(\.line) + contents.comments + contents.footers.map(\.line)
      + contents.emptyLines + [contents.unitsLine].compactMap { $0 }).sorted()
    headerLine = contents.options.names == .line ? contents.headerLine : nil
    hasMarkedHeader = contents.hasMarkedHeader
    hasRowNames = contents.hasRowNumbers
    columns = contents.columns
  }
}
