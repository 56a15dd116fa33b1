/// Thin vertical lines between two heights, such as from a prediction to the data.
public struct StemMark: Mark {
  public var xs: [Double]
  public var from: [Double]
  public var to: [Double]
  public var series: Int

  public init(_ xs: [Double], from: [Double], to: [Double], series: Int = 0) {
    precondition(
      xs.count == from.count && xs.count == to.count,
      "stems of \(xs.count), \(from.count), \(to.count)")
    self.xs = xs
    self.from = from
    self.to = to
    self.series = series
  }

  public var extent: Extent { Extent(x: Extent.range(xs), y: Extent.range(from + to)) }

  public func draw(on canvas: any Canvas, in area: PlotArea) {
    var path = Path()
    for index in xs.indices.prefix(5000) {
      guard let start = area.point(xs[index], from[index]),
        let end = area.point(xs[index], to[index])
      else { continue }
      path.addLine(start, end)
    }
    canvas.stroke(path, Stroke(area.theme.look(series).color.opacity(0.6), width: 1.1))
  }
}
