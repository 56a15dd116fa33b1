/// The red cross of a prediction with a white outline, a leader line and its value as text.
///
/// Outside the range of the data the cross is hollow: red edges around a white centre.
public struct CrossMark: Mark {
  public var x: Double
  public var y: Double
  public var label: String?
  /// Text beside the cross, such as `75 ppm → 0.52`; nil for none.
  public var text: String?
  public var isHollow: Bool

  public init(
    x: Double, y: Double, label: String? = nil, text: String? = nil, isHollow: Bool = false
  ) {
    self.x = x
    self.y = y
    self.label = label
    self.text = text
    self.isHollow = isHollow
  }

  public var extent: Extent { Extent(x: Extent.range([x]), y: Extent.range([y])) }

  public func draw(on canvas: any Canvas, in area: PlotArea) {
    guard let place = area.point(x, y) else { return }
    draw(on: canvas, at: place, area.theme)
  }

  public func drawKey(on canvas: any Canvas, in rect: Rect, _ theme: Theme) {
    draw(on: canvas, at: rect.center, theme)
  }

  private func draw(on canvas: any Canvas, at place: Point, _ theme: Theme) {
    let arm = theme.crossSize / 2
    var path = Path()
    path.addLine(Point(place.x - arm, place.y - arm), Point(place.x + arm, place.y + arm))
    path.addLine(Point(place.x - arm, place.y + arm), Point(place.x + arm, place.y - arm))
    let width = theme.crossWidth + (isHollow ? 1.4 : 0)
    canvas.stroke(
      path, Stroke(theme.background, width: width + 2 * theme.haloWidth, cap: .square))
    canvas.stroke(path, Stroke(theme.highlight, width: width, cap: .square))
    if isHollow {
      canvas.stroke(path, Stroke(theme.background, width: width - 2.6, cap: .square))
    }
  }

  public func occupy(_ obstacles: inout Obstacles, in area: PlotArea) {
    guard let place = area.point(x, y) else { return }
    let side = area.theme.crossSize + 4
    obstacles.add(text: Rect(place.x - side / 2, place.y - side / 2, side, side))
  }

  public func annotate(
    on canvas: any Canvas, in area: PlotArea, avoiding obstacles: inout Obstacles
  ) {
    guard let text else { return }
    LabelMark(x: x, y: y, text: text, isBold: true, clearance: area.theme.crossSize / 2 + 2)
      .annotate(on: canvas, in: area, avoiding: &obstacles)
  }
}
