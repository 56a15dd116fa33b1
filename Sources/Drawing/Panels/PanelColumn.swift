/// A column of panels, used as one panel.
public struct PanelColumn: Panel {
  public var panels: [any Panel]
  /// Relative heights.
  public var shares: [Double]

  /// Precondition: one share per panel.
  public init(_ panels: [any Panel], shares: [Double]) {
    precondition(panels.count == shares.count, "\(panels.count) panels, \(shares.count) shares")
    self.panels = panels
    self.shares = shares
  }

  public func draw(on canvas: any Canvas, in frame: Rect, _ theme: Theme) {
    for (panel, row) in zip(panels, frame.rows(shares, gap: theme.panelGap)) {
      panel.draw(on: canvas, in: row, theme)
    }
  }
}

/// A column of plots whose vertical axes are aligned.
public struct PlotColumn: Panel {
  public var plots: [Plot]
  /// Relative heights.
  public var shares: [Double]

  /// Precondition: one share per plot.
  public init(_ plots: [Plot], shares: [Double]) {
    precondition(plots.count == shares.count, "\(plots.count) plots with \(shares.count) shares")
    self.plots = plots
    self.shares = shares
  }

  public func draw(on canvas: any Canvas, in frame: Rect, _ theme: Theme) {
    let frames = frame.rows(shares, gap: theme.panelGap)
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

extension Rect {
  /// The rectangle cut into rows of relative heights with gaps between them.
  fileprivate func rows(_ shares: [Double], gap: Double) -> [Rect] {
    let unit = (height - gap * Double(max(0, shares.count - 1))) / shares.reduce(0, +)
    var top = minY
    return shares.map { share in
      defer { top += share * unit + gap }
      return Rect(minX, top, width, share * unit)
    }
  }
}
