/// Draws one garment of each of Fashion-MNIST's ten classes, by label.
enum Garment {
  static func draw(_ label: Int, _ chance: inout GarmentChance, on canvas: inout GarmentCanvas) {
    canvas.scale = chance.around(0.9, 1.06)
    canvas.shear = chance.around(-0.07, 0.07)
    canvas.shift = GarmentPoint(chance.around(-1.6, 1.6), chance.around(-1.2, 1.2))
    switch label {
    case 0: top(.tShirt(&chance), front: 0.04, print: 0.35, &chance, on: &canvas)
    case 1: trousers(&chance, on: &canvas)
    case 2: top(.pullover(&chance), front: 0.07, print: 0.3, &chance, on: &canvas)
    case 3: top(.dress(&chance), front: 0.08, print: 0.15, &chance, on: &canvas)
    case 4: top(.coat(&chance), front: 0.86, print: 0.04, &chance, on: &canvas)
    case 5: GarmentShoes.sandal(&chance, on: &canvas)
    case 6: top(.shirt(&chance), front: 0.62, print: 0.1, &chance, on: &canvas)
    case 7: GarmentShoes.sneaker(&chance, on: &canvas)
    case 8: bag(&chance, on: &canvas)
    default: GarmentShoes.boot(&chance, on: &canvas)
    }
    finish(&chance, on: &canvas)
  }

  /// A top with, at these probabilities, an opening down the front or a print on the breast.
  private static func top(
    _ cut: GarmentTop, front: Float, print: Float, _ chance: inout GarmentChance,
    on canvas: inout GarmentCanvas
  ) {
    cut.draw(on: &canvas)
    if chance.happens(front) {
      let x = 14 + chance.around(-0.7, 0.7)
      let start = cut.top + cut.neckDepth
      let width = chance.around(0.4, 1.3)
      let level = cut.level * chance.between(0.35, 0.75)
      canvas.stroke([GarmentPoint(x, start), GarmentPoint(x, cut.bottom)], width: width, level)
    }
    if chance.happens(print) {
      let (width, height) = (chance.around(1.5, 4.5), chance.around(1, 4))
      let y = cut.top + chance.around(5, 10)
      let level = chance.happens(0.5) ? chance.between(0.8, 1) : cut.level * 0.4
      canvas.fill(
        [
          GarmentPoint(14 - width, y), GarmentPoint(14 + width, y),
          GarmentPoint(14 + width, y + height), GarmentPoint(14 - width, y + height),
        ], level)
    }
  }

  private static func trousers(_ chance: inout GarmentChance, on canvas: inout GarmentCanvas) {
    let level = chance.between(0.3, 0.95)
    let waist = chance.around(2.8, 4.6)
    let bottom = chance.happens(0.12) ? chance.around(14, 20) : chance.around(25, 27.6)
    let crotch = chance.around(8.5, 12)
    let hip = waist + chance.around(0.2, 1.4)
    let foot = chance.around(1.4, 3)
    let gap = chance.around(0.1, 2.6)
    for side in [-1, 1] as [Float] {
      let points =
        [
          (0, 1), (waist, 1), (hip, crotch - 2), (gap + foot, bottom), (gap, bottom), (0, crotch),
        ] as [(Float, Float)]
      canvas.fill(points.map { GarmentPoint(14 + side * $0.0, $0.1) }, level)
    }
    canvas.stroke(
      [GarmentPoint(14 - waist, 1.7), GarmentPoint(14 + waist, 1.7)], width: 1, level * 0.75)
  }

  private static func bag(_ chance: inout GarmentChance, on canvas: inout GarmentCanvas) {
    let level = chance.between(0.3, 0.95)
    let (half, slant) = (chance.around(7.5, 12.5), chance.around(-2, 1))
    let top = chance.around(7.5, 13)
    let bottom = chance.around(20, 25.5)
    let reach = chance.around(2, 7.5)
    let handle = chance.around(3, half)
    if chance.happens(0.85) {
      let start = GarmentPoint(14 - handle, top + 0.5)
      let end = GarmentPoint(14 + handle, top + 0.5)
      let arc = garmentCurve(start, GarmentPoint(14, top - 2 * reach), end, steps: 8)
      canvas.stroke([start] + arc, width: chance.around(0.9, 2.2), level * 0.85)
    }
    canvas.fill(
      [
        GarmentPoint(14 - half - slant, top), GarmentPoint(14 + half + slant, top),
        GarmentPoint(14 + half, bottom), GarmentPoint(14 - half, bottom),
      ], level)
    if chance.happens(0.5) {
      let flap = top + (bottom - top) * chance.between(0.25, 0.6)
      canvas.stroke(
        [GarmentPoint(14 - half, flap), GarmentPoint(14 + half, flap)], width: 0.9, level * 0.55)
    }
  }

  /// Folds, stripes and the grain of the photograph.
  private static func finish(_ chance: inout GarmentChance, on canvas: inout GarmentCanvas) {
    let slope = GarmentPoint(chance.around(-0.012, 0.012), chance.around(-0.012, 0.012))
    let stripes = chance.happens(0.16) ? chance.between(0.15, 0.4) : 0
    let period = 2 + chance.integer(below: 4)
    let isUpright = chance.happens(0.4)
    let grain = chance.between(0.02, 0.1)
    canvas.texture { x, y, level in
      let light = 1 + slope.x * Float(x - 14) + slope.y * Float(y - 14)
      let isStripe = (isUpright ? x : y) % (2 * period) < period
      let noise = 1 + grain * (chance.between(-1, 1) + chance.between(-1, 1))
      return level * light * (isStripe ? 1 - stripes : 1) * noise
    }
  }
}
