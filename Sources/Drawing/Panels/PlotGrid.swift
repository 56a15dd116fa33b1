/// Small multiples: plots that share two axes, whose numbers and names are drawn once, at the left
/// and at the bottom.
public struct PlotGrid: Panel {
  public var plots: [Plot]
  public var columns: Int

  /// Takes the axes of the first plot, with scales for the marks of all; the legend above names the
  /// marks of the first plot.
  ///
  /// Precondition: there is at least one plot.
  public init(_ plots: [Plot], columns: Int) {
    precondition(!plots.isEmpty, "a grid without plots")
    self.plots = plots
    self.columns = max(1, min(columns, plots.count))
  }

  private var rows: Int { (plots.count + columns - 1) / columns }

  public func draw(on canvas: any Canvas, in frame: Rect, _ theme: Theme) {
    var rest = frame
    let legend = Legend(marks: plots[0].marks.filter(\.isNamed), theme: theme)
    if plots[0].legend == .above && legend.marks.count > 1 {
      rest = rest.inset(0, legend.drawRow(on: canvas, in: rest), 0, 0)
    }
    // A plot of all marks determines the scales and the space around the areas.
    var whole = plots[0]
    whole.marks = plots.flatMap(\.marks)
    let titleHeight = titleHeight(canvas, theme, width: rest.width / Double(columns) * 0.8)
    let gap = theme.panelGap * 0.7
    let scales = whole.scales
    // The axis numbers are those that fit a small plot.
    var cell = Rect(
      rest.minX, rest.minY, rest.width / Double(columns), rest.height / Double(rows))
    var areas: [Rect] = []
    for _ in 0..<3 {
      let margins = whole.layout(canvas, cell, theme).margins
      areas = self.areas(in: rest, margins, titleHeight: titleHeight, gap: gap)
      cell.width = areas[0].width + margins.left + margins.right
      cell.height = areas[0].height + margins.top + margins.bottom
    }
    for (index, plot) in plots.enumerated() {
      let layout = PlotLayout(
        canvas: canvas, theme: theme, area: areas[index], xAxis: whole.x, yAxis: whole.y,
        xScale: scales.x, yScale: scales.y)
      drawTitle(plot.title, above: areas[index], on: canvas, theme)
      plot.drawMarks(on: canvas, layout) {
        layout.drawAxisLines()
        if index + columns >= plots.count { layout.drawXNumbers() }
        if index % columns == 0 { layout.drawYNumbers() }
      }
      if index == 0 { drawAxisNames(layout, around: areas, in: rest, on: canvas, theme) }
    }
  }

  private func titleHeight(_ canvas: any Canvas, _ theme: Theme, width: Double) -> Double {
    let style = theme.style(theme.tickSize, isBold: true)
    let lines = plots.map { plot in
      plot.title.map { canvas.fonts.wrapped($0, style, width: width, lines: 2).count } ?? 0
    }
    return Double(lines.max() ?? 0) * style.lineHeight + 5
  }

  private func drawTitle(
    _ title: String?, above area: Rect, on canvas: any Canvas, _ theme: Theme
  ) {
    guard let title else { return }
    let style = theme.style(theme.tickSize, isBold: true)
    let lines = canvas.fonts.wrapped(title, style, width: area.width, lines: 2)
    for (row, line) in lines.enumerated() {
      let bottom = area.minY - 5 - Double(lines.count - 1 - row) * style.lineHeight
      canvas.text(line, at: Point(area.minX, bottom), style, .left, .bottom)
    }
  }

  /// The areas of the plots, all of the same size.
  private func areas(
    in frame: Rect, _ margins: PlotLayout.Margins, titleHeight: Double, gap: Double
  ) -> [Rect] {
    let inner = frame.inset(margins.left, titleHeight, margins.right, margins.bottom)
    // A number below the end of an axis may extend into the gap as far as beyond the last plot.
    let across = max(gap, 2 * margins.right + 8)
    let width = (inner.width - across * Double(columns - 1)) / Double(columns)
    let down = titleHeight + gap * 0.6
    let height = (inner.height - down * Double(rows - 1)) / Double(rows)
    return plots.indices.map { index in
      Rect(
        inner.minX + Double(index % columns) * (width + across),
        inner.minY + Double(index / columns) * (height + down), max(1, width), max(1, height))
    }
  }

  /// Draws the axis names centred on all plots, followed by a power of ten that was factored out of
  /// the numbers.
  private func drawAxisNames(
    _ layout: PlotLayout, around areas: [Rect], in frame: Rect, on canvas: any Canvas,
    _ theme: Theme
  ) {
    let style = theme.style(theme.labelSize)
    let whole = areas.reduce(areas[0]) { $0.union($1) }
    func name(_ label: String?, _ factor: String?) -> String {
      [label, factor.map { "(\($0))" }].compactMap { $0 }.joined(separator: " ")
    }
    let across = canvas.fonts.fitted(
      name(plots[0].x.label, layout.xTicks.factor), style, width: whole.width)
    canvas.text(
      across, at: Point(whole.midX, frame.maxY - style.descent), style, .center, .baseline)
    let up = canvas.fonts.fitted(
      name(plots[0].y.label, layout.yTicks.factor), style, width: whole.height)
    guard !up.isEmpty else { return }
    let low = whole.midY + canvas.fonts.width(of: up, style) / 2
    canvas.text(up, at: Point(frame.minX + style.ascent, low), style, turn: .left)
  }
}
