/// What labels keep clear of: boxes of points, pieces of lines, other labels.
public struct Obstacles: Sendable {
  private var soft: [Rect] = []
  private var texts: [Rect] = []
  /// Enough for any line or cloud; more would only make the search slow.
  private static let limit = 3000

  public init() {}

  public mutating func add(_ rect: Rect) {
    if soft.count < Self.limit { soft.append(rect) }
  }

  public mutating func add(text rect: Rect) { texts.append(rect) }

  /// Pieces along the straight line between two points.
  public mutating func add(from start: Point, to end: Point, spacing: Double = 6) {
    let length =
      ((end.x - start.x) * (end.x - start.x) + (end.y - start.y) * (end.y - start.y)).squareRoot()
    let pieces = max(1, min(200, Int(length / spacing)))
    for piece in 0...pieces {
      let f = Double(piece) / Double(pieces)
      add(Rect(start.x + (end.x - start.x) * f - 1.5, start.y + (end.y - start.y) * f - 1.5, 3, 3))
    }
  }

  /// More than any number of marks costs: who covers a text is not to be drawn.
  public static let textCost = 10_000

  /// How much a box would cover; text counts more than any marks.
  public func cost(_ rect: Rect) -> Int {
    var cost = 0
    for text in texts where text.overlaps(rect) { cost += Self.textCost }
    for obstacle in soft where obstacle.overlaps(rect) { cost += 1 }
    return cost
  }

  /// The best place for a box near a point, inside `bounds`: free of obstacles, then close. Where
  /// every place near it has text, one anywhere; nil where there is none at all.
  public func place(
    width: Double, height: Double, near point: Point, in bounds: Rect
  ) -> Rect? {
    var best: (rect: Rect, cost: Int)?
    for distance in [10.0, 18, 28, 42, 60, 84, 120] {
      for (dx, dy) in Self.directions {
        let center = Point(
          point.x + dx * (distance + width / 2), point.y + dy * (distance + height / 2))
        var rect = Rect(center.x - width / 2, center.y - height / 2, width, height)
        rect.x = min(max(rect.x, bounds.minX), max(bounds.minX, bounds.maxX - width))
        rect.y = min(max(rect.y, bounds.minY), max(bounds.minY, bounds.maxY - height))
        let around = Rect(point.x - 8, point.y - 8, 16, 16)
        let cost = cost(rect) + (rect.overlaps(around) ? 300 : 0)
        if cost < best?.cost ?? .max { best = (rect, cost) }
        if cost == 0 { return rect }
      }
    }
    if let best, best.cost < Self.textCost { return best.rect }
    return placeAnywhere(width: width, height: height, near: point, in: bounds)
  }

  private func placeAnywhere(
    width: Double, height: Double, near point: Point, in bounds: Rect
  ) -> Rect? {
    var best: (rect: Rect, cost: Double)?
    let steps = 16
    for row in 0...steps {
      for column in 0...steps {
        let rect = Rect(
          bounds.minX + max(0, bounds.width - width) * Double(column) / Double(steps),
          bounds.minY + max(0, bounds.height - height) * Double(row) / Double(steps), width, height)
        let covered = cost(rect)
        guard covered < Self.textCost else { continue }
        let (dx, dy) = (rect.midX - point.x, rect.midY - point.y)
        let cost = Double(covered) * 20 + (dx * dx + dy * dy).squareRoot()
        if cost < best?.cost ?? .infinity { best = (rect, cost) }
      }
    }
    return best?.rect
  }

  private static let directions: [(Double, Double)] = [
    (1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (-1, -1), (1, 1), (-1, 1), (0.5, -1), (-0.5, -1),
    (0.5, 1), (-0.5, 1), (1, -0.5), (-1, -0.5), (1, 0.5), (-1, 0.5),
  ]
}
