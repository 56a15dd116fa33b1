/// The horizontal position of the anchor point in a text.
public enum HorizontalAnchor: Sendable {
  case left, center, right
}

/// The vertical position of the anchor point in a text; `middle` is half the cap height.
public enum VerticalAnchor: Sendable {
  case top, middle, baseline, bottom
}

extension Canvas {
  /// The box of a text anchored at a point.
  public func box(
    of text: String, at point: Point, _ style: TextStyle, _ horizontal: HorizontalAnchor = .left,
    _ vertical: VerticalAnchor = .baseline
  ) -> Rect {
    let origin = baseline(of: text, at: point, style, horizontal, vertical)
    return fonts.box(of: text, at: origin, style, turn: .none)
  }

  /// Draws a text anchored at a point.
  public func text(
    _ text: String, at point: Point, _ style: TextStyle, _ horizontal: HorizontalAnchor = .left,
    _ vertical: VerticalAnchor = .baseline
  ) {
    guard !text.isEmpty else { return }
    self.text(
      text, at: baseline(of: text, at: point, style, horizontal, vertical), style, turn: .none)
  }

  private func baseline(
    of text: String, at point: Point, _ style: TextStyle, _ horizontal: HorizontalAnchor,
    _ vertical: VerticalAnchor
  ) -> Point {
    let width = fonts.width(of: text, style)
    let x =
      switch horizontal {
      case .left: point.x
      case .center: point.x - width / 2
      case .right: point.x - width
      }
    let y =
      switch vertical {
      case .top: point.y + style.ascent
      case .middle: point.y + style.size * 0.365
      case .baseline: point.y
      case .bottom: point.y - style.descent
      }
    return Point(x, y)
  }
}
