import Diagnostics

/// Columns against each other: below the diagonal points, on it histograms, above it a text a pair.
public struct PairGrid: Panel {
  public struct Column: Sendable {
    public var label: String
    public var values: [Double]
    public var histogram: HistogramMark

    public init(label: String, values: [Double], histogram: HistogramMark) {
      self.label = label
      self.values = values
      self.histogram = histogram
    }
  }

  /// Rows that look the same; their name stands in the legend.
  public struct Group: Sendable {
    public var label: String?
    public var rows: [Int]

    public init(label: String?, rows: [Int]) {
      self.label = label
      self.rows = rows
    }
  }

  public var columns: [Column]
  public var groups: [Group]
  /// The text of each pair, by row and column; those on and below the diagonal are not drawn.
  public var texts: [[String]]
  public var numbers: NumberStyle

  /// Precondition: a text for every pair.
  public init(columns: [Column], groups: [Group], texts: [[String]], numbers: NumberStyle) {
    precondition(
      texts.count == columns.count && texts.allSatisfy { $0.count == columns.count },
      "\(texts.count) rows of texts for \(columns.count) columns")
    self.columns = columns
    self.groups = groups
    self.texts = texts
    self.numbers = numbers
  }

  private static let gap = 12.0

  public func draw(on canvas: any Canvas, in frame: Rect, _ theme: Theme) {
    var rest = frame
    let keys = groups.indices.map { PointMark([], [], label: groups[$0].label, series: $0) }
    if keys.count > 1 {
      rest = rest.inset(0, Legend(marks: keys, theme: theme).drawRow(on: canvas, in: rest), 0, 0)
    }
    let axis = Axis(hasGrid: false, tickLimit: 3, numbers: numbers)
    let scales = columns.map {
      axis.scale(
        Extent.union(Extent.range($0.values), $0.histogram.extent.x), positive: nil,
        sticksToZero: false)
    }
    let names = theme.style(theme.labelSize)
    let number = theme.style(theme.tickSize)
    let space = theme.tickLength + theme.tickPad
    let rough = rest.height / Double(columns.count)
    let ticks = scales.map { TickLabels(vertical: axis, $0, canvas, theme, length: rough, rest) }
    let left = names.height + theme.labelPad + space + (ticks.map(\.size.width).max() ?? 0)
    let bottom = names.height + theme.labelPad + space + number.height
    let inner = rest.inset(left, number.height / 2, 6, bottom)
    let count = Double(columns.count)
    let width = (inner.width - Self.gap * (count - 1)) / count
    let height = (inner.height - Self.gap * (count - 1)) / count
    func cell(_ row: Int, _ column: Int) -> Rect {
      Rect(
        inner.minX + Double(column) * (width + Self.gap),
        inner.minY + Double(row) * (height + Self.gap), width, height)
    }
    for row in columns.indices {
      for column in columns.indices {
        let box = cell(row, column)
        if column > row {
          drawText(texts[row][column], in: box, on: canvas, theme)
        } else {
          drawCell(row, column, scales, in: box, on: canvas, theme)
        }
      }
      drawName(columns[row].label, beside: cell(row, 0), from: rest.minX, on: canvas, theme)
      drawName(
        columns[row].label, below: cell(columns.count - 1, row), to: rest.maxY, on: canvas, theme)
      drawNumbers(axis, scales[row], below: cell(columns.count - 1, row), on: canvas, theme)
      if row > 0 { drawNumbers(axis, scales[row], beside: cell(row, 0), on: canvas, theme) }
    }
  }

  private func drawCell(
    _ row: Int, _ column: Int, _ scales: [any Scale], in box: Rect, on canvas: any Canvas,
    _ theme: Theme
  ) {
    canvas.stroke(
      .rectangle(box), Stroke(theme.axis.opacity(0.4), width: theme.axisWidth))
    canvas.pushClip(box)
    if row == column {
      let mark = columns[row].histogram
      let area = PlotArea(
        frame: box, xScale: scales[row],
        yScale: LinearScale(holding: mark.extent.y ?? 0...1, sticksToZero: true), theme: theme,
        isYReversed: false)
      mark.draw(on: canvas, in: area)
    } else {
      let area = PlotArea(
        frame: box, xScale: scales[column], yScale: scales[row], theme: theme, isYReversed: false)
      for (series, group) in groups.enumerated() {
        PointMark(
          group.rows.map { columns[column].values[$0] },
          group.rows.map { columns[row].values[$0] }, series: series,
          size: min(theme.markerSize, box.width / 18)
        ).draw(on: canvas, in: area)
      }
    }
    canvas.popClip()
  }

  private func drawText(_ text: String, in box: Rect, on canvas: any Canvas, _ theme: Theme) {
    let style = theme.style(theme.labelSize)
    canvas.text(
      canvas.fonts.fitted(text, style, width: box.width), at: box.center, style, .center, .middle)
  }

  private func drawName(
    _ name: String, beside box: Rect, from left: Double, on canvas: any Canvas, _ theme: Theme
  ) {
    let style = theme.style(theme.labelSize)
    let fitted = canvas.fonts.fitted(name, style, width: box.height)
    let low = box.midY + canvas.fonts.width(of: fitted, style) / 2
    canvas.text(fitted, at: Point(left + style.ascent, low), style, turn: .left)
  }

  private func drawName(
    _ name: String, below box: Rect, to bottom: Double, on canvas: any Canvas, _ theme: Theme
  ) {
    let style = theme.style(theme.labelSize)
    canvas.text(
      canvas.fonts.fitted(name, style, width: box.width),
      at: Point(box.midX, bottom - style.descent), style, .center, .baseline)
  }

  /// Numbers that would meet those of the next cell are left out.
  private func drawNumbers(
    _ axis: Axis, _ scale: any Scale, below box: Rect, on canvas: any Canvas, _ theme: Theme
  ) {
    let ticks = TickLabels(horizontal: axis, scale, canvas, theme, length: box.width, box)
    for (tick, label) in zip(ticks.ticks.major, ticks.labels) {
      guard let fraction = scale.fraction(tick.value) else { continue }
      let x = box.minX + fraction * box.width
      let half = canvas.fonts.width(of: label, ticks.style) / 2
      guard x - half > box.minX - Self.gap / 2, x + half < box.maxX + Self.gap / 2 else { continue }
      canvas.text(
        label, at: Point(x, box.maxY + theme.tickLength + theme.tickPad), ticks.style, .center, .top
      )
    }
  }

  private func drawNumbers(
    _ axis: Axis, _ scale: any Scale, beside box: Rect, on canvas: any Canvas, _ theme: Theme
  ) {
    let ticks = TickLabels(vertical: axis, scale, canvas, theme, length: box.height, box)
    let half = ticks.style.height / 2
    for (tick, label) in zip(ticks.ticks.major, ticks.labels) {
      guard let fraction = scale.fraction(tick.value) else { continue }
      let y = box.maxY - fraction * box.height
      guard y - half > box.minY - Self.gap / 2, y + half < box.maxY + Self.gap / 2 else { continue }
      canvas.text(
        label, at: Point(box.minX - theme.tickLength - theme.tickPad, y), ticks.style, .right,
        .middle)
    }
  }
}
