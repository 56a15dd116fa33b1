/// A shaded area between two curves, or over the full height between two x values.
public struct BandMark: Mark {
  public enum Region: Sendable {
    case between(xs: [Double], lower: [Double], upper: [Double])
    /// The full height between two x values; nil extends to the edge of the plot.
    case columns(from: Double?, to: Double?)
  }

  public var region: Region
  public var label: String?
  /// Adds thin slanted lines, which remain visible in a photocopy.
  public var isHatched: Bool

  public init(_ region: Region, label: String? = nil, isHatched: Bool = false) {
    self.region = region
    self.label = label
    self.isHatched = isHatched
  }

  public var extent: Extent {
    switch region {
    case .between(let xs, let lower, let upper):
      Extent(x: Extent.range(xs), y: Extent.range(lower + upper))
    case .columns: Extent()
    }
  }

  public func draw(on canvas: any Canvas, in area: PlotArea) {
    switch region {
    case .between(let xs, let lower, let upper):
      for run in runs(xs, lower, upper, area) {
        let outline = run.map(\.0).simplified() + run.map(\.1).simplified().reversed()
        canvas.fill(.polygon(outline), area.theme.shade)
      }
    case .columns(let from, let to):
      let left = max(area.frame.minX, from.flatMap(area.x) ?? area.frame.minX)
      let right = min(area.frame.maxX, to.flatMap(area.x) ?? area.frame.maxX)
      guard right - left > 0.5 else { return }
      paint(on: canvas, Rect(left, area.frame.y, right - left, area.frame.height), area.theme)
    }
  }

  /// The upper and lower edges as points, split at values that are not finite.
  private func runs(_ xs: [Double], _ lower: [Double], _ upper: [Double], _ area: PlotArea)
    -> [[(Point, Point)]]
  {
    var runs: [[(Point, Point)]] = [[]]
    for index in xs.indices {
      if let top = area.point(xs[index], upper[index]),
        let bottom = area.point(xs[index], lower[index])
      {
        runs[runs.count - 1].append((top, bottom))
      } else if !runs[runs.count - 1].isEmpty {
        runs.append([])
      }
    }
    return runs.filter { $0.count > 1 }
  }

  public func drawKey(on canvas: any Canvas, in rect: Rect, _ theme: Theme) {
    let swatch = Rect(rect.minX, rect.minY + 1, rect.width, rect.height - 2)
    paint(on: canvas, swatch, theme)
    canvas.stroke(.rectangle(swatch), Stroke(theme.mutedText.opacity(0.5), width: 0.7))
  }

  private func paint(on canvas: any Canvas, _ rect: Rect, _ theme: Theme) {
    canvas.fill(.rectangle(rect), theme.shade)
    guard isHatched else { return }
    canvas.pushClip(rect)
    canvas.stroke(
      .hatching(rect, spacing: 9), Stroke(theme.mutedText.opacity(0.28), width: 0.7))
    canvas.popClip()
  }
}

extension Path {
  /// Lines that rise to the right and cover a rectangle, to be clipped to it.
  static func hatching(_ rect: Rect, spacing: Double) -> Path {
    var path = Path()
    // Aligned to one grid for the whole picture, so that the lines of adjacent areas meet.
    var start = ((rect.minX + rect.minY) / spacing).rounded(.down) * spacing
    while start < rect.maxX + rect.maxY {
      path.addLine(
        Point(start - rect.minY, rect.minY), Point(start - rect.maxY, rect.maxY))
      start += spacing
    }
    return path
  }
}
