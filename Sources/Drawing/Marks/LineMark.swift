/// A line through points in their order; a value that is no number leaves a gap, and a point alone
/// between gaps is drawn as a dot.
public struct LineMark: Mark {
  public var xs: [Double]
  public var ys: [Double]
  public var label: String?
  /// Its look among the theme's series.
  public var series: Int
  public var width: Double?
  /// A marker at every point, where they are few.
  public var showsPoints: Bool
  /// Without its series' dash: for curves that lie on one another.
  public var isSolid: Bool

  /// Precondition: as many x as y.
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
        // Short pieces of a long line are left out: the next one is as near.
        if run.count < 400 || a.x.rounded() != b.x.rounded() { obstacles.add(from: a, to: b) }
      }
    }
  }

  /// The line's pieces between gaps, without points that lie on it.
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

  /// What half a point can show: of each column of half a point the first, the lowest, the highest and
  /// the last place.
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
