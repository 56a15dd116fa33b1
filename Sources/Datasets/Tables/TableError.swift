import Archives
import Diagnostics

/// Why a table could not be read, and on which physical line.
public struct TableError: UserError, Hashable {
  public let path: String
  public let line: Int?
  /// The name of the cell in its sheet, such as `B14`; nil in a text.
  public let cell: String?
  public let fault: TableFault

  public init(_ path: String, line: Int? = nil, cell: String? = nil, _ fault: TableFault) {
    self.path = path
    self.line = line
    self.cell = cell
    self.fault = fault
  }

  public var place: Place? { Place(path, line: line) }

  public var message: Message {
    let message = fault.message
    guard fault.isAboutCell else { return message }
    let suffix = cell.map { " (\($0))" } ?? ""
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

  case unclosedQuote(column: String)
  case textAfterQuote(column: String, text: String)
  case tooFewCells(found: Int, expected: Int)
  /// Too many; decimal commas between commas are the likely cause if that is the separator.
  case tooManyCellsInRow(found: Int, expected: Int, isCommaSeparated: Bool)

  /// The last row sums the others up.
  case summaryRow(value: String)

  case emptyCell(column: String)
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
  fileprivate var isAboutCell: Bool {
    switch self {
    case .summaryRow, .emptyCell, .notANumber, .missing, .unit, .date, .formula, .notFinite,
      .hexadecimal,
      .outOfRange, .ambiguousNumber, .mixedMarks:
      true
    default: false
    }
  }

  var message: Message {
    switch self {
    case .empty: Message("table.empty")
    case .noRows: Message("table.noRows")
    case .spreadsheet(let ending): Message("table.spreadsheet", ["ending": ending])
    case .encryptedSpreadsheet: Message("table.encryptedSpreadsheet")
    case .brokenSpreadsheet(let part): Message("table.brokenSpreadsheet", ["part": part])
    case .notASpreadsheet: Message("table.notASpreadsheet")
    case .archive(let fault): ArchiveError("", fault).message
    case .webPage: Message("table.webPage")
    case .nulByte: Message("table.nulByte")
    case .brokenUTF16: Message("table.brokenUTF16")
    case .tooManyRows(let limit): Message("table.tooManyRows", ["limit": "\(limit)"])
    case .tooManyColumns(let limit): Message("table.tooManyColumns", ["limit": "\(limit)"])
    case .tooManyCells(let limit): Message("table.tooManyCells", ["limit": "\(limit)"])
    case .noHeader, .unnamedColumn, .duplicateColumn, .missingColumn, .ambiguousColumn:
      headerMessage
    case .unclosedQuote, .textAfterQuote, .tooFewCells, .tooManyCellsInRow, .summaryRow:
      rowMessage
    default: cellMessage
    }
  }

  private var headerMessage: Message {
    switch self {
    case .noHeader(let value): Message("table.noHeader", ["value": value])
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
    case .summaryRow(let value): Message("table.summaryRow", ["value": value])
    default: preconditionFailure("\(self) is not about a row")
    }
  }

  private var cellMessage: Message {
    switch self {
    case .emptyCell(let column): Message("table.emptyCell", ["column": column])
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
