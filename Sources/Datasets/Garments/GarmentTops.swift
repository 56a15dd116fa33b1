/// What is worn above the waist, and the dress: one cut with different measures.
///
/// The measures of T-shirt, pullover, coat and shirt overlap on purpose, as in the real set: no
/// model can tell all of them apart.
struct GarmentTop {
  var level: Float
  var shoulder: Float
  var waist: Float
  var hem: Float
  var top: Float
  var bottom: Float
  var neckWidth: Float
  var neckDepth: Float
  /// From the shoulder down, as a share of the body's height; 0 for none.
  var sleeve: Float
  var sleeveWidth: Float
  /// How far the sleeve's end stands off, in pixels.
  var spread: Float

  func draw(on canvas: inout GarmentCanvas) {
    let centre: Float = 14
    if sleeve > 0 {
      for side in [-1, 1] as [Float] { drawSleeve(on: &canvas, side: side) }
    }
    let waistHeight = top + (bottom - top) * 0.55
    var outline = [GarmentPoint(centre - neckWidth, top)]
    outline += garmentCurve(
      outline[0], GarmentPoint(centre, top + 2 * neckDepth), GarmentPoint(centre + neckWidth, top))
    let right = [
      GarmentPoint(shoulder, top + 1.4), GarmentPoint(shoulder - 0.4, top + 6),
      GarmentPoint(waist, waistHeight), GarmentPoint(hem, bottom),
    ]
    outline += right.map { GarmentPoint(centre + $0.x, $0.y) }
    outline += right.reversed().map { GarmentPoint(centre - $0.x, $0.y) }
    canvas.fill(outline, level)
  }

  private func drawSleeve(on canvas: inout GarmentCanvas, side: Float) {
    let length = (bottom - top) * sleeve
    let outer = shoulder + spread
    let points = [
      (shoulder - 1.5, top + 0.6), (shoulder + 0.6, top + 1.6), (outer + 0.5, top + 1.6 + length),
      (outer + 0.5 - sleeveWidth, top + 2.2 + length),
      (shoulder - 1, top + 1.6 + sleeveWidth * 1.5),
    ]
    canvas.fill(points.map { GarmentPoint(14 + side * $0.0, $0.1) }, level * 0.93)
  }
}

extension GarmentTop {
  /// Measures that tops share: between a light T-shirt and a wide coat.
  private init(_ chance: inout GarmentChance, level: Float) {
    self.level = level
    shoulder = chance.around(5.2, 8.2)
    waist = chance.around(4.8, 7.2)
    hem = waist + chance.around(-0.3, 1.2)
    top = chance.around(2, 4.5)
    bottom = chance.around(22.5, 26)
    neckWidth = chance.around(1.6, 3.6)
    neckDepth = chance.around(0.2, 2)
    sleeve = 0
    sleeveWidth = chance.around(2.4, 4)
    spread = chance.around(0.6, 3)
  }

  static func tShirt(_ chance: inout GarmentChance) -> GarmentTop {
    var top = GarmentTop(&chance, level: chance.between(0.35, 0.95))
    top.neckDepth = chance.around(0.6, 3)
    top.sleeve = chance.happens(0.12) ? 0 : chance.around(0.14, 0.46)
    if chance.happens(0.06) { top.sleeve = chance.around(0.5, 0.8) }
    top.spread = chance.around(1.4, 4)
    return top
  }

  static func pullover(_ chance: inout GarmentChance) -> GarmentTop {
    var top = GarmentTop(&chance, level: chance.between(0.3, 0.85))
    top.sleeve = chance.around(0.58, 0.92)
    top.neckDepth = chance.around(0.2, 1.6)
    top.hem = top.waist + chance.around(-0.6, 0.6)
    return top
  }

  static func coat(_ chance: inout GarmentChance) -> GarmentTop {
    var top = GarmentTop(&chance, level: chance.between(0.25, 0.8))
    top.sleeve = chance.around(0.56, 0.86)
    top.bottom = chance.around(23.5, 27.5)
    top.shoulder = chance.around(5.6, 8.4)
    top.hem = top.waist + chance.around(0, 1.8)
    return top
  }

  static func shirt(_ chance: inout GarmentChance) -> GarmentTop {
    var top = GarmentTop(&chance, level: chance.between(0.4, 0.95))
    top.sleeve = chance.happens(0.3) ? chance.around(0.16, 0.5) : chance.around(0.52, 0.88)
    top.neckDepth = chance.around(0.4, 2.6)
    return top
  }

  static func dress(_ chance: inout GarmentChance) -> GarmentTop {
    var top = GarmentTop(&chance, level: chance.between(0.3, 0.95))
    top.top = chance.around(0.6, 2.4)
    top.bottom = chance.around(25, 27.6)
    top.shoulder = chance.around(2.8, 5.2)
    top.waist = chance.around(2.2, 4.4)
    top.hem = top.waist + chance.around(0.2, 4.6)
    top.neckWidth = chance.around(1.2, 2.4)
    top.sleeve = chance.happens(0.45) ? 0 : chance.around(0.08, 0.5)
    top.sleeveWidth = chance.around(1.6, 2.6)
    top.spread = chance.around(0.4, 2)
    return top
  }
}
