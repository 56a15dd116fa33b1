import Archives
import Diagnostics

/// Why a table could not be read, and on which physical line.
public struct TableError: UserError, Hashable {
  public let path: String
  public let line: Int?
  /// The name of the cell in its sheet, such as `B14`; nil in a text.
  public let cell: String?
  /// The sheet that was read, in a workbook of several.
  public let sheet: String?
  public let fault: TableFault

  public init(
    _ path: String, line: Int? = nil, cell: String? = nil, sheet: String? = nil,
    _ fault: TableFault
  ) {
    self.path = path
    self.line = line
    self.cell = cell
    self.sheet = sheet
    self.fault = fault
  }

  public var place: Place? { Place(path, line: line) }

  public var message: Message {
    let message = fault.message(file: path)
    let place = [sheet, cell].compactMap { $0 }.joined(separator: "!")
    let suffix = place.isEmpty ? "" : " (\(place))"
    return Message(message.key, message.arguments.merging(["cell": suffix]) { $1 })
  }
}

/// What can be wrong with a table.
public enum TableFault: Error, Hashable, Sendable {
  case empty
  case noRows
  /// One that is known and not read.
  case spreadsheet(ending: String)
  case encryptedSpreadsheet
  /// The named part of an .xlsx is missing or no XML.
  case brokenSpreadsheet(part: String)
  /// A zip archive of something else.
  case notASpreadsheet
  case archive(ArchiveFault)
  /// Data of a program that is known and not read.
  case format(ForeignFormat)
  /// A text of a workbook that is longer than a spreadsheet allows.
  case longText(limit: Int)
  case missingSheet(String, sheets: String)
  case severalSheets(String, first: String)
  case noSheetHasThem(sheets: String)
  case webPage
  case nulByte
  case brokenUTF16
  case tooManyRows(limit: Int)
  case tooManyColumns(limit: Int)
  case tooManyCells(limit: Int)

  case noHeader(value: String)
  case unnamedColumn(number: Int)
  case duplicateColumn(column: String, first: Int, second: Int)
  case missingColumn(column: String, near: String?, columns: String)
  case ambiguousColumn(column: String, first: String, second: String)
  /// `names` of the lesson file against the file's columns.
  case nameCount(found: Int, expected: Int)
  case longName(number: Int, limit: Int)

  case unclosedQuote(column: String)
  case textAfterQuote(column: String, text: String)
  case tooFewCells(found: Int, expected: Int)
  /// Too many; decimal commas between commas are the likely cause if that is the separator.
  case tooManyCellsInRow(found: Int, expected: Int, isCommaSeparated: Bool)

  /// Several rows with more cells than names, or with fewer where the missing ones are used.
  case longRows(count: Int, expected: Int, lines: String)
  case shortRows(count: Int, expected: Int, lines: String)

  /// The last row sums the others up.
  case summaryRow(value: String)

  /// Several cells of a column that are no numbers for one reason, or cells without a value.
  case cells(CellKind, column: String, count: Int, lines: String, values: String)
  case emptyCell(column: String)
  /// `120/80`.
  case pair(column: String, value: String)
  /// `<0.5`.
  case limit(column: String, value: String)
  /// `2.5k`.
  case multiplier(column: String, value: String, unit: String)
  /// Not written with the decimal sign that the lesson states.
  case otherMark(column: String, value: String)
  case notADate(column: String, value: String)
  case notATime(column: String, value: String)
  /// `05/02/2024` in a column in which no date tells the day from the month.
  case ambiguousDates(column: String, value: String)
  case notANumber(column: String, value: String)
  /// `NA`, `-` or a spreadsheet's error.
  case missing(column: String, value: String)
  /// A number and something behind it, such as a unit.
  case unit(column: String, value: String, number: String, unit: String)
  case date(column: String, value: String)
  /// A formula without the result that a spreadsheet keeps with it.
  case formula(column: String, value: String)
  case notFinite(column: String, value: String)
  case hexadecimal(column: String, value: String)
  case outOfRange(column: String, value: String)
  case ambiguousNumber(column: String, value: String, decimal: String, thousands: String)
  case mixedMarks(column: String, value: String, other: String, otherLine: Int)
}

extension TableFault {
  func message(file path: String) -> Message {
    switch self {
    case .empty: Message("table.empty")
    case .noRows: Message("table.noRows")
    case .spreadsheet(let ending): Message("table.spreadsheet", ["ending": ending])
    case .encryptedSpreadsheet: Message("table.encryptedSpreadsheet")
    case .brokenSpreadsheet(let part): Message("table.brokenSpreadsheet", ["part": part])
    case .notASpreadsheet: Message("table.notASpreadsheet")
    case .archive(let fault): ArchiveError("", fault).message
    case .format(let format):
      format.line(file: path.split(separator: "/").last.map(String.init) ?? path).map {
        Message("table.format", ["format": format.name, "line": $0])
      } ?? Message("table.spreadsheet", ["ending": format.name])
    case .longText(let limit): Message("table.longText", ["limit": "\(limit)"])
    case .missingSheet(let sheet, let sheets):
      Message("table.missingSheet", ["name": sheet, "sheets": sheets])
    case .severalSheets(let sheets, let first):
      Message("table.severalSheets", ["sheets": sheets, "first": first])
    case .noSheetHasThem(let sheets): Message("table.noSheetHasThem", ["sheets": sheets])
    case .webPage: Message("table.webPage")
    case .nulByte: Message("table.nulByte")
    case .brokenUTF16: Message("table.brokenUTF16")
    case .tooManyRows(let limit): Message("table.tooManyRows", ["limit": "\(limit)"])
    case .tooManyColumns(let limit): Message("table.tooManyColumns", ["limit": "\(limit)"])
    case .tooManyCells(let limit): Message("table.tooManyCells", ["limit": "\(limit)"])
    case .noHeader, .unnamedColumn, .duplicateColumn, .missingColumn, .ambiguousColumn, .nameCount,
      .longName:
      headerMessage
    case .unclosedQuote, .textAfterQuote, .tooFewCells, .tooManyCellsInRow, .longRows, .shortRows,
      .summaryRow:
      rowMessage
    default: cellMessage
    }
  }

  private var headerMessage: Message {
    switch self {
    case .noHeader(let value): Message("table.noHeader", ["value": value])
    case .nameCount(let found, let expected):
      Message("table.nameCount", ["found": "\(found)", "expected": "\(expected)"])
    case .longName(let number, let limit):
      Message("table.longName", ["number": "\(number)", "limit": "\(limit)"])
    case .unnamedColumn(let number): Message("table.unnamedColumn", ["number": "\(number)"])
    case .duplicateColumn(let column, let first, let second):
      Message(
        "table.duplicateColumn",
        ["column": column, "first": "\(first)", "second": "\(second)"])
    case .missingColumn(let column, let near?, let columns):
      Message("table.missingColumnNear", ["column": column, "near": near, "columns": columns])
    case .missingColumn(let column, nil, let columns):
      Message("table.missingColumn", ["column": column, "columns": columns])
    case .ambiguousColumn(let column, let first, let second):
      Message("table.ambiguousColumn", ["column": column, "first": first, "second": second])
    default: preconditionFailure("\(self) is not about the header")
    }
  }

  private var rowMessage: Message {
    switch self {
    case .unclosedQuote(let column): Message("table.unclosedQuote", ["column": column])
    case .textAfterQuote(let column, let text):
      Message("table.textAfterQuote", ["column": column, "text": text])
    case .tooFewCells(let found, let expected):
      Message("table.tooFewCells", ["found": "\(found)", "expected": "\(expected)"])
    case .tooManyCellsInRow(let found, let expected, let isCommaSeparated):
      Message(
        isCommaSeparated ? "table.tooManyCellsByCommas" : "table.tooManyCellsInRow",
        ["found": "\(found)", "expected": "\(expected)"])
    case .longRows(let count, let expected, let lines):
      Message(
        "table.longRows", ["count": "\(count)", "expected": "\(expected)", "lines": lines])
    case .shortRows(let count, let expected, let lines):
      Message(
        "table.shortRows", ["count": "\(count)", "expected": "\(expected)", "lines": lines])
    case .summaryRow(let value): Message("table.summaryRow", ["value": value])
    default: preconditionFailure("\(self) is not about a row")
    }
  }

  private var cellMessage: Message {
    switch self {
    case .emptyCell(let column): Message("table.emptyCell", ["column": column])
    case .cells(let kind, let column, let count, let lines, let values):
      Message(
        "table.cells.\(kind.rawValue)",
        ["column": column, "count": "\(count)", "lines": lines, "values": values])
    case .pair(let column, let value):
      Message("table.pair", ["column": column, "value": value])
    case .limit(let column, let value):
      Message("table.limit", ["column": column, "value": value])
    case .multiplier(let column, let value, let unit):
      Message("table.multiplier", ["column": column, "value": value, "unit": unit])
    case .otherMark(let column, let value):
      Message("table.otherMark", ["column": column, "value": value])
    case .notADate(let column, let value):
      Message("table.notADate", ["column": column, "value": value])
    case .notATime(let column, let value):
      Message("table.notATime", ["column": column, "value": value])
    case .ambiguousDates(let column, let value):
      Message("table.ambiguousDates", ["column": column, "value": value])
    case .notANumber(let column, let value):
      Message("table.notANumber", ["column": column, "value": value])
    case .missing(let column, let value):
      Message("table.missing", ["column": column, "value": value])
    case .unit(let column, let value, let number, let unit):
      Message(
        "table.unit", ["column": column, "value": value, "number": number, "unit": unit])
    case .date(let column, let value):
      Message("table.date", ["column": column, "value": value])
    case .formula(let column, let value):
      Message("table.formula", ["column": column, "value": value])
    case .notFinite(let column, let value):
      Message("table.notFinite", ["column": column, "value": value])
    case .hexadecimal(let column, let value):
      Message("table.hexadecimal", ["column": column, "value": value])
    case .outOfRange(let column, let value):
      Message("table.outOfRange", ["column": column, "value": value])
    case .ambiguousNumber(let column, let value, let decimal, let thousands):
      Message(
        "table.ambiguousNumber",
        ["column": column, "value": value, "decimal": decimal, "thousands": thousands])
    case .mixedMarks(let column, let value, let other, let otherLine):
      Message(
        "table.mixedMarks",
        ["column": column, "value": value, "other": other, "otherLine": "\(otherLine)"])
    default: preconditionFailure("\(self) is not about a cell")
    }
  }
}
