/// Names of lines to the right of the axes, each beside the end of its line: closer than a legend,
/// and readable without colours.
struct LineEnds {
  /// The width needed to the right of the axes.
  let width: Double
  private let lines: [LineMark]
  private let labels: [String]
  private let style: TextStyle
  /// The gap between the axes and the names, where a leader joins a line to a name that had to
  /// move.
  private static let gap = 16.0

  /// - Parameter width: the width of the whole plot; names take at most a third of it.
  init(_ lines: [LineMark], _ canvas: any Canvas, _ theme: Theme, width: Double) {
    let style = theme.style(theme.tickSize)
    self.style = style
    self.lines = lines
    labels = lines.map { canvas.fonts.fitted($0.label ?? "", style, width: width / 3 - Self.gap) }
    let widest = labels.map { canvas.fonts.width(of: $0, style) }.max()
    self.width = widest.map { $0 + Self.gap } ?? 0
  }

  func draw(on canvas: any Canvas, beside area: PlotArea, in frame: Rect) {
    // A line without a finite value has no end; its name goes to the bottom.
    let ends = lines.map { line in
      let last = line.xs.indices.last { area.point(line.xs[$0], line.ys[$0]) != nil }
      let point = last.flatMap { area.point(line.xs[$0], line.ys[$0]) }
      return Point(
        min(point?.x ?? area.frame.maxX, area.frame.maxX),
        min(max(point?.y ?? area.frame.maxY, area.frame.minY), area.frame.maxY))
    }
    let heights = Self.spread(
      ends.map(\.y), by: style.lineHeight,
      between: max(frame.minY, area.frame.minY - style.height / 2) + style.height / 2,
      and: area.frame.maxY)
    for (index, line) in lines.enumerated() {
      let look = area.theme.look(line.series)
      let name = Point(area.frame.maxX + Self.gap, heights[index])
      canvas.stroke(
        .line(Point(ends[index].x + 2, ends[index].y), Point(name.x - 3, name.y)),
        Stroke(look.color.opacity(0.7), width: 0.9))
      canvas.text(
        labels[index], at: name, style.colored(look.color.mixed(with: area.theme.text, 0.45)),
        .left, .middle)
    }
  }

  /// The positions moved apart by as little as possible so that neighbours are at least `distance`
  /// apart, in their order; closer only if there is not enough room.
  static func spread(
    _ places: [Double], by distance: Double, between lower: Double, and upper: Double
  ) -> [Double] {
    guard !places.isEmpty else { return [] }
    let order = places.indices.sorted { (places[$0], $0) < (places[$1], $1) }
    let step = min(distance, (upper - lower) / Double(max(1, places.count - 1)))
    // Groups of touching positions, each with the preferred centre of its members.
    var runs: [(count: Int, middle: Double)] = []
    func top(_ run: (count: Int, middle: Double)) -> Double {
      run.middle - Double(run.count - 1) * step / 2
    }
    for index in order {
      var run = (count: 1, middle: min(max(places[index], lower), upper))
      while let last = runs.last,
        top(run) < last.middle + Double(last.count - 1) * step / 2 + step
      {
        runs.removeLast()
        let count = last.count + run.count
        let sum = last.middle * Double(last.count) + run.middle * Double(run.count)
        run = (count, sum / Double(count))
        let half = Double(count - 1) * step / 2
        run.middle = min(max(run.middle, lower + half), upper - half)
      }
      runs.append(run)
    }
    var result = places
    var next = order[...]
    for run in runs {
      for place in 0..<run.count { result[next.removeFirst()] = top(run) + Double(place) * step }
    }
    return result
  }
}
