/// Plots below one another whose vertical axes stand in one line.
public struct PlotColumn: Panel {
  public var plots: [Plot]
  /// Of the height.
  public var shares: [Double]

  /// Precondition: a share for each plot.
  public init(_ plots: [Plot], shares: [Double]) {
    precondition(plots.count == shares.count, "\(plots.count) plots with \(shares.count) shares")
    self.plots = plots
    self.shares = shares
  }

  public func draw(on canvas: any Canvas, in frame: Rect, _ theme: Theme) {
    let unit =
      (frame.height - theme.panelGap * Double(max(0, plots.count - 1))) / shares.reduce(0, +)
    var frames: [Rect] = []
    var top = frame.minY
    for share in shares {
      frames.append(Rect(frame.minX, top, frame.width, share * unit))
      top += share * unit + theme.panelGap
    }
    var widest = 0.0
    for (plot, frame) in zip(plots, frames) {
      widest = max(widest, plot.layout(canvas, frame, theme).yTicks.size.width)
    }
    for (plot, frame) in zip(plots, frames) {
      var plot = plot
      plot.y.labelRoom = widest
      plot.draw(on: canvas, in: frame, theme)
    }
  }
}
