extension [Point] {
  /// The line without the points that are not needed: no dropped point is farther than `tolerance`
  /// points from the simplified line.
  ///
  /// From each kept point, a cone to the discs around the following ones; the first point outside
  /// the cone, or closer than the previous one, ends the straight segment.
  func simplified(tolerance: Double = 0.03) -> [Point] {
    guard count > 2 else { return self }
    var result = [self[0]]
    var last = 0
    var cone = Cone()
    for index in indices.dropFirst() {
      if !cone.holds(self[index], from: self[last], tolerance) {
        last = index - 1
        result.append(self[last])
        cone = Cone()
        _ = cone.holds(self[index], from: self[last], tolerance)
      }
    }
    result.append(self[count - 1])
    return result
  }
}

/// The directions from a point that pass through every disc so far; all directions at first.
private struct Cone {
  private var left: (x: Double, y: Double)?
  private var right: (x: Double, y: Double)?
  private var farthest = 0.0

  /// Whether a point is inside the cone and farther than those before it; narrows the cone to it if
  /// so.
  mutating func holds(_ point: Point, from apex: Point, _ tolerance: Double) -> Bool {
    let (x, y) = (point.x - apex.x, point.y - apex.y)
    let distance = (x * x + y * y).squareRoot()
    guard distance >= farthest else { return false }
    if let left, let right, left.x * y > left.y * x || right.x * y < right.y * x { return false }
    farthest = distance
    guard distance > tolerance else { return true }
    // The cone's edges pass through the ends of the disc's diameter across the direction.
    let (across, up) = (-y / distance * tolerance, x / distance * tolerance)
    let (l, r) = ((x: x + across, y: y + up), (x: x - across, y: y - up))
    if left.map({ l.x * $0.y > l.y * $0.x }) ?? true { left = l }
    if right.map({ r.x * $0.y < r.y * $0.x }) ?? true { right = r }
    return true
  }
}
