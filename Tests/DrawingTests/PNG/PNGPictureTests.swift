import Archives
import Drawing
import Testing

@Suite struct PNGPictureTests {
  /// A 2 x 2 picture of the kind `colorType`, its rows filtered as given.
  private func file(_ colorType: UInt8, rows: [[UInt8]], palette: [UInt8] = []) -> [UInt8] {
    var file: [UInt8] = [137, 80, 78, 71, 13, 10, 26, 10]
    func chunk(_ type: String, _ payload: [UInt8]) -> [UInt8] {
      let body = Array(type.utf8) + payload
      return word(payload.count) + body + word(Int(CRC32.checksum(body)))
    }
    file += chunk("IHDR", word(2) + word(2) + [8, colorType, 0, 0, 0])
    if !palette.isEmpty { file += chunk("PLTE", palette) }
    return file + chunk("IDAT", Deflate.zlib(rows.flatMap { $0 })) + chunk("IEND", [])
  }

  private func word(_ value: Int) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: value >> (24 - 8 * $0)) }
  }

  private let pixels: [UInt8] = [10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120]

  @Test func whatTheEncoderWroteIsReadBack() throws {
    let metadata = PNGMetadata([.init("Title", "Año «1»", language: "es")])
    let picture = Picture(width: 90, height: 60, title: "T", panels: [])
    let png = try #require(PNGPicture(PictureRenderer().png(picture, metadata: metadata)))
    #expect(png.texts[0] == .init("Title", "Año «1»", language: "es"))
    #expect(png.text("cuaderno:pixels") == png.pixelHash()?.hexadecimal)
    #expect(png.scale == 2)
    #expect(png.text("cuaderno:seal") == PNGMetadata.seal(of: png.texts.dropLast()))
  }

  /// Another program may pack the same pixels in any way.
  @Test func everyFilterGivesTheSamePixels() {
    let first: [UInt8] = [10, 20, 30, 40, 50, 60]
    let packed: [[[UInt8]]] = [
      [[0] + first, [0, 70, 80, 90, 100, 110, 120]],
      [[1, 10, 20, 30, 30, 30, 30], [2, 60, 60, 60, 60, 60, 60]],
      [[2] + first, [3, 65, 70, 75, 45, 45, 45]],
      [[4, 10, 20, 30, 30, 30, 30], [4, 60, 60, 60, 30, 30, 30]],
    ]
    for rows in packed {
      #expect(PNGPicture(file(2, rows: rows))?.pixelHash() == SHA256.hash(pixels), "\(rows)")
    }
  }

  @Test func greyAndTransparentPicturesAreRead() {
    let grey = SHA256.hash([1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4])
    #expect(PNGPicture(file(0, rows: [[0, 1, 2], [0, 3, 4]]))?.pixelHash() == grey)
    #expect(PNGPicture(file(4, rows: [[0, 1, 9, 2, 9], [0, 3, 9, 4, 9]]))?.pixelHash() == grey)
    let rows: [[UInt8]] = [
      [0, 10, 20, 30, 255, 40, 50, 60, 255], [0, 70, 80, 90, 0, 100, 110, 120, 7],
    ]
    #expect(PNGPicture(file(6, rows: rows))?.pixelHash() == SHA256.hash(pixels))
  }

  @Test func aPaletteThatIsTooShortIsNoPicture() {
    let palette: [UInt8] = [1, 2, 3, 4, 5, 6]
    let good = PNGPicture(file(3, rows: [[0, 0, 1], [0, 1, 0]], palette: palette))
    #expect(good?.pixelHash() == SHA256.hash([1, 2, 3, 4, 5, 6, 4, 5, 6, 1, 2, 3]))
    let bad = PNGPicture(file(3, rows: [[0, 0, 1], [0, 2, 0]], palette: palette))
    #expect(bad != nil && bad?.pixelHash() == nil)
  }

  @Test func damageIsFound() throws {
    let whole = try PictureRenderer().png(Picture(width: 30, height: 20, title: "", panels: []))
    for count in stride(from: 0, to: whole.count, by: 7) {
      #expect(PNGPicture(Array(whole[..<count])) == nil)
    }
    // A chunk's checksum covers its type and its payload.
    for place in stride(from: 12, to: whole.count, by: 11) {
      var bytes = whole
      bytes[place] ^= 4
      let read = PNGPicture(bytes)
      #expect(read == nil || bytes[place...].count <= 12, "at \(place)")
    }
  }

  @Test func anAnnouncedBombIsNotInflated() {
    var huge = file(2, rows: [[0, 0, 0, 0, 0, 0, 0]])
    huge.replaceSubrange(16..<24, with: word(32_767) + word(32_767))
    let checksum = CRC32.checksum(Array(huge[12..<29]))
    huge.replaceSubrange(29..<33, with: word(Int(checksum)))
    #expect(PNGPicture(huge) == nil)
    // More rows than the header announced.
    let long = file(2, rows: Array(repeating: [0, 1, 2, 3, 4, 5, 6], count: 3))
    #expect(PNGPicture(long)?.pixelHash() == nil)
  }
}
