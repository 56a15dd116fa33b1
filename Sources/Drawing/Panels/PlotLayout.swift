/// Measures the labels around a plot, so that none is clipped, and draws them.
struct PlotLayout {
  private let canvas: any Canvas
  private let theme: Theme
  private let xAxis: Axis
  private let yAxis: Axis
  let xTicks: TickLabels
  let yTicks: TickLabels
  private let outer: Rect
  let area: PlotArea

  /// Space around the area for ticks, numbers and names.
  struct Margins {
    var left: Double
    var right: Double
    var top: Double
    var bottom: Double
  }

  /// Measures ticks, numbers and names and gives the rest of the frame to the area.
  ///
  /// - Parameter right: width to keep free beside the area.
  init(
    canvas: any Canvas, theme: Theme, frame: Rect, xAxis: Axis, yAxis: Axis, xScale: any Scale,
    yScale: any Scale, right: Double = 0
  ) {
    let labelHeight = theme.style(theme.labelSize).height + theme.labelPad
    let tickSpace = theme.tickLength + theme.tickPad
    let left = yAxis.label == nil ? 0 : labelHeight
    let bottom = xAxis.label == nil ? 0 : labelHeight
    // Twice, because the ticks depend on the space that their labels leave.
    var inner = frame.inset(
      left + tickSpace + 30, 8, right + 12,
      bottom + tickSpace + theme.style(theme.tickSize).height)
    var xTicks = TickLabels(horizontal: xAxis, xScale, canvas, theme, length: inner.width, frame)
    var yTicks = TickLabels(vertical: yAxis, yScale, canvas, theme, length: inner.height, frame)
    for _ in 0..<2 {
      let top = yTicks.factor == nil ? yTicks.size.height / 2 : yTicks.size.height + 7
      inner = frame.inset(
        left + tickSpace + yTicks.size.width, top, right + xTicks.overhang(xScale, inner.width),
        bottom + tickSpace + xTicks.size.height)
      xTicks = TickLabels(horizontal: xAxis, xScale, canvas, theme, length: inner.width, frame)
      yTicks = TickLabels(vertical: yAxis, yScale, canvas, theme, length: inner.height, frame)
    }
    self.init(
      canvas: canvas, theme: theme, outer: frame, xAxis: xAxis, yAxis: yAxis, xTicks: xTicks,
      yTicks: yTicks,
      area: PlotArea(
        frame: inner, xScale: xScale, yScale: yScale, theme: theme, isYReversed: yAxis.isCategory))
  }

  /// The layout of an area with a given position, one of several with the same scales.
  init(
    canvas: any Canvas, theme: Theme, area: Rect, xAxis: Axis, yAxis: Axis, xScale: any Scale,
    yScale: any Scale
  ) {
    self.init(
      canvas: canvas, theme: theme, outer: area, xAxis: xAxis, yAxis: yAxis,
      xTicks: TickLabels(horizontal: xAxis, xScale, canvas, theme, length: area.width, area),
      yTicks: TickLabels(vertical: yAxis, yScale, canvas, theme, length: area.height, area),
      area: PlotArea(
        frame: area, xScale: xScale, yScale: yScale, theme: theme, isYReversed: yAxis.isCategory))
  }

  private init(
    canvas: any Canvas, theme: Theme, outer: Rect, xAxis: Axis, yAxis: Axis, xTicks: TickLabels,
    yTicks: TickLabels, area: PlotArea
  ) {
    self.canvas = canvas
    self.theme = theme
    self.outer = outer
    self.xAxis = xAxis
    self.yAxis = yAxis
    self.xTicks = xTicks
    self.yTicks = yTicks
    self.area = area
  }

  var margins: Margins {
    Margins(
      left: area.frame.minX - outer.minX, right: outer.maxX - area.frame.maxX,
      top: area.frame.minY - outer.minY, bottom: outer.maxY - area.frame.maxY)
  }

  /// The centre of a pixel at scale 1, where a line one point wide is sharp at any scale.
  private static func sharp(_ place: Double) -> Double { (place - 0.5).rounded() + 0.5 }

  func drawGrid() {
    let grid = Stroke(theme.grid, width: theme.gridWidth)
    if xAxis.hasGrid && !xAxis.isCategory {
      for tick in xTicks.ticks.major {
        guard let x = area.x(tick.value).map(Self.sharp) else { continue }
        canvas.stroke(.line(Point(x, area.frame.minY), Point(x, area.frame.maxY)), grid)
      }
    }
    if yAxis.hasGrid && !yAxis.isCategory {
      for tick in yTicks.ticks.major {
        guard let y = area.y(tick.value).map(Self.sharp) else { continue }
        canvas.stroke(.line(Point(area.frame.minX, y), Point(area.frame.maxX, y)), grid)
      }
    }
  }

  /// The axes with their ticks, numbers and names.
  func drawAxes() {
    drawAxisLines()
    drawXNumbers()
    drawYNumbers()
    drawFactors()
    drawAxisNames()
  }

  func drawAxisLines() {
    let left = Self.sharp(area.frame.minX)
    let bottom = Self.sharp(area.frame.maxY)
    var path = Path()
    path.move(to: Point(left, area.frame.minY))
    path.line(to: Point(left, bottom))
    path.line(to: Point(area.frame.maxX, bottom))
    canvas.stroke(path, Stroke(theme.axis, width: theme.axisWidth, cap: .square))
    var ticks = Path()
    func add(x value: Double, _ length: Double) {
      guard let x = area.x(value).map(Self.sharp) else { return }
      ticks.addLine(Point(x, bottom), Point(x, bottom + length))
    }
    func add(y value: Double, _ length: Double) {
      guard let y = area.y(value).map(Self.sharp) else { return }
      ticks.addLine(Point(left, y), Point(left - length, y))
    }
    let minor = theme.tickLength * 0.55
    xTicks.ticks.major.forEach { add(x: $0.value, theme.tickLength) }
    xTicks.ticks.minor.forEach { add(x: $0, minor) }
    yTicks.ticks.major.forEach { add(y: $0.value, theme.tickLength) }
    yTicks.ticks.minor.forEach { add(y: $0, minor) }
    canvas.stroke(ticks, Stroke(theme.axis, width: theme.axisWidth))
  }

  private var space: Double { theme.tickLength + theme.tickPad }

  func drawXNumbers() {
    let frame = area.frame
    for (tick, label) in zip(xTicks.ticks.major, xTicks.labels) {
      guard let x = area.x(tick.value) else { continue }
      if xTicks.isTurned {
        let width = canvas.fonts.width(of: label, xTicks.style)
        canvas.text(
          label, at: Point(x + xTicks.style.size * 0.365, frame.maxY + space + width),
          xTicks.style, turn: .left)
      } else {
        canvas.text(label, at: Point(x, frame.maxY + space), xTicks.style, .center, .top)
      }
    }
  }

  func drawYNumbers() {
    for (tick, label) in zip(yTicks.ticks.major, yTicks.labels) {
      guard let y = area.y(tick.value) else { continue }
      canvas.text(label, at: Point(area.frame.minX - space, y), yTicks.style, .right, .middle)
    }
  }

  private func drawFactors() {
    let frame = area.frame
    if let factor = xTicks.factor {
      canvas.text(
        factor, at: Point(frame.maxX, outer.maxY - theme.style(theme.labelSize).descent),
        xTicks.style, .right, .baseline)
    }
    if let factor = yTicks.factor {
      canvas.text(factor, at: Point(frame.minX, frame.minY - 5), yTicks.style, .left, .bottom)
    }
  }

  private func drawAxisNames() {
    let style = theme.style(theme.labelSize)
    let frame = area.frame
    // A long label of the x axis ends before the label of the y axis.
    let leftmost = outer.minX + (yAxis.label == nil ? 0 : style.height + theme.labelPad)
    var room = min(frame.width + 40, outer.maxX - leftmost)
    if let factor = xTicks.factor {
      room = frame.width - 2 * canvas.fonts.width(of: factor, xTicks.style) - 16
    }
    if let label = xAxis.label {
      let fitted = canvas.fonts.fitted(label, style, width: room)
      let width = canvas.fonts.width(of: fitted, style)
      let left = min(max(frame.midX - width / 2, leftmost), outer.maxX - width)
      canvas.text(fitted, at: Point(left, outer.maxY - style.descent), style)
    }
    if let label = yAxis.label {
      let fitted = canvas.fonts.fitted(label, style, width: outer.height)
      let width = canvas.fonts.width(of: fitted, style)
      let low = min(max(frame.midY + width / 2, outer.minY + width), outer.maxY)
      canvas.text(
        fitted, at: Point(outer.minX + style.ascent, low), style, turn: .left)
    }
  }
}
