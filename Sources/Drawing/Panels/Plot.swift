/// A chart: two axes, marks on them, a title and a legend.
public struct Plot: Panel {
  public var title: String?
  public var x: Axis
  public var y: Axis
  public var marks: [any Mark]
  public var legend: LegendPlacement

  public init(
    title: String? = nil, x: Axis, y: Axis, marks: [any Mark], legend: LegendPlacement = .above
  ) {
    self.title = title
    self.x = x
    self.y = y
    self.marks = marks
    self.legend = legend
  }

  public func draw(on canvas: any Canvas, in frame: Rect, _ theme: Theme) {
    var rest = canvas.drawPanelTitle(title, in: frame, theme)
    let named = marks.filter(\.isNamed)
    var rowed: [any Mark] = []
    var ends: LineEnds?
    switch legend {
    case .above: rowed = named.count > 1 ? named : []
    case .lineEnds:
      rowed = named.filter { !($0 is LineMark) }
      ends = LineEnds(named.compactMap { $0 as? LineMark }, canvas, theme, width: rest.width)
    case .lowerRight, .inside, .none: break
    }
    if !rowed.isEmpty {
      let legend = Legend(marks: rowed, theme: theme)
      rest = rest.inset(0, legend.drawRow(on: canvas, in: rest), 0, 0)
    }
    let layout = layout(canvas, rest, theme, right: ends?.width ?? 0)
    drawMarks(on: canvas, layout) { layout.drawAxes() }
    ends?.draw(on: canvas, beside: layout.area, in: rest)
  }

  /// - Parameter right: width to keep free to the right of the axes.
  func layout(
    _ canvas: any Canvas, _ frame: Rect, _ theme: Theme, right: Double = 0
  ) -> PlotLayout {
    let scales = scales
    return PlotLayout(
      canvas: canvas, theme: theme, frame: frame, xAxis: x, yAxis: y, xScale: scales.x,
      yScale: scales.y, right: right)
  }

  /// The scales that include all marks.
  var scales: (x: any Scale, y: any Scale) {
    let extent = marks.reduce(Extent()) { $0.union($1.extent) }
    let hasBars = marks.contains { $0 is BarMark || $0 is HistogramMark }
    return (
      x.scale(extent.x, positive: positive(extent.x, \.x), sticksToZero: hasBars),
      y.scale(extent.y, positive: positive(extent.y, \.y), sticksToZero: hasBars)
    )
  }

  /// The extents of the marks, values that are not above zero left out.
  private func positive(
    _ whole: ClosedRange<Double>?, _ axis: KeyPath<Extent, ClosedRange<Double>?>
  ) -> ClosedRange<Double>? {
    guard let whole, whole.upperBound > 0 else { return nil }
    if whole.lowerBound > 0 { return whole }
    let least = marks.compactMap { ($0 as? any PositiveValues)?.leastPositive(axis) }.min()
    return (least ?? whole.upperBound / 1000)...whole.upperBound
  }

  /// - Parameter axes: draws the axes around the area, over the marks.
  func drawMarks(on canvas: any Canvas, _ layout: PlotLayout, axes: () -> Void) {
    let area = layout.area
    layout.drawGrid()
    var obstacles = Obstacles()
    canvas.pushClip(area.frame.inset(-1))
    for mark in marks { mark.draw(on: canvas, in: area) }
    canvas.popClip()
    axes()
    for mark in marks { mark.occupy(&obstacles, in: area) }
    let legend = Legend(marks: marks.filter(\.isNamed), theme: area.theme)
    switch self.legend {
    case .lowerRight:
      legend.drawBox(on: canvas, in: area.frame, corners: [(1, 1), (1, 0.8), (1, 0.6)], &obstacles)
    case .inside:
      legend.drawBox(
        on: canvas, in: area.frame, corners: [(1, 0), (0, 0), (1, 1), (0, 1)], &obstacles)
    case .above, .lineEnds, .none: break
    }
    for mark in marks { mark.annotate(on: canvas, in: area, avoiding: &obstacles) }
  }
}

/// A mark that knows its smallest value above zero on each axis, for logarithmic scales.
protocol PositiveValues {
  func leastPositive(_ axis: KeyPath<Extent, ClosedRange<Double>?>) -> Double?
}

extension LineMark: PositiveValues {
  func leastPositive(_ axis: KeyPath<Extent, ClosedRange<Double>?>) -> Double? {
    (axis == \Extent.x ? xs : ys).filter { $0 > 0 && $0.isFinite }.min()
  }
}

extension PointMark: PositiveValues {
  func leastPositive(_ axis: KeyPath<Extent, ClosedRange<Double>?>) -> Double? {
    (axis == \Extent.x ? xs : ys).filter { $0 > 0 && $0.isFinite }.min()
  }
}
