/// A line through points in the given order; a value that is not finite leaves a gap, and a single
/// point between gaps is drawn as a dot.
public struct LineMark: Mark {
  public var xs: [Double]
  public var ys: [Double]
  public var label: String?
  /// Index of its look in the theme's series.
  public var series: Int
  public var width: Double?
  /// Draws a marker at every point; meant for few points.
  public var showsPoints: Bool
  /// Draws a solid line instead of the series' dash, for curves that overlap.
  public var isSolid: Bool

  /// Precondition: `xs` and `ys` have the same length.
  public init(
    _ xs: [Double], _ ys: [Double], label: String? = nil, series: Int = 0, width: Double? = nil,
    showsPoints: Bool = false, isSolid: Bool = false
  ) {
    precondition(xs.count == ys.count, "\(xs.count) x but \(ys.count) y")
    self.xs = xs
    self.ys = ys
    self.label = label
    self.series = series
    self.width = width
    self.showsPoints = showsPoints
    self.isSolid = isSolid
  }

  public var extent: Extent { Extent(x: Extent.range(xs), y: Extent.range(ys)) }

  public func draw(on canvas: any Canvas, in area: PlotArea) {
    let look = area.theme.look(series)
    let width = width ?? area.theme.lineWidth
    var path = Path()
    for run in runs(in: area) {
      guard run.count > 1 else {
        canvas.fill(.circle(run[0], radius: width * 1.3), look.color)
        continue
      }
      path.move(to: run[0])
      run.dropFirst().forEach { path.line(to: $0) }
    }
    if !path.segments.isEmpty {
      canvas.stroke(path, Stroke(look.color, width: width, dash: isSolid ? [] : look.dash))
    }
    if showsPoints {
      PointMark(xs, ys, series: series).draw(on: canvas, in: area)
    }
  }

  public func drawKey(on canvas: any Canvas, in rect: Rect, _ theme: Theme) {
    let look = theme.look(series)
    canvas.stroke(
      .line(Point(rect.minX, rect.midY), Point(rect.maxX, rect.midY)),
      Stroke(look.color, width: width ?? theme.lineWidth, dash: isSolid ? [] : look.dash))
    if showsPoints { PointMark([], [], series: series).drawKey(on: canvas, in: rect, theme) }
  }

  public func occupy(_ obstacles: inout Obstacles, in area: PlotArea) {
    for run in runs(in: area) {
      for (a, b) in zip(run, run.dropFirst()) {
        // Skips points in the same pixel column of a long line; the next one is as close.
        if run.count < 400 || a.x.rounded() != b.x.rounded() { obstacles.add(from: a, to: b) }
      }
    }
  }

  /// The points between gaps, simplified.
  private func runs(in area: PlotArea) -> [[Point]] {
    var runs: [[Point]] = []
    var run: [Point] = []
    func finish() {
      if !run.isEmpty { runs.append((xs.count > 2000 ? Self.thinned(run) : run).simplified()) }
      run = []
    }
    for (x, y) in zip(xs, ys) {
      if let point = area.point(x, y) { run.append(point) } else { finish() }
    }
    finish()
    return runs
  }

  /// Keeps, for each column half a point wide, the first, lowest, highest and last point: what can
  /// be visible at that resolution.
  private static func thinned(_ points: [Point]) -> [Point] {
    var result: [Point] = []
    var start = 0
    while start < points.count {
      let column = (points[start].x * 2).rounded(.down)
      var end = start
      var low = start
      var high = start
      while end < points.count, (points[end].x * 2).rounded(.down) == column {
        if points[end].y < points[low].y { low = end }
        if points[end].y > points[high].y { high = end }
        end += 1
      }
      var previous = -1
      for index in [start, min(low, high), max(low, high), end - 1] where index > previous {
        result.append(points[index])
        previous = index
      }
      start = end
    }
    return result
  }
}
