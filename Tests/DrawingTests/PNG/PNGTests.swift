import Archives
import Drawing
import TestSupport
import Testing

@Suite struct PNGTests {
  private let picture = Picture(
    width: 200, height: 120, title: "Título",
    panels: [
      Plot(
        x: Axis("x", numbers: .english), y: Axis("y", numbers: .english),
        marks: [LineMark([0, 1, 2], [1, 3, 2])])
    ])

  @Test(arguments: [1, 2, 3])
  func sizeAndDensityFollowTheScale(_ scale: Int) throws {
    let png = try #require(PNGReader(PictureRenderer().png(picture, scale: scale)))
    #expect(png.width == 200 * scale && png.height == 120 * scale)
    // 96 points an inch of 25.4 mm.
    let perMetre = [3780, 7559, 11339][scale - 1]
    let word = [UInt8(perMetre >> 8), UInt8(perMetre & 255)]
    #expect(png["pHYs"] == [0, 0] + word + [0, 0] + word + [1])
    #expect(png.chunks.first?.type == "IHDR" && png.chunks.last?.type == "IEND")
  }

  @Test func saysWhereItComesFrom() throws {
    let metadata = PNGMetadata([
      .init("Title", "Pérdida", language: "es"), .init("Description", "Baja <1>", language: "es"),
      .init("cuaderno:seed", "7"),
    ])
    let png = try #require(PNGReader(PictureRenderer().png(picture, metadata: metadata)))
    #expect(png.texts[0] == ["Title", "es", "Pérdida"])
    #expect(png.texts[1] == ["Description", "es", "Baja <1>"])
    #expect(png.texts[2] == ["cuaderno:seed", "", "7"])
    let pixels = try png.pixels()
    #expect(png.texts[3] == ["cuaderno:pixels", "", SHA256.hash(pixels).hexadecimal])
    #expect(pixels.count == 400 * 240 * 3)
  }

  @Test func fewColoursMakeAPalette() throws {
    let png = try #require(PNGReader(PictureRenderer().png(picture)))
    #expect(png.hasPalette)
    #expect(try png.pixels().prefix(3) == [255, 255, 255])
  }

  @Test func manyColoursAreKeptWhole() throws {
    let side = 64
    let pixels = (0..<side * side).map { index in
      Color(UInt32(index % side * 4) << 16 | UInt32(index / side * 4) << 8 | UInt32(index % 251))
    }
    let raster = Raster(width: side, height: side, pixels: pixels)
    let colourful = Picture(
      width: 92, height: 92, panels: [ImageGrid(items: [.init(raster, captions: [])], columns: 1)])
    let png = try #require(PNGReader(PictureRenderer().png(colourful, scale: 1)))
    #expect(!png.hasPalette)
    let digest = SHA256.hash(try png.pixels()).hexadecimal
    #expect(png.texts.dropLast().last == ["cuaderno:pixels", "", digest])
  }

  @Test func theSameTwice() throws {
    #expect(try PictureRenderer().png(picture) == PictureRenderer().png(picture))
  }

  @Test func aLineIsWhereItsDataAre() throws {
    let line = Picture(
      width: 120, height: 100,
      panels: [
        Plot(
          x: Axis(domain: 0...1, hasGrid: false, numbers: .english),
          y: Axis(domain: 0...1, hasGrid: false, numbers: .english),
          marks: [LineMark([0, 1], [0.5, 0.5], width: 4)])
      ])
    let png = try #require(PNGReader(PictureRenderer().png(line, scale: 1)))
    let pixels = try png.pixels()
    let blue = (0..<100).filter { y in
      let place = (y * 120 + 80) * 3
      return pixels[place] < 40 && pixels[place + 2] > 150
    }
    #expect(blue.count >= 3 && blue.count <= 5)
    #expect(blue.allSatisfy { (30...60).contains($0) })
  }
}

extension PNGTests {
  /// Smoothed edges of many colours are moved to near ones, never far.
  @Test func paletteColoursAreNear() throws {
    let side = 48
    // 2304 shades along a line of colours, as edges of one colour on another make them.
    let pixels = (0..<side * side).map { index -> Color in
      let blue = UInt32(index * 255 / (side * side))
      return Color(UInt32(index % 251) << 16 | UInt32(40 + index % 3) << 8 | blue / 64 * 64)
    }
    let raster = Raster(width: side, height: side, pixels: pixels)
    let canvasSide = 2 * Theme.standard.margin + Double(side) + 10
    let picture = Picture(
      width: canvasSide, height: canvasSide,
      panels: [ImageGrid(items: [.init(raster, captions: [])], columns: 1)])
    let png = try #require(PNGReader(PictureRenderer().png(picture, scale: 1)))
    let drawn = try png.pixels()
    #expect(png.hasPalette)
    // Green 40 to 42 and a red below 251 are the raster's; frame and page have neither.
    var near = 0
    for place in stride(from: 0, to: drawn.count, by: 3) {
      let (red, green) = (drawn[place], drawn[place + 1])
      if (19...63).contains(green) && red < 251 && (red > 90 || drawn[place + 2] > 90) { near += 1 }
    }
    #expect(near > 500)
  }
}
