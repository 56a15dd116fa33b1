/// The areas that labels avoid: boxes around points, pieces of lines, other labels.
public struct Obstacles: Sendable {
  private var soft: [Rect] = []
  private var texts: [Rect] = []
  /// Upper limit for the number of boxes, which keeps the search fast.
  private static let limit = 3000

  public init() {}

  public mutating func add(_ rect: Rect) {
    if soft.count < Self.limit { soft.append(rect) }
  }

  public mutating func add(text rect: Rect) { texts.append(rect) }

  /// Adds pieces of the straight line between two points.
  public mutating func add(from start: Point, to end: Point, spacing: Double = 6) {
    let length =
      ((end.x - start.x) * (end.x - start.x) + (end.y - start.y) * (end.y - start.y)).squareRoot()
    let pieces = max(1, min(200, Int(length / spacing)))
    for piece in 0...pieces {
      let f = Double(piece) / Double(pieces)
      add(Rect(start.x + (end.x - start.x) * f - 1.5, start.y + (end.y - start.y) * f - 1.5, 3, 3))
    }
  }

  /// The cost of covering a text: more than covering any number of marks.
  public static let textCost = 10_000

  /// The cost of a box: how much it covers, weighted by `textCost` for texts.
  public func cost(_ rect: Rect) -> Int {
    var cost = 0
    for text in texts where text.overlaps(rect) { cost += Self.textCost }
    for obstacle in soft where obstacle.overlaps(rect) { cost += 1 }
    return cost
  }

  /// The best position inside `bounds` for a box near a point: first one that covers least, then
  /// the closest. Searches further away if every close position covers a text; nil if none is free
  /// of texts.
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
