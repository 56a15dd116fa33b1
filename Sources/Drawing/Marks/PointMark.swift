/// Data points with the series' shape and a white edge, as seaborn draws them.
public struct PointMark: Mark {
  public var xs: [Double]
  public var ys: [Double]
  public var label: String?
  public var series: Int
  public var isHollow: Bool
  public var size: Double?
  /// Points at the very same place are drawn as a larger one with their number inside, unless the
  /// number of another lies there.
  public var countsRepeats: Bool
  /// The places of a mark that is drawn over this one and counts its repeats too.
  public var above: [Point]

  public init(
    _ xs: [Double], _ ys: [Double], label: String? = nil, series: Int = 0, isHollow: Bool = false,
    size: Double? = nil, countsRepeats: Bool = false, above: [Point] = []
  ) {
    precondition(xs.count == ys.count, "\(xs.count) x but \(ys.count) y")
    self.xs = xs
    self.ys = ys
    self.label = label
    self.series = series
    self.isHollow = isHollow
    self.size = size
    self.countsRepeats = countsRepeats
    self.above = above
  }

  public var extent: Extent { Extent(x: Extent.range(xs), y: Extent.range(ys)) }

  public func draw(on canvas: any Canvas, in area: PlotArea) {
    let places = zip(xs, ys).compactMap { area.point($0, $1) }.filter(area.frame.contains)
    let thinned = places.count > 3000 ? Self.thinned(places) : places
    let isCrowd = thinned.count > 3000
    let diameter = isCrowd ? 3 : size ?? area.theme.markerSize
    if countsRepeats && !isCrowd {
      let above = above.compactMap { area.point($0.x, $0.y) }
      return drawCounted(on: canvas, places, under: above, diameter: diameter, area.theme)
    }
    stamp(on: canvas, at: thinned, diameter: diameter, hasEdge: !isCrowd, area.theme)
  }

  public func drawKey(on canvas: any Canvas, in rect: Rect, _ theme: Theme) {
    stamp(
      on: canvas, at: [rect.center], diameter: size ?? theme.markerSize, hasEdge: true, theme)
  }

  /// The larger ones first, so that they cover nobody.
  private func drawCounted(
    on canvas: any Canvas, _ places: [Point], under above: [Point], diameter: Double, _ theme: Theme
  ) {
    let style = TextStyle(8.5, isBold: true, color: theme.text)
    let look = theme.look(series)
    var written = Self.repeated(above).map { bubble(at: $0, $1, diameter, style, canvas) }
    for (place, count) in Self.repeated(places) {
      let box = bubble(at: place, count, diameter, style, canvas)
      stamp(on: canvas, at: [place], diameter: box.width, hasEdge: true, theme)
      guard !written.contains(where: box.overlaps) else { continue }
      written.append(box)
      let isLight = isHollow || look.shape == .ring
      canvas.text(
        String(count), at: place, style.colored(isLight ? look.color : theme.background), .center,
        .middle)
    }
    let single = Self.counts(places)
    stamp(
      on: canvas, at: places.filter { single[$0] == 1 }, diameter: diameter, hasEdge: true, theme)
  }

  private static func counts(_ places: [Point]) -> [Point: Int] {
    places.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }

  /// The places of several points in the data's order, each once.
  private static func repeated(_ places: [Point]) -> [(Point, Int)] {
    var counts = counts(places)
    return places.compactMap { place in
      guard let count = counts[place], count > 1 else { return nil }
      counts[place] = nil
      return (place, count)
    }
  }

  private func bubble(
    at place: Point, _ count: Int, _ diameter: Double, _ style: TextStyle, _ canvas: any Canvas
  ) -> Rect {
    let width = max(diameter + 5, canvas.fonts.width(of: String(count), style) + 6)
    return Rect(place.x - width / 2, place.y - width / 2, width, width)
  }

  private func stamp(
    on canvas: any Canvas, at places: [Point], diameter: Double, hasEdge: Bool, _ theme: Theme
  ) {
    guard !places.isEmpty else { return }
    let look = theme.look(series)
    let outline = look.shape.outline(diameter)
    let isHollow = isHollow || look.shape == .ring
    canvas.stamp(
      outline, at: places, fill: isHollow ? theme.background : look.color,
      stroke: isHollow
        ? Stroke(look.color, width: 1.6) : hasEdge ? Stroke(theme.background, width: 0.7) : nil)
  }

  public func occupy(_ obstacles: inout Obstacles, in area: PlotArea) {
    let places = zip(xs, ys).compactMap { area.point($0, $1) }
    let stride = max(1, places.count / 1000)
    for (index, place) in places.enumerated() where index % stride == 0 {
      obstacles.add(Rect(place.x - 4, place.y - 4, 8, 8))
    }
  }

  /// Keeps the first of the points in each square of a third of a point.
  private static func thinned(_ places: [Point]) -> [Point] {
    var seen: Set<Int> = []
    return places.filter { place in
      let column = Int((place.x * 3).rounded(.down))
      let row = Int((place.y * 3).rounded(.down))
      return seen.insert(row << 24 | column & 0xFFFFFF).inserted
    }
  }
}
