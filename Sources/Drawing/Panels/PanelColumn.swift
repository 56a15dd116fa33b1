/// Panels below one another, as one.
public struct PanelColumn: Panel {
  public var panels: [any Panel]
  /// Of the height.
  public var shares: [Double]

  /// Precondition: a share for each panel.
  public init(_ panels: [any Panel], shares: [Double]) {
    precondition(panels.count == shares.count, "\(panels.count) panels, \(shares.count) shares")
    self.panels = panels
    self.shares = shares
  }

  public func draw(on canvas: any Canvas, in frame: Rect, _ theme: Theme) {
    let unit =
      (frame.height - theme.panelGap * Double(max(0, panels.count - 1))) / shares.reduce(0, +)
    var top = frame.minY
    for (panel, share) in zip(panels, shares) {
      panel.draw(on: canvas, in: Rect(frame.minX, top, frame.width, share * unit), theme)
      top += share * unit + theme.panelGap
    }
  }
}
