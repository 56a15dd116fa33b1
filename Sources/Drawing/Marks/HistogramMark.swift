/// Bars over intervals of a numeric axis, side by side.
public struct HistogramMark: Mark {
  /// The ends of the intervals, ascending: one more than there are counts.
  public var edges: [Double]
  public var counts: [Int]
  public var label: String?
  public var series: Int

  public init(edges: [Double], counts: [Int], label: String? = nil, series: Int = 0) {
    precondition(
      edges.count == counts.count + 1, "\(edges.count) ends of \(counts.count) intervals")
    self.edges = edges
    self.counts = counts
    self.label = label
    self.series = series
  }

  public var extent: Extent {
    Extent(x: Extent.range(edges), y: 0...Double(max(1, counts.max() ?? 1)))
  }

  public func draw(on canvas: any Canvas, in area: PlotArea) {
    let look = area.theme.look(series)
    for index in counts.indices where counts[index] > 0 {
      guard let corner = area.point(edges[index], Double(counts[index])),
        let opposite = area.point(edges[index + 1], 0)
      else { continue }
      // A white gap tells neighbours apart, unless bars are too narrow for one.
      let width = opposite.x - corner.x
      let gap = width > 4 ? 1.0 : 0
      canvas.fill(
        .rectangle(
          Rect(corner.x + gap / 2, corner.y, max(0.3, width - gap), opposite.y - corner.y)),
        look.color)
    }
  }

  public func occupy(_ obstacles: inout Obstacles, in area: PlotArea) {
    for index in counts.indices where counts[index] > 0 {
      guard let corner = area.point(edges[index], Double(counts[index])),
        let opposite = area.point(edges[index + 1], 0)
      else { continue }
      obstacles.add(
        Rect(corner.x, corner.y, opposite.x - corner.x, opposite.y - corner.y))
    }
  }
}
