/// Small images in rows and columns with captions below.
public struct ImageGrid: Panel {
  public struct Item: Hashable, Sendable {
    public var image: Raster
    /// Up to two lines.
    public var captions: [String]
    /// Shows a tick or a cross before the first caption; nil for neither.
    public var isRight: Bool?

    public init(_ image: Raster, captions: [String], isRight: Bool? = nil) {
      self.image = image
      self.captions = captions
      self.isRight = isRight
    }
  }

  public var title: String?
  public var items: [Item]
  public var columns: Int

  public init(title: String? = nil, items: [Item], columns: Int) {
    self.title = title
    self.items = items
    self.columns = max(1, columns)
  }

  public func draw(on canvas: any Canvas, in frame: Rect, _ theme: Theme) {
    let rest = canvas.drawPanelTitle(title, in: frame, theme)
    guard !items.isEmpty else { return }
    let rows = (items.count + columns - 1) / columns
    let width = rest.width / Double(columns)
    let height = rest.height / Double(rows)
    let lines = items.map(\.captions.count).max() ?? 0
    let style = captionStyle(canvas, width: width - 6, theme)
    let captionHeight = Double(lines) * style.lineHeight + 2
    let side = max(4, min(width - 10, height - captionHeight - 10))
    for (index, item) in items.enumerated() {
      let left = rest.minX + Double(index % columns) * width
      let top = rest.minY + Double(index / columns) * height
      let aspect = Double(item.image.height) / Double(item.image.width)
      let imageWidth = aspect > 1 ? side / aspect : side
      let box = Rect(
        left + (width - imageWidth) / 2, top + (side - imageWidth * aspect) / 2, imageWidth,
        imageWidth * aspect)
      canvas.image(item.image, in: box)
      canvas.stroke(.rectangle(box), Stroke(theme.axis, width: 0.8))
      draw(
        item, on: canvas, at: Point(left + width / 2, top + side + 3), width: width - 6, style,
        theme)
    }
  }

  /// The size at which every caption fits, used for all; captions that do not fit at the smallest
  /// size are cut.
  private func captionStyle(_ canvas: any Canvas, width: Double, _ theme: Theme) -> TextStyle {
    let style = theme.style(
      min(theme.noteSize, max(theme.smallestSize, width * 0.14)), isBold: true)
    var widest = 0.0
    for item in items {
      for (row, caption) in item.captions.enumerated() {
        let isMarked = row == 0 && item.isRight != nil
        let text = isMarked ? "✗ " + caption : caption
        let width = canvas.fonts.width(of: text, isMarked ? style : theme.style(style.size))
        widest = max(widest, width)
      }
    }
    let factor = widest > width ? width / widest : 1
    return theme.style(max(theme.smallestSize, style.size * factor))
  }

  private func draw(
    _ item: Item, on canvas: any Canvas, at top: Point, width: Double, _ style: TextStyle,
    _ theme: Theme
  ) {
    for (row, caption) in item.captions.enumerated() {
      let mark = row == 0 ? item.isRight.map { $0 ? "✓ " : "✗ " } ?? "" : ""
      let lineStyle = mark.isEmpty ? style : style.bold
      let fitted = canvas.fonts.fitted(mark + caption, lineStyle, width: width)
      canvas.text(
        fitted, at: Point(top.x, top.y + Double(row) * style.lineHeight), lineStyle, .center, .top)
    }
  }
}
