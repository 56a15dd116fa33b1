/// A part of a picture, such as a plot or a diagram, that draws inside the rectangle it is given.
///
/// A `Picture` divides its area among its panels: `Picture(title: "Two", panels: [plot, diagram])`.
/// A new kind of panel implements `draw(on:in:_:)`; see `ProcessDiagram`.
public protocol Panel: Sendable {
  func draw(on canvas: any Canvas, in frame: Rect, _ theme: Theme)
}

extension Canvas {
  /// Draws a panel's title in at most two lines and returns the area left below it.
  func drawPanelTitle(_ title: String?, in frame: Rect, _ theme: Theme) -> Rect {
    guard let title else { return frame }
    var rest = frame
    let style = theme.style(theme.panelTitleSize, isBold: true)
    for line in fonts.wrapped(title, style, width: frame.width, lines: 2) {
      text(line, at: Point(rest.minX, rest.minY), style, .left, .top)
      rest = rest.inset(0, style.lineHeight, 0, 0)
    }
    return rest.inset(0, 3, 0, 0)
  }

  /// Draws a straight line with a filled head at its end.
  func arrow(from start: Point, to end: Point, _ stroke: Stroke, head: Double = 9) {
    let dx = end.x - start.x
    let dy = end.y - start.y
    let length = (dx * dx + dy * dy).squareRoot()
    guard length > head else { return }
    let ux = dx / length
    let uy = dy / length
    let base = Point(end.x - ux * head, end.y - uy * head)
    self.stroke(.line(start, base), stroke)
    fill(
      .polygon([
        end, Point(base.x - uy * head * 0.42, base.y + ux * head * 0.42),
        Point(base.x + uy * head * 0.42, base.y - ux * head * 0.42),
      ]), stroke.color)
  }

  /// Draws lines of text centred on a point, reduced in size until the widest fits.
  func centered(
    _ lines: [String], at center: Point, _ style: TextStyle, width: Double, smallest: Double
  ) {
    let widest = lines.map { fonts.width(of: $0, style) }.max() ?? 0
    let size = widest > width ? max(smallest, style.size * width / widest) : style.size
    let fittedStyle = style.sized(size)
    let top = center.y - Double(lines.count - 1) * fittedStyle.lineHeight / 2
    for (row, line) in lines.enumerated() {
      text(
        fonts.fitted(line, fittedStyle, width: width),
        at: Point(center.x, top + Double(row) * fittedStyle.lineHeight), fittedStyle, .center,
        .middle)
    }
  }
}
