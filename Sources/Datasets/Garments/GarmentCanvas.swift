/// A point of a 28 x 28 picture; x to the right, y downwards, in pixels.
struct GarmentPoint {
  var x: Float
  var y: Float

  init(_ x: Float, _ y: Float) {
    self.x = x
    self.y = y
  }
}

/// Fills polygons on 28 x 28 pixels of brightness 0 to 1.
///
/// Our own scan conversion in plain additions, products and quotients, so that the bits depend on no
/// library: four scan lines a pixel row, exact coverage along each.
struct GarmentCanvas {
  static let side = 28
  private static let linesPerRow = 4

  private(set) var pixels = [Float](repeating: 0, count: side * side)
  private var coverage = [Float](repeating: 0, count: side * side)
  private var crossings: [Float] = []

  /// Where the drawing is put: scaled about the centre, sheared sideways, shifted.
  var scale: Float = 1
  var shear: Float = 0
  var shift = GarmentPoint(0, 0)

  /// Paints the polygon (even-odd) over what is there.
  mutating func fill(_ outline: [GarmentPoint], _ level: Float) {
    let points = outline.map(placed)
    let top = max(0, Int(points.map(\.y).min() ?? 0))
    let bottom = min(Self.side, Int((points.map(\.y).max() ?? 0) + 1))
    guard top < bottom else { return }
    for index in top * Self.side..<bottom * Self.side { coverage[index] = 0 }
    for line in top * Self.linesPerRow..<bottom * Self.linesPerRow {
      let y = (Float(line) + 0.5) / Float(Self.linesPerRow)
      findCrossings(of: points, at: y)
      for pair in stride(from: 0, to: crossings.count - 1, by: 2) {
        cover(from: crossings[pair], to: crossings[pair + 1], row: line / Self.linesPerRow)
      }
    }
    for index in top * Self.side..<bottom * Self.side {
      let share = min(1, coverage[index])
      pixels[index] += (level - pixels[index]) * share
    }
  }

  /// Fills the band of `width` along a line through `points`.
  mutating func stroke(_ points: [GarmentPoint], width: Float, _ level: Float) {
    for (start, end) in zip(points, points.dropFirst()) {
      let (dx, dy) = (end.x - start.x, end.y - start.y)
      let length = (dx * dx + dy * dy).squareRoot()
      guard length > 0 else { continue }
      let (nx, ny) = (-dy / length * width / 2, dx / length * width / 2)
      fill(
        [
          GarmentPoint(start.x + nx, start.y + ny), GarmentPoint(end.x + nx, end.y + ny),
          GarmentPoint(end.x - nx, end.y - ny), GarmentPoint(start.x - nx, start.y - ny),
        ], level)
    }
  }

  /// Changes each pixel that something was painted on.
  mutating func texture(_ change: (_ x: Int, _ y: Int, _ level: Float) -> Float) {
    for y in 0..<Self.side {
      for x in 0..<Self.side where pixels[y * Self.side + x] > 0 {
        let index = y * Self.side + x
        pixels[index] = min(1, max(0, change(x, y, pixels[index])))
      }
    }
  }

  /// Brightness as bytes, rounded.
  var bytes: [UInt8] { pixels.map { UInt8(min(255, max(0, $0 * 255 + 0.5))) } }

  private func placed(_ point: GarmentPoint) -> GarmentPoint {
    let centre = Float(Self.side) / 2
    let (x, y) = ((point.x - centre) * scale, (point.y - centre) * scale)
    return GarmentPoint(centre + x + y * shear + shift.x, centre + y + shift.y)
  }

  private mutating func findCrossings(of points: [GarmentPoint], at y: Float) {
    crossings.removeAll(keepingCapacity: true)
    var last = points[points.count - 1]
    for point in points {
      if (last.y <= y) != (point.y <= y) {
        crossings.append(last.x + (y - last.y) / (point.y - last.y) * (point.x - last.x))
      }
      last = point
    }
    crossings.sort()
  }

  private mutating func cover(from start: Float, to end: Float, row: Int) {
    let left = max(0, start)
    let right = min(Float(Self.side), end)
    guard left < right else { return }
    let weight = 1 / Float(Self.linesPerRow)
    for x in Int(left)..<min(Self.side, Int(right) + 1) {
      let share = min(right, Float(x + 1)) - max(left, Float(x))
      if share > 0 { coverage[row * Self.side + x] += share * weight }
    }
  }
}

/// A quadratic Bézier curve as `steps` chords, without its first point.
func garmentCurve(
  _ start: GarmentPoint, _ control: GarmentPoint, _ end: GarmentPoint, steps: Int = 6
) -> [GarmentPoint] {
  (1...steps).map { step in
    let t = Float(step) / Float(steps)
    let u = 1 - t
    return GarmentPoint(
      u * u * start.x + 2 * u * t * control.x + t * t * end.x,
      u * u * start.y + 2 * u * t * control.y + t * t * end.y)
  }
}
