import Diagnostics
import Figures
import Phrases

extension FigureValue {
  /// Maximum number of rows of a figure's data shown on the page.
  package static let rowLimit = 8

  /// - Parameters:
  ///   - source: the image's path or `data:` URL, as HTML.
  ///   - isLinked: whether the files of the report folder are next to the page.
  package init(
    _ drawn: DrawnFigure, label: String, source: String, isLinked: Bool,
    phrases: PhraseCatalogue, numbers: NumberStyle
  ) {
    let figure = drawn.figure
    anchor = "\(drawn.language.rawValue)-\(figure.id)"
    self.source = source
    width = Int(figure.width.rounded())
    height = Int(figure.height.rounded())
    alt = figure.alt
    self.label = label
    caption = figure.caption
    summary = phrases["page.figureData", ["figure": label]]
    description = figure.longDescription
    tableLabel = phrases["page.tableLabel", ["figure": label]]
    columns = figure.data.columns.map(\.label)
    let count = figure.data.rows.count
    rows = Self.rows(figure.data, numbers)
    let shown = min(count, Self.rowLimit)
    let arguments = [
      "shown": numbers.string(shown), "count": numbers.string(count), "file": drawn.dataPath,
    ]
    let isCut = shown < count
    if isLinked {
      rowsShown = phrases[isCut ? "page.rowsCut" : "page.rowsAll", arguments]
      file = drawn.dataPath
    } else {
      rowsShown = isCut ? phrases["page.rowsCutAlone", arguments] : ""
      file = nil
    }
  }

  /// The first and the last rows of a long table, separated by one wide cell.
  private static func rows(_ data: DataTable, _ numbers: NumberStyle) -> [RowValue] {
    let all = data.rows
    guard all.count > rowLimit else { return all.map { row($0, numbers) } }
    let half = rowLimit / 2
    let gap = RowValue(cells: [], gap: data.columns.count)
    return all.prefix(half).map { row($0, numbers) } + [gap]
      + all.suffix(half).map { row($0, numbers) }
  }

  private static func row(_ cells: [DataTable.Cell], _ numbers: NumberStyle) -> RowValue {
    RowValue(
      cells: cells.map { cell in
        switch cell {
        case .number(let value):
          RowValue.Cell(text: numbers.significant(value, digits: 6), isNumber: true)
        case .single(let value):
          RowValue.Cell(text: numbers.significant(Double(value), digits: 6), isNumber: true)
        case .integer(let value):
          RowValue.Cell(text: numbers.string(value), isNumber: true)
        case .text(let text), .term(_, label: let text):
          RowValue.Cell(text: text, isNumber: false)
        case .empty: RowValue.Cell(text: "", isNumber: false)
        }
      })
  }
}
