import Diagnostics

/// Neurons in columns, joined by their weights: colour and dash show the sign, width the magnitude;
/// the number is written where it fits.
public struct NetworkDiagram: Panel {
  public struct Column: Hashable, Sendable {
    /// The title below the column.
    public var name: String
    /// The text in each node.
    public var nodes: [String]
    /// The text below each node, such as its bias; empty for none.
    public var notes: [String]

    public init(name: String, nodes: [String], notes: [String] = []) {
      self.name = name
      self.nodes = nodes
      self.notes = notes
    }
  }

  public var title: String?
  public var columns: [Column]
  /// The weights between each column and the next: `weights[column][from][to]`.
  public var weights: [[[Double]]]
  public var numbers: NumberStyle
  /// The magnitude drawn with the widest line; nil for the largest weight.
  public var widest: Double?
  /// Whether lines show weights; otherwise all lines look the same.
  public var showsWeights = true

  /// Precondition: one matrix between each pair of columns, with matching sizes.
  public init(
    title: String? = nil, columns: [Column], weights: [[[Double]]], numbers: NumberStyle,
    widest: Double? = nil
  ) {
    precondition(
      weights.count == columns.count - 1
        && zip(weights, zip(columns, columns.dropFirst())).allSatisfy { matrix, pair in
          matrix.count == pair.0.nodes.count
            && matrix.allSatisfy { $0.count == pair.1.nodes.count }
        }, "weights that do not join columns of \(columns.map(\.nodes.count))")
    self.title = title
    self.columns = columns
    self.weights = weights
    self.numbers = numbers
    self.widest = widest
  }

  private struct Edge {
    var from: Point
    var to: Point
    var weight: Double

    func point(_ t: Double) -> Point {
      Point(from.x + (to.x - from.x) * t, from.y + (to.y - from.y) * t)
    }
  }

  public func draw(on canvas: any Canvas, in frame: Rect, _ theme: Theme) {
    let rest = canvas.drawPanelTitle(title, in: frame, theme)
    let nameStyle = theme.style(theme.noteSize).colored(theme.mutedText)
    let room = rest.inset(0, 0, 0, 2 * nameStyle.lineHeight + 6)
    let tallest = columns.map(\.nodes.count).max() ?? 1
    let radius = min(
      23, room.height / Double(tallest) * 0.27, room.width / Double(columns.count) * 0.2)
    let pitch = min(room.height / Double(tallest), 130)
    let places = places(in: room, radius: radius, pitch: pitch)
    var boxes = places.joined().map { point in
      let side = 2 * radius + 4
      return Rect(point.x - radius - 2, point.y - radius - 2, side, side)
    }
    for (column, points) in zip(columns, places) {
      for (row, point) in points.enumerated() {
        guard let note = note(column, row, at: point, radius, in: rest, canvas, theme) else {
          continue
        }
        boxes.append(note.box)
      }
    }
    drawEdges(on: canvas, places, radius, boxes, theme)
    for (column, points) in zip(columns, places) {
      for (row, point) in points.enumerated() {
        drawNode(column, row, at: point, radius, in: rest, on: canvas, theme)
      }
      let width = room.width / Double(columns.count) - 6
      for (row, line) in canvas.fonts.wrapped(column.name, nameStyle, width: width, lines: 2)
        .enumerated()
      {
        let half = canvas.fonts.width(of: line, nameStyle) / 2
        let x = min(max(points[0].x, rest.minX + half), rest.maxX - half)
        canvas.text(
          line, at: Point(x, room.maxY + 4 + Double(row) * nameStyle.lineHeight), nameStyle,
          .center, .top)
      }
    }
  }

  /// The centre of each node, by column and row.
  private func places(in room: Rect, radius: Double, pitch: Double) -> [[Point]] {
    let width = room.width - 2 * radius - 24
    return columns.enumerated().map { index, column -> [Point] in
      let x = room.minX + radius + 12 + width * Double(index) / Double(max(1, columns.count - 1))
      let middle = Double(column.nodes.count - 1) / 2
      return column.nodes.indices.map { Point(x, room.midY + (Double($0) - middle) * pitch - 6) }
    }
  }

  private func drawNode(
    _ column: Column, _ row: Int, at point: Point, _ radius: Double, in frame: Rect,
    on canvas: any Canvas, _ theme: Theme
  ) {
    let circle = Path.circle(point, radius: radius)
    canvas.fill(circle, theme.background)
    canvas.stroke(circle, Stroke(theme.axis, width: 1.5))
    canvas.centered(
      [column.nodes[row]], at: point, theme.style(theme.tickSize, isBold: true),
      width: radius * 1.8, smallest: theme.smallestSize)
    guard let note = note(column, row, at: point, radius, in: frame, canvas, theme) else { return }
    canvas.fill(.rectangle(note.box), theme.background)
    canvas.text(note.text, at: note.box.center, note.style, .center, .middle)
  }

  /// The text below a node and its box.
  private func note(
    _ column: Column, _ row: Int, at point: Point, _ radius: Double, in frame: Rect,
    _ canvas: any Canvas, _ theme: Theme
  ) -> (text: String, style: TextStyle, box: Rect)? {
    guard column.notes.indices.contains(row) else { return nil }
    let style = theme.style(theme.noteSize - 0.5)
    let text = canvas.fonts.fitted(
      column.notes[row], style, width: frame.width / Double(columns.count) - 16)
    let width = canvas.fonts.width(of: text, style) + 4
    let x = min(max(point.x, frame.minX + width / 2), frame.maxX - width / 2)
    return (text, style, Rect(x - width / 2, point.y + radius + 2, width, style.height))
  }

  private func drawEdges(
    on canvas: any Canvas, _ places: [[Point]], _ radius: Double, _ nodes: [Rect], _ theme: Theme
  ) {
    let largest = max(
      widest ?? weights.joined().joined().filter(\.isFinite).map(\.magnitude).max() ?? 1, 1e-30)
    var layers: [[Edge]] = []
    for (index, matrix) in weights.enumerated() {
      var edges: [Edge] = []
      for (from, row) in matrix.enumerated() {
        for (to, weight) in row.enumerated() {
          edges.append(Edge(from: places[index][from], to: places[index + 1][to], weight: weight))
        }
      }
      layers.append(edges)
    }
    guard showsWeights else {
      for edge in layers.joined() {
        canvas.stroke(.line(edge.from, edge.to), Stroke(theme.axis, width: 1))
      }
      return
    }
    for edge in layers.joined() {
      let color = edge.weight < 0 ? theme.negative : theme.positive
      let width = 0.8 + 3.4 * min(1, edge.weight.magnitude / largest)
      canvas.stroke(
        .line(edge.from, edge.to),
        Stroke(color, width: width, dash: edge.weight < 0 ? [7, 4] : []))
    }
    var taken = nodes
    for edges in layers where edges.count <= 16 {
      for edge in edges { label(edge, among: edges, on: canvas, &taken, theme) }
    }
  }

  /// Writes an edge's number where its box covers no node, no other number and the fewest other
  /// lines; nowhere if there is no such position.
  private func label(
    _ edge: Edge, among edges: [Edge], on canvas: any Canvas, _ taken: inout [Rect], _ theme: Theme
  ) {
    let text = numbers.significant(edge.weight, digits: 3)
    let color = edge.weight < 0 ? theme.negative : theme.positive
    let style = theme.style(theme.noteSize - 0.5).colored(color.mixed(with: theme.text, 0.35))
    let width = canvas.fonts.width(of: text, style) + 4
    var best: (rect: Rect, cost: Int)?
    for t in [0.5, 0.4, 0.6, 0.32, 0.68, 0.26, 0.74, 0.46, 0.54, 0.36, 0.64, 0.22, 0.78] {
      let center = edge.point(t)
      let rect = Rect(center.x - width / 2, center.y - style.height / 2, width, style.height)
      if taken.contains(where: rect.inset(-5, 0, -5, 0).overlaps) { continue }
      var cost = 0
      // Close to a crossing, a number could belong to either line.
      let around = rect.inset(-4)
      for other in edges where other.from != edge.from || other.to != edge.to {
        let isCrossed = (0...40).contains { around.contains(other.point(Double($0) / 40)) }
        if isCrossed { cost += 1 }
      }
      if cost < best?.cost ?? .max { best = (rect, cost) }
    }
    guard let rect = best?.rect else { return }
    canvas.fill(.roundedRectangle(rect, radius: 2), theme.background)
    canvas.text(text, at: rect.center, style, .center, .middle)
    taken.append(rect)
  }
}
