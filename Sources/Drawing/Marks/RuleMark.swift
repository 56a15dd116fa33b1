/// A straight line across the whole plot at one value, with a short text.
public struct RuleMark: Mark {
  public enum Direction: Sendable {
    case horizontal, vertical
  }

  public var direction: Direction
  public var value: Double
  public var text: String?
  public var label: String?
  /// Whether the axis is extended to include the value.
  public var stretchesAxis: Bool

  public init(
    _ direction: Direction, at value: Double, text: String? = nil, label: String? = nil,
    stretchesAxis: Bool = true
  ) {
    self.direction = direction
    self.value = value
    self.text = text
    self.label = label
    self.stretchesAxis = stretchesAxis
  }

  public var extent: Extent {
    guard stretchesAxis else { return Extent() }
    let range = Extent.range([value])
    return direction == .horizontal ? Extent(y: range) : Extent(x: range)
  }

  private func ends(in area: PlotArea) -> (Point, Point)? {
    switch direction {
    case .horizontal:
      guard let y = area.y(value), y >= area.frame.minY - 0.5, y <= area.frame.maxY + 0.5 else {
        return nil
      }
      return (Point(area.frame.minX, y), Point(area.frame.maxX, y))
    case .vertical:
      guard let x = area.x(value), x >= area.frame.minX - 0.5, x <= area.frame.maxX + 0.5 else {
        return nil
      }
      return (Point(x, area.frame.maxY), Point(x, area.frame.minY))
    }
  }

  private func stroke(_ theme: Theme) -> Stroke {
    Stroke(theme.mutedText, width: 1.3, dash: [5, 3])
  }

  public func draw(on canvas: any Canvas, in area: PlotArea) {
    guard let (start, end) = ends(in: area) else { return }
    canvas.stroke(.line(start, end), stroke(area.theme))
  }

  public func drawKey(on canvas: any Canvas, in rect: Rect, _ theme: Theme) {
    canvas.stroke(
      .line(Point(rect.minX, rect.midY), Point(rect.maxX, rect.midY)), stroke(theme))
  }

  public func occupy(_ obstacles: inout Obstacles, in area: PlotArea) {
    guard let (start, end) = ends(in: area) else { return }
    obstacles.add(from: start, to: end)
  }

  public func annotate(
    on canvas: any Canvas, in area: PlotArea, avoiding obstacles: inout Obstacles
  ) {
    guard let text, !text.isEmpty, let (start, end) = ends(in: area) else { return }
    let style = area.theme.style(area.theme.noteSize).colored(area.theme.mutedText)
    let fitted = canvas.fonts.fitted(text, style, width: area.frame.width * 0.7)
    let width = canvas.fonts.width(of: fitted, style) + 6
    let height = style.height + 2
    var candidates: [Rect] = []
    for fraction in [0.0, 1, 0.5, 0.25, 0.75] {
      switch direction {
      case .horizontal:
        let x = area.frame.minX + 4 + (area.frame.width - width - 8) * fraction
        candidates.append(Rect(x, start.y - height - 2, width, height))
        candidates.append(Rect(x, start.y + 2, width, height))
      case .vertical:
        let y = area.frame.minY + 4 + (area.frame.height - height - 8) * fraction
        candidates.append(Rect(end.x + 3, y, width, height))
        candidates.append(Rect(end.x - 3 - width, y, width, height))
      }
    }
    let inside = candidates.filter { area.frame.contains($0, tolerance: 0.5) }
    let costs = inside.map(obstacles.cost)
    guard let least = costs.min(), least < Obstacles.textCost,
      let index = costs.firstIndex(of: least)
    else { return }
    let box = inside[index]
    canvas.fill(.rectangle(box), area.theme.background.opacity(0.85))
    canvas.text(fitted, at: Point(box.minX + 3, box.midY), style, .left, .middle)
    obstacles.add(text: box)
  }
}
