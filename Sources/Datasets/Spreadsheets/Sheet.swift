import Diagnostics

/// The cells of a sheet that hold something, row by row.
struct Sheet {
  struct Cell {
    /// From 0, as in the sheet.
    var column: Int32
    var text: TableCell
  }

  struct Row {
    /// From 1, as the sheet counts.
    var number: Int
    /// In order; never empty.
    var cells: Range<Int>
  }

  /// What people call it.
  var title = ""
  /// The same, in a workbook of several sheets: then errors name it.
  var name: String?
  /// Rows that a filter or a person hid, which are read all the same.
  var hiddenRowCount = 0

  /// The texts of all cells, which `Cell.text` points into.
  var bytes: [UInt8] = []
  var cells: [Cell] = []
  var rows: [Row] = []
  var assumptions: [Message] = []
  /// For each column with percentages, from the first one on: a cell that is one.
  var percentages: [CellReference] = []

  /// The columns that hold something; none in an empty sheet.
  var columns: Range<Int> {
    let places = cells.lazy.map { Int($0.column) }
    guard let first = places.min(), let last = places.max() else { return 0..<0 }
    return first..<last + 1
  }
}

/// The rows of a sheet as records of equal length, empty columns on the left left out.
struct SheetRecords: RecordSource {
  private let sheet: Sheet
  private let columns: Range<Int>
  private var next = 0

  init(_ sheet: Sheet) {
    self.sheet = sheet
    columns = sheet.columns
  }

  mutating func next(_ cells: inout [TableCell]) -> TableRecord? {
    guard next < sheet.rows.count else { return nil }
    let row = sheet.rows[next]
    next += 1
    let first = cells.count
    // No farther than tells that there are too many.
    let width = min(columns.count, Table.columnLimit + 1)
    for cell in sheet.cells[row.cells] {
      let place = first + Int(cell.column) - columns.lowerBound
      while cells.count < place { cells.append(.empty) }
      cells.append(cell.text)
    }
    while cells.count < first + width { cells.append(.empty) }
    return TableRecord(line: row.number, cellCount: cells.count - first, isBlank: false)
  }
}
