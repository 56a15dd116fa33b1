/// A text placed near a point where it covers least, with a leader line if it is not adjacent. It
/// is left out if it would have to cover other texts.
public struct LabelMark: Mark {
  public var x: Double
  public var y: Double
  public var text: String
  public var isBold: Bool
  /// The distance between the point and the end of the leader line.
  public var clearance: Double

  public init(x: Double, y: Double, text: String, isBold: Bool = false, clearance: Double = 6) {
    self.x = x
    self.y = y
    self.text = text
    self.isBold = isBold
    self.clearance = clearance
  }

  public var extent: Extent { Extent(x: Extent.range([x]), y: Extent.range([y])) }

  public func draw(on canvas: any Canvas, in area: PlotArea) {}

  public func annotate(
    on canvas: any Canvas, in area: PlotArea, avoiding obstacles: inout Obstacles
  ) {
    guard !text.isEmpty, let place = area.point(x, y) else { return }
    let style = area.theme.style(area.theme.noteSize, isBold: isBold)
    let fitted = canvas.fonts.fitted(text, style, width: area.frame.width * 0.6)
    let width = canvas.fonts.width(of: fitted, style) + 8
    guard
      let box = obstacles.place(
        width: width, height: style.height + 4, near: place, in: area.frame.inset(3))
    else { return }
    drawLeader(on: canvas, from: place, to: box, area.theme)
    canvas.fill(
      .roundedRectangle(box, radius: 3), area.theme.background.opacity(0.85))
    canvas.text(fitted, at: Point(box.minX + 4, box.midY), style, .left, .middle)
    obstacles.add(text: box)
  }

  private func drawLeader(on canvas: any Canvas, from place: Point, to box: Rect, _ theme: Theme) {
    let end = Point(
      min(max(place.x, box.minX), box.maxX), min(max(place.y, box.minY), box.maxY))
    let dx = end.x - place.x
    let dy = end.y - place.y
    let length = (dx * dx + dy * dy).squareRoot()
    guard length > clearance + 3 else { return }
    let start = Point(place.x + dx / length * clearance, place.y + dy / length * clearance)
    canvas.stroke(.line(start, end), Stroke(theme.mutedText, width: 0.9))
  }
}
