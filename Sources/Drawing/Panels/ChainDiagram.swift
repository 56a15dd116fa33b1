/// A calculation from left to right: circles with values, joined by arrows with the operations.
public struct ChainDiagram: Panel {
  public struct Node: Hashable, Sendable {
    public var text: String
    /// The name of the value, below its circle.
    public var caption: String
    /// Whether to emphasise the node, as the input and output.
    public var isEnd: Bool

    public init(_ text: String, caption: String, isEnd: Bool = false) {
      self.text = text
      self.caption = caption
      self.isEnd = isEnd
    }
  }

  public var title: String?
  public var nodes: [Node]
  /// One operation between each pair of nodes, such as `× 1.8`.
  public var steps: [String]
  /// A text below the chain.
  public var note: String?

  /// Precondition: one step fewer than nodes.
  public init(title: String? = nil, nodes: [Node], steps: [String], note: String? = nil) {
    precondition(
      nodes.count == steps.count + 1, "\(nodes.count) nodes with \(steps.count) steps between")
    self.title = title
    self.nodes = nodes
    self.steps = steps
    self.note = note
  }

  public func draw(on canvas: any Canvas, in frame: Rect, _ theme: Theme) {
    var rest = canvas.drawPanelTitle(title, in: frame, theme)
    if let note {
      let style = theme.style(theme.tickSize).colored(theme.mutedText)
      for line in canvas.fonts.wrapped(note, style, width: rest.width, lines: 2).reversed() {
        canvas.text(line, at: Point(rest.minX, rest.maxY), style, .left, .bottom)
        rest = rest.inset(0, 0, 0, style.lineHeight)
      }
    }
    let captionStyle = theme.style(theme.noteSize).colored(theme.mutedText)
    let pitch = rest.width / Double(nodes.count)
    let share = nodes.count > 3 ? 0.24 : 0.3
    let radius = min(pitch * share, (rest.height - captionStyle.lineHeight * 2 - 6) / 2, 40)
    let middle = rest.minY + (rest.height - captionStyle.lineHeight * 2) / 2
    let stepStyle = common(
      steps, theme.style(theme.labelSize, isBold: true), width: pitch - 2 * radius - 4, canvas,
      theme)
    for (index, step) in steps.enumerated() {
      let left = rest.minX + pitch * (Double(index) + 0.5) + radius
      let right = rest.minX + pitch * (Double(index) + 1.5) - radius
      canvas.arrow(
        from: Point(left + 3, middle), to: Point(right - 3, middle), Stroke(theme.axis, width: 1.6))
      let fitted = canvas.fonts.fitted(step, stepStyle, width: pitch - 2 * radius - 4)
      canvas.text(
        fitted, at: Point((left + right) / 2, middle - 5), stepStyle, .center, .bottom)
    }
    let nodeStyle = common(
      nodes.map(\.text), theme.style(16, isBold: true), width: radius * 1.75, canvas, theme)
    for (index, node) in nodes.enumerated() {
      let center = Point(rest.minX + pitch * (Double(index) + 0.5), middle)
      let circle = Path.circle(center, radius: radius)
      canvas.fill(circle, node.isEnd ? theme.panel : theme.background)
      canvas.stroke(circle, Stroke(theme.look(0).color, width: node.isEnd ? 2.2 : 1.3))
      let style = node.isEnd ? nodeStyle : theme.style(nodeStyle.size)
      canvas.text(
        canvas.fonts.fitted(node.text, style, width: radius * 1.75), at: center, style, .center,
        .middle)
      let lines = canvas.fonts.wrapped(node.caption, captionStyle, width: pitch - 8, lines: 2)
      for (row, line) in lines.enumerated() {
        canvas.text(
          line, at: Point(center.x, middle + radius + 5 + Double(row) * captionStyle.lineHeight),
          captionStyle, .center, .top)
      }
    }
  }

  /// The size at which the widest of several texts fits, used for all of them.
  private func common(
    _ texts: [String], _ style: TextStyle, width: Double, _ canvas: any Canvas, _ theme: Theme
  ) -> TextStyle {
    let widest = texts.map { canvas.fonts.width(of: $0, style) }.max() ?? 0
    return widest <= width
      ? style : style.sized(max(theme.smallestSize, style.size * width / widest))
  }
}
