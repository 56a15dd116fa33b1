/// A table of cells with a number and a shade each, such as a confusion matrix; a mark in the cell
/// shows the sign of the shade.
public struct MatrixPanel: Panel {
  public struct Cell: Hashable, Sendable {
    public var text: String
    /// A second text in smaller letters below the first.
    public var secondText: String?
    /// -1 to 1: the sign selects the colour, the magnitude its strength.
    public var shade: Double
    /// Draws a small triangle: filled and pointing up for positive, hollow and pointing down for
    /// negative.
    public var hasSignMark: Bool
    /// Draws a strong frame around the cell.
    public var isFramed: Bool

    public init(
      _ text: String, secondText: String? = nil, shade: Double = 0, hasSignMark: Bool = false,
      isFramed: Bool = false
    ) {
      self.text = text
      self.secondText = secondText
      self.shade = shade
      self.hasSignMark = hasSignMark
      self.isFramed = isFramed
    }

    fileprivate var lines: [String] { [text] + (secondText.map { [$0] } ?? []) }
  }

  public var title: String?
  public var rowLabels: [String]
  public var columnLabels: [String]
  /// Titles of rows and columns, beside and above the labels.
  public var rowTitle: String?
  public var columnTitle: String?
  public var cells: [[Cell]]
  /// Uses shades of grey instead of the colours of the two signs.
  public var isInk = false
  /// Maximum size of a cell.
  public var largestCell: (width: Double, height: Double)

  /// Precondition: one label per row and per column.
  public init(
    title: String? = nil, rowLabels: [String], columnLabels: [String], rowTitle: String? = nil,
    columnTitle: String? = nil, cells: [[Cell]],
    largestCell: (width: Double, height: Double) = (110, 34)
  ) {
    precondition(
      cells.count == rowLabels.count && cells.allSatisfy { $0.count == columnLabels.count },
      "a table of \(cells.count) rows with \(rowLabels.count) and \(columnLabels.count) labels")
    self.title = title
    self.rowLabels = rowLabels
    self.columnLabels = columnLabels
    self.rowTitle = rowTitle
    self.columnTitle = columnTitle
    self.cells = cells
    self.largestCell = largestCell
  }

  public func draw(on canvas: any Canvas, in frame: Rect, _ theme: Theme) {
    let rest = canvas.drawPanelTitle(title, in: frame, theme)
    guard !rowLabels.isEmpty, !columnLabels.isEmpty else { return }
    let layout = MatrixLayout(self, canvas, rest, theme)
    layout.drawLabels()
    layout.drawShades()
    layout.drawRules()
    for (row, cells) in cells.enumerated() {
      for (column, cell) in cells.enumerated() {
        layout.draw(cell, in: layout.cell(row, column))
      }
    }
  }
}

/// The positions of the cells and labels of a table.
private struct MatrixLayout {
  let panel: MatrixPanel
  let canvas: any Canvas
  let theme: Theme
  let grid: Rect
  private let outer: Rect
  private let cellWidth: Double
  private let cellHeight: Double
  private let labelStyle: TextStyle
  private let turnsColumns: Bool
  private let titleStyle: TextStyle
  private let textSize: Double
  private var rows: Int { panel.rowLabels.count }
  private var columns: Int { panel.columnLabels.count }

  init(_ panel: MatrixPanel, _ canvas: any Canvas, _ frame: Rect, _ theme: Theme) {
    self.panel = panel
    self.canvas = canvas
    self.theme = theme
    titleStyle = theme.style(theme.labelSize)
    let rowTitleWidth = panel.rowTitle == nil ? 0 : titleStyle.height + 6
    let columnTitleHeight = panel.columnTitle == nil ? 0 : titleStyle.height + 8
    let room = frame.height - columnTitleHeight
    let rowCount = Double(panel.rowLabels.count)
    let size = min(theme.tickSize, max(theme.smallestSize, room / (rowCount + 1) * 0.85))
    let style = theme.style(size)
    labelStyle = style
    func widest(_ labels: [String]) -> Double {
      labels.map { canvas.fonts.width(of: $0, style) }.max() ?? 0
    }
    let rowLabelWidth = min(widest(panel.rowLabels), frame.width * 0.45) + 6
    let left = rowTitleWidth + rowLabelWidth
    let width = min(
      panel.largestCell.width, (frame.width - left) / Double(panel.columnLabels.count))
    cellWidth = width
    let isTurned = widest(panel.columnLabels) > width - 4
    turnsColumns = isTurned
    // A quarter of the height, or the room that a short table leaves.
    let spare = room - rowCount * panel.largestCell.height - 5
    let columnLabelHeight =
      (isTurned ? min(widest(panel.columnLabels), max(frame.height * 0.25, spare)) : style.height)
      + 5
    let top = columnTitleHeight + columnLabelHeight
    let height = min(panel.largestCell.height, (frame.height - top) / rowCount)
    cellHeight = height
    textSize = Self.textSize(panel, canvas, theme, width: width, height: height)
    outer = frame
    grid = Rect(
      frame.minX + left, frame.minY + top, width * Double(panel.columnLabels.count),
      height * rowCount)
  }

  func cell(_ row: Int, _ column: Int) -> Rect {
    Rect(
      grid.minX + Double(column) * cellWidth, grid.minY + Double(row) * cellHeight, cellWidth,
      cellHeight)
  }

  func drawLabels() {
    if let title = panel.columnTitle {
      let fitted = canvas.fonts.fitted(title, titleStyle, width: outer.maxX - grid.minX)
      canvas.text(fitted, at: Point(grid.minX, outer.minY), titleStyle, .left, .top)
    }
    if let title = panel.rowTitle {
      let fitted = canvas.fonts.fitted(title, titleStyle, width: grid.height)
      let width = canvas.fonts.width(of: fitted, titleStyle)
      canvas.text(
        fitted, at: Point(outer.minX + titleStyle.ascent, grid.midY + width / 2), titleStyle,
        turn: .left)
    }
    let rowRoom = grid.minX - outer.minX - (panel.rowTitle == nil ? 0 : titleStyle.height + 6) - 5
    let rowStep = max(1, Int((labelStyle.height / cellHeight).rounded(.up)))
    for row in stride(from: 0, to: rows, by: rowStep) {
      canvas.text(
        canvas.fonts.fitted(panel.rowLabels[row], labelStyle, width: rowRoom),
        at: Point(grid.minX - 6, cell(row, 0).midY), labelStyle, .right, .middle)
    }
    let columnStep = turnsColumns ? max(1, Int((labelStyle.height / cellWidth).rounded(.up))) : 1
    let columnRoom = grid.minY - outer.minY - (panel.columnTitle == nil ? 0 : titleStyle.height + 8)
    for column in stride(from: 0, to: columns, by: columnStep) {
      let place = cell(0, column)
      let label = panel.columnLabels[column]
      if turnsColumns {
        let fitted = canvas.fonts.fitted(label, labelStyle, width: columnRoom - 4)
        canvas.text(
          fitted, at: Point(place.midX + labelStyle.size * 0.365, grid.minY - 5), labelStyle,
          turn: .left)
      } else {
        canvas.text(label, at: Point(place.midX, grid.minY - 5), labelStyle, .center, .bottom)
      }
    }
  }

  private func shade(_ cell: MatrixPanel.Cell) -> Color {
    let strength = min(1, cell.shade.magnitude)
    if panel.isInk { return theme.background.mixed(with: theme.ink, strength) }
    let tint = cell.shade < 0 ? theme.negative : theme.positive
    return theme.background.mixed(with: tint, strength * 0.85)
  }

  func drawShades() {
    for (row, cells) in panel.cells.enumerated() {
      for (column, cell) in cells.enumerated() {
        let color = shade(cell)
        guard color != theme.background else { continue }
        canvas.fill(.rectangle(self.cell(row, column)), color)
      }
    }
  }

  /// Draws all lines between and around the cells in one stroke.
  func drawRules() {
    var rules = Path()
    for row in 1..<max(rows, 1) {
      let y = cell(row, 0).minY
      rules.addLine(Point(grid.minX, y), Point(grid.maxX, y))
    }
    for column in 1..<max(columns, 1) {
      let x = cell(0, column).minX
      rules.addLine(Point(x, grid.minY), Point(x, grid.maxY))
    }
    if !rules.segments.isEmpty {
      canvas.stroke(rules, Stroke(theme.grid.mixed(with: theme.axis, 0.2), width: 0.9))
    }
    canvas.stroke(.rectangle(grid), Stroke(theme.axis, width: 0.9))
  }

  /// Draws the texts and marks of a cell over its shade.
  func draw(_ cell: MatrixPanel.Cell, in rect: Rect) {
    if cell.isFramed {
      canvas.stroke(.rectangle(rect.inset(1.2)), Stroke(theme.text, width: 1.6))
    }
    let letters = shade(cell).lightness < 0.26 ? theme.background : theme.text
    if cell.hasSignMark && rect.width >= 10 && rect.height >= 8 {
      drawMark(cell.shade, at: Point(rect.minX + markRoom * 0.5 + 2, rect.midY), letters)
    }
    guard textSize >= theme.smallestSize else { return }
    canvas.centered(
      cell.lines, at: Point(rect.midX + (cell.hasSignMark ? markRoom / 2 : 0), rect.midY),
      theme.style(textSize).colored(letters), width: rect.width, smallest: textSize)
  }

  private var markRoom: Double { min(14, cellWidth * 0.2) }

  /// The size at which every cell's text fits; no text is drawn below the theme's smallest size.
  private static func textSize(
    _ panel: MatrixPanel, _ canvas: any Canvas, _ theme: Theme, width: Double, height: Double
  ) -> Double {
    var size = theme.tickSize
    let style = theme.style(theme.tickSize)
    for cell in panel.cells.joined() {
      let room = width - (cell.hasSignMark ? min(14, width * 0.2) : 0) - 5
      size = min(size, height / Double(cell.lines.count) * 0.78)
      for line in cell.lines {
        let lineWidth = canvas.fonts.width(of: line, style)
        if lineWidth > 0 { size = min(size, theme.tickSize * room / lineWidth) }
      }
    }
    return size
  }

  private func drawMark(_ value: Double, at center: Point, _ color: Color) {
    guard value != 0 else { return }
    let up = value > 0 ? 1.0 : -1.0
    let triangle = Path.polygon([
      Point(center.x, center.y - 3.6 * up), Point(center.x + 3.6, center.y + 2.9 * up),
      Point(center.x - 3.6, center.y + 2.9 * up),
    ])
    if value > 0 {
      canvas.fill(triangle, color)
    } else {
      canvas.stroke(triangle, Stroke(color, width: 1.1))
    }
  }
}
