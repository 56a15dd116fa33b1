/// Contour lines over a grid of values, each labelled with its level.
public struct ContourMark: Mark {
  public var xs: [Double]
  public var ys: [Double]
  /// `values[row][column]` is the value at `ys[row]`, `xs[column]`.
  public var values: [[Double]]
  public var levels: [Double]
  /// One text per level.
  public var texts: [String]
  public var label: String?

  /// Precondition: `ys.count` rows of `xs.count` values, and one text per level.
  public init(
    xs: [Double], ys: [Double], values: [[Double]], levels: [Double], texts: [String],
    label: String? = nil
  ) {
    precondition(
      values.count == ys.count && values.allSatisfy { $0.count == xs.count }
        && texts.count == levels.count, "a grid of \(ys.count) x \(xs.count)")
    self.xs = xs
    self.ys = ys
    self.values = values
    self.levels = levels
    self.texts = texts
    self.label = label
  }

  public var extent: Extent { Extent(x: Extent.range(xs), y: Extent.range(ys)) }

  private func stroke(_ level: Int, _ theme: Theme) -> Stroke {
    Stroke(theme.mutedText.opacity(level % 2 == 0 ? 0.75 : 0.5), width: 0.9)
  }

  public func draw(on canvas: any Canvas, in area: PlotArea) {
    for level in levels.indices {
      var path = Path()
      for (start, end) in segments(levels[level], in: area) { path.addLine(start, end) }
      guard !path.segments.isEmpty else { continue }
      canvas.stroke(path, stroke(level, area.theme))
    }
  }

  public func drawKey(on canvas: any Canvas, in rect: Rect, _ theme: Theme) {
    canvas.stroke(
      .line(Point(rect.minX, rect.midY), Point(rect.maxX, rect.midY)), stroke(0, theme))
  }

  /// Marching squares: for each cell of the grid, the line between the edges that the level
  /// crosses.
  private func segments(_ level: Double, in area: PlotArea) -> [(Point, Point)] {
    var result: [(Point, Point)] = []
    for row in 0..<max(0, ys.count - 1) {
      let (upper, lower) = (values[row], values[row + 1])
      for column in 0..<max(0, xs.count - 1) {
        // Skips cells that are entirely on one side, which most are.
        let isBelow = upper[column] < level
        guard
          isBelow != (upper[column + 1] < level) || isBelow != (lower[column] < level)
            || isBelow != (lower[column + 1] < level)
        else { continue }
        let corners = [
          (column, row), (column + 1, row), (column + 1, row + 1), (column, row + 1),
        ]
        var crossings: [Point] = []
        for side in 0..<4 {
          let (a, b) = (corners[side], corners[(side + 1) % 4])
          let (low, high) = (values[a.1][a.0], values[b.1][b.0])
          guard (low < level) != (high < level) else { continue }
          let f = (level - low) / (high - low)
          if let point = area.point(
            xs[a.0] + (xs[b.0] - xs[a.0]) * f, ys[a.1] + (ys[b.1] - ys[a.1]) * f)
          {
            crossings.append(point)
          }
        }
        for pair in stride(from: 0, to: crossings.count - 1, by: 2) {
          result.append((crossings[pair], crossings[pair + 1]))
        }
      }
    }
    return result
  }

  public func annotate(
    on canvas: any Canvas, in area: PlotArea, avoiding obstacles: inout Obstacles
  ) {
    let style = area.theme.style(area.theme.noteSize - 1).colored(area.theme.mutedText)
    for level in levels.indices {
      let width = canvas.fonts.width(of: texts[level], style) + 4
      var best: (rect: Rect, cost: Int)?
      let segments = segments(levels[level], in: area)
      // A contour too small for its number is not labelled.
      let places = segments.flatMap { [$0.0, $0.1] }
      guard let across = Extent.range(places.map(\.x)), let down = Extent.range(places.map(\.y)),
        max(across.upperBound - across.lowerBound, down.upperBound - down.lowerBound) > 64
      else { continue }
      for (start, end) in segments {
        let rect = Rect(
          (start.x + end.x - width) / 2, (start.y + end.y - style.height) / 2, width, style.height)
        guard area.frame.inset(2).contains(rect) else { continue }
        let cost = obstacles.cost(rect)
        if cost < best?.cost ?? Obstacles.textCost { best = (rect, cost) }
        if cost == 0 { break }
      }
      guard let rect = best?.rect else { continue }
      canvas.fill(.rectangle(rect), area.theme.background.opacity(0.9))
      canvas.text(texts[level], at: rect.center, style, .center, .middle)
      obstacles.add(text: rect)
    }
  }
}
