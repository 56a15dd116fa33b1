/// The legend of a plot: names beside samples of the marks.
struct Legend {
  let marks: [any Mark]
  let theme: Theme
  private let keyWidth = 28.0
  private let keyGap = 7.0
  private let entryGap = 18.0

  init(marks: [any Mark], theme: Theme) {
    self.marks = marks
    self.theme = theme
  }

  private var style: TextStyle { theme.style(theme.tickSize) }
  private var rowHeight: Double { style.size * 1.45 }

  /// Draws entries in rows from the left and returns the height used.
  func drawRow(on canvas: any Canvas, in frame: Rect) -> Double {
    var x = frame.minX
    var y = frame.minY
    let longest = max(20, frame.width - keyWidth - keyGap)
    for mark in marks {
      let label = canvas.fonts.fitted(mark.label ?? "", style, width: longest)
      let width = keyWidth + keyGap + canvas.fonts.width(of: label, style)
      if x > frame.minX && x + width > frame.maxX {
        x = frame.minX
        y += rowHeight
      }
      draw(mark, label, on: canvas, at: Point(x, y))
      x += width + entryGap
    }
    return y + rowHeight + 5 - frame.minY
  }

  private func draw(_ mark: any Mark, _ label: String, on canvas: any Canvas, at corner: Point) {
    let middle = corner.y + rowHeight / 2
    mark.drawKey(
      on: canvas, in: Rect(corner.x, middle - 6, keyWidth, 12), theme)
    canvas.text(
      label, at: Point(corner.x + keyWidth + keyGap, middle), style, .left, .middle)
  }

  /// Draws a framed box in the corner (0 or 1 across and down) that covers least.
  func drawBox(
    on canvas: any Canvas, in frame: Rect, corners: [(Double, Double)],
    _ obstacles: inout Obstacles
  ) {
    guard !marks.isEmpty else { return }
    var labels: [String] = []
    var widest = 0.0
    for mark in marks {
      let label = canvas.fonts.fitted(mark.label ?? "", style, width: frame.width * 0.6)
      labels.append(label)
      widest = max(widest, canvas.fonts.width(of: label, style))
    }
    let width = widest + keyWidth + keyGap + 16
    let height = Double(marks.count) * rowHeight + 10
    let boxes = corners.map { across, down in
      Rect(
        frame.minX + 8 + (frame.width - width - 16) * across,
        frame.minY + 8 + (frame.height - height - 16) * down, width, height)
    }
    let costs = boxes.map(obstacles.cost)
    guard let least = costs.min(), let index = costs.firstIndex(of: least) else { return }
    let box = boxes[index]
    let outline = Path.roundedRectangle(box, radius: 4)
    canvas.fill(outline, theme.background.opacity(0.9))
    canvas.stroke(outline, Stroke(theme.grid.mixed(with: theme.axis, 0.25), width: 0.9))
    for (row, mark) in marks.enumerated() {
      draw(
        mark, labels[row], on: canvas,
        at: Point(box.minX + 8, box.minY + 5 + Double(row) * rowHeight))
    }
    obstacles.add(text: box)
  }
}
