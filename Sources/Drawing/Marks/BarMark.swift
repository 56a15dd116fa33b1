/// Bars that start at zero, one per category, each with its value as text at its end.
public struct BarMark: Mark {
  public enum Direction: Sendable {
    /// Vertical bars: categories on the x axis.
    case upright
    /// Horizontal bars: categories on the y axis, the first at the top.
    case lying
  }

  public var values: [Double]
  public var direction: Direction
  /// One text per bar; empty for none.
  public var texts: [String]
  public var label: String?
  public var series: Int
  /// Indices of bars to emphasise with slanted lines.
  public var hatched: Set<Int>
  /// The part of a category's band that a bar fills, 0 to 1.
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

  /// The rectangle of a bar; nil for a value that is not finite.
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
    let places = values.indices.compactMap { index in
      // Without a bar, its text is placed where the bar would start.
      (bar(index, in: area) ?? foot(index, in: area)).map { rect in
        place(index, beside: rect, canvas.fonts.width(of: texts[index], style), style.height)
      }
    }
    // Texts of upright bars are aligned: if one has to go inside its bar, all that fit do.
    let fits = places.map { area.frame.contains($0.outside, tolerance: 0.5) }
    let prefersInside = fits.contains(false)
    for (place, isFree) in zip(places, fits) {
      let isHatched = hatched.contains(place.index)
      let hasRoom = place.bar.contains(place.inside, tolerance: 0.5)
      if isFree && (isHatched || !hasRoom || !prefersInside) {
        canvas.text(texts[place.index], at: place.outside.center, style, .center, .middle)
      } else if hasRoom {
        if isHatched {
          canvas.fill(
            .rectangle(place.inside.inset(-2, 0, -2, 0)), area.theme.look(series).color)
        }
        canvas.text(
          texts[place.index], at: place.inside.center, style.colored(area.theme.background),
          .center, .middle)
      }
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

  /// The possible positions of a bar's text: beyond the end of the bar, or inside it.
  private struct TextPlace {
    var index: Int
    var bar: Rect
    var outside: Rect
    var inside: Rect
  }

  private func place(
    _ index: Int, beside rect: Rect, _ width: Double, _ height: Double
  ) -> TextPlace {
    let isNegative = values[index] < 0
    var outside = Rect(0, 0, width, height)
    var inside = outside
    switch direction {
    case .lying:
      let gap = 5.0
      outside.x = isNegative ? rect.minX - gap - width : rect.maxX + gap
      inside.x = isNegative ? rect.minX + gap : rect.maxX - gap - width
      outside.y = rect.midY - height / 2
      inside.y = outside.y
    case .upright:
      let gap = 3.0
      outside.y = isNegative ? rect.maxY + gap : rect.minY - gap - height
      inside.y = isNegative ? rect.maxY - gap - height : rect.minY + gap
      outside.x = rect.midX - width / 2
      inside.x = outside.x
    }
    return TextPlace(index: index, bar: rect, outside: outside, inside: inside)
  }
}
