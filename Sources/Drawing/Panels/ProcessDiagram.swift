/// A process from left to right: inputs, a box, outputs.
public struct ProcessDiagram: Panel {
  public var title: String?
  public var inputs: [String]
  public var process: String
  public var outputs: [String]
  /// Text below the diagram, such as an example.
  public var note: String?

  public init(
    title: String? = nil, inputs: [String], process: String, outputs: [String], note: String? = nil
  ) {
    self.title = title
    self.inputs = inputs
    self.process = process
    self.outputs = outputs
    self.note = note
  }

  public func draw(on canvas: any Canvas, in frame: Rect, _ theme: Theme) {
    var rest = canvas.drawPanelTitle(title, in: frame, theme)
    if let note {
      let style = theme.style(theme.noteSize).colored(theme.mutedText)
      let lines = canvas.fonts.wrapped(note, style, width: rest.width, lines: 3)
      for (row, line) in lines.enumerated() {
        canvas.text(
          line,
          at: Point(
            rest.minX, rest.maxY - Double(lines.count - row) * style.lineHeight),
          style, .left, .top)
      }
      rest = rest.inset(0, 0, 0, Double(lines.count) * style.lineHeight + 8)
    }
    let gap = rest.width * 0.085
    let box = (rest.width - 2 * gap) / 3
    let middle = Rect(rest.minX + box + gap, rest.minY, box, rest.height)
    let center = drawBox(
      process, in: middle, height: min(rest.height, 84), canvas, theme, isProcess: true)
    for column in [(inputs, rest.minX, true), (outputs, rest.maxX - box, false)] {
      let (texts, left, isInput) = column
      let pitch = rest.height / Double(max(1, texts.count))
      for (row, text) in texts.enumerated() {
        let cell = Rect(left, rest.minY + pitch * Double(row), box, pitch)
        let drawn = drawBox(
          text, in: cell, height: min(pitch - 8, 52), canvas, theme, isProcess: false)
        // Arrows from several boxes reach the middle one at different heights.
        let spread = (Double(row) - Double(texts.count - 1) / 2) * min(24, center.height * 0.4)
        let inner = Point(isInput ? center.minX : center.maxX, center.midY + spread)
        let outer = Point(isInput ? drawn.maxX : drawn.minX, drawn.midY)
        let (start, end) = isInput ? (outer, inner) : (inner, outer)
        let sign = start.x < end.x ? 1.0 : -1.0
        canvas.arrow(
          from: Point(start.x + 3 * sign, start.y), to: Point(end.x - 3 * sign, end.y),
          Stroke(theme.axis, width: 1.6))
      }
    }
  }

  private func drawBox(
    _ text: String, in cell: Rect, height: Double, _ canvas: any Canvas, _ theme: Theme,
    isProcess: Bool
  ) -> Rect {
    let rect = Rect(cell.minX, cell.midY - height / 2, cell.width, height)
    let outline = Path.roundedRectangle(rect, radius: isProcess ? 4 : height / 2)
    canvas.fill(outline, isProcess ? theme.look(0).color : theme.panel)
    canvas.stroke(outline, Stroke(isProcess ? theme.look(0).color : theme.axis, width: 1.3))
    let style = theme.style(theme.labelSize, isBold: true)
      .colored(isProcess ? theme.background : theme.text)
    let inset = isProcess ? 8.0 : 20
    let (lines, fitted) = canvas.fonts.shrunk(
      text, style, width: rect.width - inset, lines: 2, smallest: theme.smallestSize)
    canvas.centered(
      lines, at: rect.center, fitted, width: rect.width - inset, smallest: theme.smallestSize)
    return rect
  }
}
