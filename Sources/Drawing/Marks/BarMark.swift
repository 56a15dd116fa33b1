/// Bars from zero, one a category, each with its value in words at its end.
public struct BarMark: Mark {
  public enum Direction: Sendable {
    /// Categories on the x axis.
    case upright
    /// Categories on the y axis, the first at the top.
    case lying
  }

  public var values: [Double]
  public var direction: Direction
  /// One a bar; empty for none.
  public var texts: [String]
  public var label: String?
  public var series: Int
  /// Bars that stand out: with slanted lines over them.
  public var hatched: Set<Int>
  /// Part of a category's band that a bar takes.
  public var thickness: Double

  public init(
    _ values: [Double], _ direction: Direction = .upright, texts: [String] = [],
    label: String? = nil, series: Int = 0, hatched: Set<Int> = [], thickness: Double = 0.72
  ) {
    self.values = values
    self.direction = direction
    self.texts = texts
    self.label = label
    self.series = series
    self.hatched = hatched
    self.thickness = thickness
  }

  public var extent: Extent {
    let values = Extent.range(values + [0])
    return direction == .upright ? Extent(y: values) : Extent(x: values)
  }

  public func draw(on canvas: any Canvas, in area: PlotArea) {
    let look = area.theme.look(series)
    for index in values.indices {
      guard let rect = bar(index, in: area) else { continue }
      canvas.fill(.rectangle(rect), look.color)
      guard hatched.contains(index) else { continue }
      canvas.pushClip(rect)
      canvas.stroke(
        .hatching(rect, spacing: 6), Stroke(area.theme.background.opacity(0.85), width: 1.6))
      canvas.popClip()
      canvas.stroke(.rectangle(rect), Stroke(look.color, width: 1.2))
    }
  }

  /// A value that is no number has no bar.
  private func bar(_ index: Int, in area: PlotArea) -> Rect? {
    guard values[index].isFinite else { return nil }
    switch direction {
    case .upright:
      guard let x = area.x(Double(index)), let top = area.y(values[index]), let zero = area.y(0)
      else { return nil }
      let width = band(area) * thickness
      return Rect(x - width / 2, min(top, zero), width, abs(zero - top))
    case .lying:
      guard let y = area.y(Double(index)), let end = area.x(values[index]), let zero = area.x(0)
      else { return nil }
      let height = band(area) * thickness
      return Rect(min(end, zero), y - height / 2, abs(end - zero), height)
    }
  }

  private func band(_ area: PlotArea) -> Double {
    switch direction {
    case .upright: abs((area.x(1) ?? 0) - (area.x(0) ?? 0))
    case .lying: abs((area.y(1) ?? 0) - (area.y(0) ?? 0))
    }
  }

  public func drawKey(on canvas: any Canvas, in rect: Rect, _ theme: Theme) {
    canvas.fill(.rectangle(rect.inset(4, 1, 4, 1)), theme.look(series).color)
  }

  public func annotate(
    on canvas: any Canvas, in area: PlotArea, avoiding obstacles: inout Obstacles
  ) {
    guard texts.count == values.count else { return }
    let size = min(area.theme.tickSize, band(area) * (direction == .lying ? 0.85 : 0.4))
    guard size >= area.theme.smallestSize else { return }
    let style = area.theme.style(size)
    for index in values.indices {
      // Where there is no bar, the text stands where it would begin.
      guard let rect = bar(index, in: area) ?? foot(index, in: area) else { continue }
      draw(texts[index], at: index, beside: rect, on: canvas, in: area, style)
    }
  }

  private func foot(_ index: Int, in area: PlotArea) -> Rect? {
    switch direction {
    case .upright:
      guard let x = area.x(Double(index)), let zero = area.y(0) else { return nil }
      return Rect(x, zero, 0, 0)
    case .lying:
      guard let y = area.y(Double(index)), let zero = area.x(0) else { return nil }
      return Rect(zero, y, 0, 0)
    }
  }

  /// Beyond the bar's end, or inside it where there is no room.
  private func draw(
    _ text: String, at index: Int, beside rect: Rect, on canvas: any Canvas, in area: PlotArea,
    _ style: TextStyle
  ) {
    let box = Rect(0, 0, canvas.fonts.width(of: text, style), style.height)
    let isNegative = values[index] < 0
    let (frame, gap) = (area.frame, direction == .lying ? 5.0 : 3.0)
    var outside = box
    var inside = box
    switch direction {
    case .lying:
      outside.x = isNegative ? rect.minX - gap - box.width : rect.maxX + gap
      inside.x = isNegative ? rect.minX + gap : rect.maxX - gap - box.width
      outside.y = rect.midY - box.height / 2
      inside.y = outside.y
    case .upright:
      outside.y = isNegative ? rect.maxY + gap : rect.minY - gap - box.height
      inside.y = isNegative ? rect.maxY - gap - box.height : rect.minY + gap
      outside.x = rect.midX - box.width / 2
      inside.x = outside.x
    }
    if frame.contains(outside, tolerance: 0.5) {
      canvas.text(text, at: outside.center, style, .center, .middle)
    } else if rect.contains(inside, tolerance: 0.5) {
      if hatched.contains(index) {
        canvas.fill(.rectangle(inside.inset(-2, 0, -2, 0)), area.theme.look(series).color)
      }
      canvas.text(
        text, at: inside.center, style.colored(area.theme.background), .center, .middle)
    }
  }
}
