/// Lines and arcs to fill or stroke, in points.
public struct Path: Hashable, Sendable {
  public enum Segment: Hashable, Sendable {
    case move(Point)
    case line(Point)
    /// A cubic Bézier curve: two control points and the end.
    case curve(Point, Point, Point)
    /// A whole circle.
    case circle(Point, radius: Double)
    case close
  }

  public private(set) var segments: [Segment] = []

  public init() {}

  public mutating func move(to point: Point) { segments.append(.move(point)) }
  public mutating func line(to point: Point) { segments.append(.line(point)) }
  public mutating func curve(_ first: Point, _ second: Point, to end: Point) {
    segments.append(.curve(first, second, end))
  }
  public mutating func close() { segments.append(.close) }

  public mutating func addCircle(_ center: Point, radius: Double) {
    segments.append(.circle(center, radius: radius))
  }

  public mutating func addLine(_ from: Point, _ to: Point) {
    move(to: from)
    line(to: to)
  }

  public mutating func addPolygon(_ points: [Point]) {
    guard let first = points.first else { return }
    move(to: first)
    points.dropFirst().forEach { line(to: $0) }
    close()
  }

  public static func line(_ from: Point, _ to: Point) -> Path {
    var path = Path()
    path.addLine(from, to)
    return path
  }

  public static func polygon(_ points: [Point]) -> Path {
    var path = Path()
    path.addPolygon(points)
    return path
  }

  public static func circle(_ center: Point, radius: Double) -> Path {
    var path = Path()
    path.addCircle(center, radius: radius)
    return path
  }

  public static func rectangle(_ rect: Rect) -> Path {
    polygon([
      Point(rect.minX, rect.minY), Point(rect.maxX, rect.minY), Point(rect.maxX, rect.maxY),
      Point(rect.minX, rect.maxY),
    ])
  }

  public static func roundedRectangle(_ rect: Rect, radius: Double) -> Path {
    let r = min(radius, rect.width / 2, rect.height / 2)
    // The distance of the control points of a quarter circle from its ends.
    let k = r * (1 - 0.5523)
    var path = Path()
    path.move(to: Point(rect.minX + r, rect.minY))
    path.line(to: Point(rect.maxX - r, rect.minY))
    path.curve(
      Point(rect.maxX - k, rect.minY), Point(rect.maxX, rect.minY + k),
      to: Point(rect.maxX, rect.minY + r))
    path.line(to: Point(rect.maxX, rect.maxY - r))
    path.curve(
      Point(rect.maxX, rect.maxY - k), Point(rect.maxX - k, rect.maxY),
      to: Point(rect.maxX - r, rect.maxY))
    path.line(to: Point(rect.minX + r, rect.maxY))
    path.curve(
      Point(rect.minX + k, rect.maxY), Point(rect.minX, rect.maxY - k),
      to: Point(rect.minX, rect.maxY - r))
    path.line(to: Point(rect.minX, rect.minY + r))
    path.curve(
      Point(rect.minX, rect.minY + k), Point(rect.minX + k, rect.minY),
      to: Point(rect.minX + r, rect.minY))
    path.close()
    return path
  }
}
