/// Sandals, sneakers and ankle boots, toes to the left as in the real set.
enum GarmentShoes {
  static func sandal(_ chance: inout GarmentChance, on canvas: inout GarmentCanvas) {
    let level = chance.between(0.3, 0.95)
    let heel = chance.around(0, 6.5)
    let sole = chance.around(19, 22.5)
    let thickness = chance.around(1.1, 2.4)
    let toe = GarmentPoint(chance.between(1, 2.5), sole)
    let back = GarmentPoint(chance.between(25, 26.8), sole - heel)
    let arch = GarmentPoint(14, sole - heel * chance.between(0, 0.5))
    let upper = [toe] + garmentCurve(toe, arch, back)
    canvas.stroke(upper, width: thickness, level)
    if heel > 2 {
      canvas.stroke(
        [GarmentPoint(back.x - 1, back.y), GarmentPoint(back.x - 0.6, sole + 1)],
        width: chance.between(1, 3), level)
    }
    let straps = 1 + chance.integer(below: 4)
    for _ in 0..<straps {
      let x = chance.between(4, 20)
      let reach = chance.around(2, 7)
      let base = sole - heel * max(0, x - 8) / 18
      canvas.stroke(
        [
          GarmentPoint(x - 1.5, base), GarmentPoint(x + chance.between(-1, 2.5), base - reach),
          GarmentPoint(x + 4, base - chance.between(0, 1)),
        ], width: chance.between(0.9, 2), level * chance.between(0.7, 1))
    }
    if chance.happens(0.6) {
      let height = chance.around(3, 8)
      canvas.stroke(
        [
          GarmentPoint(back.x, back.y), GarmentPoint(back.x - 1, back.y - height),
          GarmentPoint(back.x - 6, back.y - height * chance.between(0.7, 1)),
        ], width: chance.between(0.9, 1.8), level)
    }
  }

  static func sneaker(_ chance: inout GarmentChance, on canvas: inout GarmentCanvas) {
    shoe(
      &chance, on: &canvas,
      shaft: chance.happens(0.08) ? chance.around(7, 11) : chance.around(4, 8),
      heel: 0)
  }

  static func boot(_ chance: inout GarmentChance, on canvas: inout GarmentCanvas) {
    shoe(
      &chance, on: &canvas,
      shaft: chance.happens(0.1) ? chance.around(7, 11) : chance.around(10, 17),
      heel: chance.happens(0.5) ? chance.around(0.5, 3.5) : 0)
  }

  /// A closed shoe whose opening is `shaft` pixels above its sole.
  private static func shoe(
    _ chance: inout GarmentChance, on canvas: inout GarmentCanvas, shaft: Float, heel: Float
  ) {
    let level = chance.between(0.3, 0.95)
    let ground = chance.around(20.5, 24.5)
    let toe = GarmentPoint(chance.between(0.8, 2.4), ground - 1)
    let opening = chance.around(13, 18)
    let back = chance.between(25, 27)
    let height = ground - shaft
    var outline = [toe]
    outline += garmentCurve(
      toe, GarmentPoint(toe.x, ground - chance.around(3.5, 6)),
      GarmentPoint(opening - 4, ground - min(shaft, 6)))
    outline += garmentCurve(
      outline[outline.count - 1], GarmentPoint(opening - 1, ground - min(shaft, 7)),
      GarmentPoint(opening, height))
    outline.append(GarmentPoint(back - chance.between(0, 1), height - chance.between(-0.5, 0.8)))
    outline.append(GarmentPoint(back, ground - 1))
    canvas.fill(outline, level)
    let soleLevel = chance.happens(0.5) ? chance.between(0.75, 1) : level * 0.6
    canvas.stroke(
      [GarmentPoint(toe.x - 0.3, ground - 0.6), GarmentPoint(back + 0.2, ground - 0.6)],
      width: chance.around(1, 2.4), soleLevel)
    if heel > 0 {
      canvas.fill(
        [
          GarmentPoint(back - 5, ground), GarmentPoint(back, ground),
          GarmentPoint(back, ground + heel), GarmentPoint(back - 4, ground + heel),
        ], level * 0.8)
    }
    if chance.happens(0.6) {
      let laces = 2 + chance.integer(below: 3)
      for lace in 0..<laces {
        let y = ground - min(shaft, 7) + Float(lace) * 1.3 - 0.4
        let x = opening - 2.5 - Float(lace) * 1.4
        canvas.stroke(
          [GarmentPoint(x - 1.4, y), GarmentPoint(x + 1.6, y - 0.4)], width: 0.7, level * 0.45)
      }
    }
  }
}
