import Archives
import Glibc

/// Writes PNG (ISO 15948): 8 bits per channel, with a palette if 256 colours suffice.
///
/// Hand-made because Cairo's encoder takes six times as long as the drawing and writes no metadata.
struct PNGEncoder {
  /// Pixels per point of 1/96 inch.
  let scale: Double
  let metadata: PNGMetadata

  /// The PNG file of 0xXXRRGGBB pixels.
  func encode(_ pixels: UnsafePointer<UInt32>, width: Int, height: Int, stride: Int) -> [UInt8] {
    let image = PixelRows(pixels, width: width, height: height, stride: stride)
    let runs = PixelRuns(image)
    let palette = runs.flatMap { PNGPalette($0) }
    var file: [UInt8] = [137, 80, 78, 71, 13, 10, 26, 10]
    let colorType: UInt8 = palette == nil ? 2 : 3
    append("IHDR", bigEndian(width) + bigEndian(height) + [8, colorType, 0, 0, 0], to: &file)
    let perMetre = Int((scale * 96 / 0.0254).rounded())
    append("pHYs", bigEndian(perMetre) + bigEndian(perMetre) + [1], to: &file)
    let rows: [UInt8]
    let digest: [UInt8]
    if let runs, let palette {
      (rows, digest) = palette.rows(of: runs)
      append("PLTE", palette.entries, to: &file)
    } else {
      (rows, digest) = image.filteredRows()
    }
    for text in metadata.sealed(pixels: digest) { append("iTXt", payload(text), to: &file) }
    append("IDAT", Deflate.zlib(rows, level: 3), to: &file)
    append("IEND", [], to: &file)
    return file
  }

  private func payload(_ text: PNGMetadata.Text) -> [UInt8] {
    // Keyword, not compressed, language tag, no translated keyword, text.
    Array(text.keyword.utf8) + [0, 0, 0] + Array(text.language.utf8) + [0, 0]
      + Array(text.text.utf8)
  }

  private func append(_ type: String, _ payload: [UInt8], to file: inout [UInt8]) {
    let start = file.count + 4
    file += bigEndian(payload.count)
    file += Array(type.utf8)
    file += payload
    let checksum = file.withUnsafeBytes {
      CRC32.extended(0, by: UnsafeRawBufferPointer(rebasing: $0[start...]))
    }
    file += bigEndian(Int(checksum))
  }

  private func bigEndian(_ value: Int) -> [UInt8] {
    let word = UInt32(value)
    return (0..<4).map { UInt8(truncatingIfNeeded: word >> (24 - 8 * $0)) }
  }
}

/// Pixels in memory, with `stride` pixels from one row to the next.
struct PixelRows {
  let pixels: UnsafePointer<UInt32>
  let width: Int
  let height: Int
  let stride: Int

  init(_ pixels: UnsafePointer<UInt32>, width: Int, height: Int, stride: Int) {
    self.pixels = pixels
    self.width = width
    self.height = height
    self.stride = stride
  }

  func row(_ y: Int) -> UnsafePointer<UInt32> { pixels + y * stride }

  /// The first row after `y` that differs from it.
  func endOfEqualRows(from y: Int) -> Int {
    var next = y + 1
    while next < height, memcmp(row(y), row(next), width * 4) == 0 { next += 1 }
    return next
  }

  /// RGB rows with the filter `up`, and the SHA-256 of the unfiltered rows.
  func filteredRows() -> (rows: [UInt8], digest: [UInt8]) {
    var plain = [UInt8](repeating: 0, count: width * height * 3)
    plain.withUnsafeMutableBufferPointer { output in
      var place = 0
      for y in 0..<height {
        let row = row(y)
        for x in 0..<width {
          let pixel = row[x]
          output[place] = UInt8(truncatingIfNeeded: pixel >> 16)
          output[place + 1] = UInt8(truncatingIfNeeded: pixel >> 8)
          output[place + 2] = UInt8(truncatingIfNeeded: pixel)
          place += 3
        }
      }
    }
    let length = width * 3
    let filtered = [UInt8](unsafeUninitializedCapacity: (length + 1) * height) { output, count in
      for y in 0..<height {
        let start = y * (length + 1)
        output[start] = 2
        for x in 0..<length {
          let above = y == 0 ? 0 : plain[(y - 1) * length + x]
          output[start + 1 + x] = plain[y * length + x] &- above
        }
      }
      count = (length + 1) * height
    }
    return (filtered, SHA256.hash(plain))
  }
}
