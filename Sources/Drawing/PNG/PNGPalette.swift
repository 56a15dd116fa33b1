import Archives

/// A palette of at most 256 colours for an image: exact, or with the many shades of smoothed edges
/// moved to a frequent colour too close to see the difference.
struct PNGPalette {
  /// 0xRRGGBB in palette order.
  private let colors: [UInt32]
  /// Palette index of each colour of the runs.
  private let indices: [UInt8]

  /// How far a channel may move, of 255; tried in this order.
  private static let tolerances: [UInt32] = [0, 3, 5, 7, 10, 15, 21]

  /// nil if the image needs more colours.
  init?(_ runs: PixelRuns) {
    // Ties are broken by colour, darker first, so that the order depends on the image alone.
    let keys = zip(runs.counts, runs.colors).map { UInt64(.max - UInt32($0)) << 24 | UInt64($1) }
    let ranked = keys.indices.sorted { keys[$0] < keys[$1] }
    guard let (palette, places) = Self.reduce(ranked.map { runs.colors[$0] }) else { return nil }
    colors = palette
    var indices = [UInt8](repeating: 0, count: ranked.count)
    for (color, place) in zip(ranked, places) { indices[color] = UInt8(place) }
    self.indices = indices
  }

  /// Merges colours that share a cell of a grid, using the finest grid that leaves at most 256;
  /// returns the most frequent colour of each cell and, for each colour, the index of its cell.
  private static func reduce(_ ranked: [UInt32]) -> (palette: [UInt32], places: [Int])? {
    if ranked.count <= 256 { return (ranked, Array(ranked.indices)) }
    for tolerance in tolerances {
      let width = tolerance + 1
      var table = ColorTable()
      var cells: [UInt32] = []
      var palette: [UInt32] = []
      var places: [Int] = []
      places.reserveCapacity(ranked.count)
      for color in ranked {
        let red = (color >> 16) / width
        let green = (color >> 8 & 255) / width
        let cell = (red << 16) | (green << 8) | ((color & 255) / width)
        let place = table.place(of: cell, among: &cells)
        places.append(place)
        if place == palette.count { palette.append(color) }
        if palette.count > 256 { break }
      }
      if palette.count <= 256 { return (palette, places) }
    }
    return nil
  }

  /// Three bytes per colour.
  var entries: [UInt8] {
    colors.flatMap {
      [
        UInt8(truncatingIfNeeded: $0 >> 16), UInt8(truncatingIfNeeded: $0 >> 8),
        UInt8(truncatingIfNeeded: $0),
      ]
    }
  }

  /// Unfiltered rows of indices, and the SHA-256 of the RGB rows they decode to.
  func rows(of image: PixelRuns) -> (rows: [UInt8], digest: [UInt8]) {
    var hash = SHA256()
    let length = image.width + 1
    var decoded = [UInt8](repeating: 0, count: image.width * 3)
    // Colours with their bytes in memory order.
    let words = colors.map { ($0 << 8).byteSwapped }
    let rows = [UInt8](unsafeUninitializedCapacity: length * image.height) { output, count in
      var start = output.baseAddress!
      for band in image.bands {
        start[0] = 0
        decoded.withUnsafeMutableBytes { decoded in
          var place = start + 1
          var pixel = 0
          for run in band.runs {
            let index = indices[Int(image.places[run])]
            let length = Int(image.lengths[run])
            Self.fill(place, index, length)
            place += length
            Self.fill(decoded, from: pixel, words[Int(index)], length)
            pixel += length
          }
        }
        hash.update(decoded)
        // Most rows equal the one above: white, or across bars and cells.
        for same in 1..<max(1, band.height) {
          (start + same * length).update(from: start, count: length)
          hash.update(decoded)
        }
        start += band.height * length
      }
      count = length * image.height
    }
    return (rows, hash.finish())
  }

  @inline(__always)
  private static func fill(_ place: UnsafeMutablePointer<UInt8>, _ index: UInt8, _ length: Int) {
    if length > 16 {
      place.update(repeating: index, count: length)
    } else {
      for x in 0..<length { place[x] = index }
    }
  }

  /// Writes `length` pixels of three bytes, each as a four-byte store except the last in the row.
  @inline(__always)
  private static func fill(
    _ decoded: UnsafeMutableRawBufferPointer, from pixel: Int, _ word: UInt32, _ length: Int
  ) {
    let start = decoded.baseAddress! + 3 * pixel
    let bytes = (UInt8(truncatingIfNeeded: word), UInt8(truncatingIfNeeded: word >> 8))
    if length > 16, bytes.0 == bytes.1, bytes.0 == UInt8(truncatingIfNeeded: word >> 16) {
      start.assumingMemoryBound(to: UInt8.self).update(repeating: bytes.0, count: 3 * length)
      return
    }
    for x in 0..<length - 1 { (start + 3 * x).storeBytes(of: word, as: UInt32.self) }
    let last = start + 3 * (length - 1)
    last.storeBytes(of: bytes.0, as: UInt8.self)
    last.storeBytes(of: bytes.1, toByteOffset: 1, as: UInt8.self)
    last.storeBytes(of: UInt8(truncatingIfNeeded: word >> 16), toByteOffset: 2, as: UInt8.self)
  }
}
