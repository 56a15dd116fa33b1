/// A picture to be drawn: size, heading, and panels side by side or in rows.
///
/// Example: `Picture(title: "Loss", panels: [plot])`, drawn by `PictureRenderer.png`.
public struct Picture: Sendable {
  /// In points; 640 x 480 by default.
  public var width: Double
  public var height: Double
  public var title: String?
  /// A warning in a framed strip below the panels, for readers who see the picture without its
  /// page.
  public var notice: String?
  public var panels: [any Panel]
  public var columns: Int
  /// Relative widths of the columns; empty for equal ones.
  public var shares: [Double]
  /// Relative heights of the rows; empty for equal ones.
  public var rowShares: [Double]

  public init(
    width: Double = 640, height: Double = 480, title: String? = nil, notice: String? = nil,
    panels: [any Panel], columns: Int? = nil, shares: [Double] = [],
    rowShares: [Double] = []
  ) {
    self.width = width
    self.height = height
    self.title = title
    self.notice = notice
    self.panels = panels
    self.columns = max(1, columns ?? panels.count)
    self.shares = shares
    self.rowShares = rowShares
  }

  /// Paints the background, the heading and the panels.
  public func draw(on canvas: any Canvas, _ theme: Theme = .standard) {
    canvas.fill(.rectangle(Rect(0, 0, width, height)), theme.background)
    var rest = Rect(0, 0, width, height).inset(theme.margin)
    if let title {
      let style = theme.style(theme.titleSize, isBold: true)
      for line in canvas.fonts.wrapped(title, style, width: rest.width, lines: 2) {
        canvas.text(line, at: Point(rest.minX, rest.minY), style, .left, .top)
        rest = rest.inset(0, style.lineHeight, 0, 0)
      }
      rest = rest.inset(0, 9, 0, 0)
    }
    if let notice, !notice.isEmpty {
      rest = rest.inset(0, 0, 0, drawNotice(notice, on: canvas, in: rest, theme))
    }
    drawPanels(on: canvas, in: rest, theme)
  }

  /// Draws the notice and returns its height.
  private func drawNotice(
    _ notice: String, on canvas: any Canvas, in frame: Rect, _ theme: Theme
  ) -> Double {
    let style = theme.style(theme.tickSize, isBold: true)
    let text = canvas.fonts.fitted(notice, style, width: frame.width - 20)
    let height = style.height + 8
    let box = Rect(
      frame.minX, frame.maxY - height, canvas.fonts.width(of: text, style) + 18, height)
    canvas.fill(.rectangle(box), theme.shade)
    canvas.stroke(.rectangle(box.inset(0.5)), Stroke(theme.text, width: 1))
    canvas.text(text, at: Point(box.minX + 9, box.midY), style, .left, .middle)
    return height + 8
  }

  private func drawPanels(on canvas: any Canvas, in frame: Rect, _ theme: Theme) {
    let rows = (panels.count + columns - 1) / columns
    let widths = Self.cut(frame.width, theme.panelGap, shares, into: columns)
    let heights = Self.cut(frame.height, theme.panelGap, rowShares, into: rows)
    for (index, panel) in panels.enumerated() {
      let (left, width) = widths[index % columns]
      let (top, height) = heights[index / columns]
      panel.draw(on: canvas, in: Rect(frame.minX + left, frame.minY + top, width, height), theme)
    }
  }

  /// Cuts `length` into `count` parts with gaps between them and returns their starts and lengths;
  /// equal parts unless there is a share for each.
  private static func cut(_ length: Double, _ gap: Double, _ shares: [Double], into count: Int)
    -> [(Double, Double)]
  {
    let shares = shares.count == count ? shares : Array(repeating: 1, count: count)
    let unit = (length - gap * Double(max(0, count - 1))) / shares.reduce(0, +)
    var start = 0.0
    return shares.map { share in
      defer { start += share * unit + gap }
      return (start, share * unit)
    }
  }
}
