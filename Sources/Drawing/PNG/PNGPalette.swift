import Archives

/// At most 256 colours that say an image: exactly, or where edges were smoothed into many shades,
/// each moved to a frequent one so near that no eye tells them apart.
struct PNGPalette {
  /// Colours in the order of the palette.
  private let colors: [UInt32]
  private let table: ColorTable

  /// Furthest that a channel may move, of 255, tried one after the other.
  private static let tolerances: [UInt32] = [0, 3, 5, 7, 10, 15, 21]
  /// More colours than this are a photograph: no palette.
  private static let limit = 6000

  /// Nil where the image needs full colour.
  init?(_ image: PixelRows) {
    var table = ColorTable()
    var y = 0
    while y < image.height {
      let next = image.endOfEqualRows(from: y)
      image.forEachRun(in: y) { color, length in table.count(color, by: length * (next - y)) }
      if table.used > Self.limit { return nil }
      y = next
    }
    // Ties go to the darker colour, so that the order is a function of the image alone.
    let ranked = table.counts.sorted {
      $0.count != $1.count ? $0.count > $1.count : $0.color < $1.color
    }.map(\.color)
    guard let (palette, places) = Self.reduce(ranked) else { return nil }
    colors = palette
    for (color, place) in zip(ranked, places) { table.set(color, to: UInt8(place)) }
    self.table = table
  }

  /// The first of each cell of a lattice of colours, the finest lattice that leaves at most 256; with
  /// the place of each given colour's cell.
  private static func reduce(_ ranked: [UInt32]) -> (palette: [UInt32], places: [Int])? {
    for tolerance in tolerances {
      let width = tolerance + 1
      var cells: [UInt32: Int] = [:]
      var palette: [UInt32] = []
      var places: [Int] = []
      places.reserveCapacity(ranked.count)
      for color in ranked {
        let red = (color >> 16) / width
        let green = (color >> 8 & 255) / width
        let cell = (red << 16) | (green << 8) | ((color & 255) / width)
        if let place = cells[cell] {
          places.append(place)
        } else {
          cells[cell] = palette.count
          places.append(palette.count)
          palette.append(color)
        }
        if palette.count > 256 { break }
      }
      if palette.count <= 256 { return (palette, places) }
    }
    return nil
  }

  /// Three bytes a colour.
  var entries: [UInt8] {
    colors.flatMap {
      [
        UInt8(truncatingIfNeeded: $0 >> 16), UInt8(truncatingIfNeeded: $0 >> 8),
        UInt8(truncatingIfNeeded: $0),
      ]
    }
  }

  /// Unfiltered rows of indices, and the SHA-256 of the RGB rows that they decode to.
  func rows(of image: PixelRows) -> (rows: [UInt8], digest: [UInt8]) {
    var hash = SHA256()
    let entries = entries
    let length = image.width + 1
    var decoded = [UInt8](repeating: 0, count: image.width * 3)
    let rows = [UInt8](unsafeUninitializedCapacity: length * image.height) { output, count in
      let output = output.baseAddress!
      var y = 0
      while y < image.height {
        let start = output + y * length
        start[0] = 0
        var place = start + 1
        decoded.withUnsafeMutableBufferPointer { decoded in
          var pixel = decoded.baseAddress!
          image.forEachRun(in: y) { color, length in
            let index = table[color]
            place.initialize(repeating: index, count: length)
            place += length
            let entry = Int(index) * 3
            let (red, green, blue) = (entries[entry], entries[entry + 1], entries[entry + 2])
            for _ in 0..<length {
              (pixel[0], pixel[1], pixel[2]) = (red, green, blue)
              pixel += 3
            }
          }
        }
        hash.update(decoded)
        // Most rows are like the one above: white, or across bars and cells.
        let next = image.endOfEqualRows(from: y)
        for same in y + 1..<max(next, y + 1) {
          (output + same * length).update(from: start, count: length)
          hash.update(decoded)
        }
        y = next
      }
      count = length * image.height
    }
    return (rows, hash.finish())
  }
}

/// How often each colour occurs and what index it got: open addressing in a table of fixed size.
private struct ColorTable {
  private static let bits: UInt32 = 15
  private var colors = [UInt32](repeating: .max, count: 1 << bits)
  private var occurrences = [Int](repeating: 0, count: 1 << bits)
  private var indices = [UInt8](repeating: 0, count: 1 << bits)
  private(set) var used = 0

  private func slot(_ color: UInt32) -> Int {
    var slot = Int((color &* 2_654_435_761) &>> (32 - Self.bits))
    while colors[slot] != color && colors[slot] != .max { slot = (slot + 1) & (colors.count - 1) }
    return slot
  }

  mutating func count(_ color: UInt32, by amount: Int) {
    let slot = slot(color)
    if colors[slot] == .max {
      // The caller stops long before the table is full; until its row ends it may go on.
      guard used < colors.count / 2 else { return }
      colors[slot] = color
      used += 1
    }
    occurrences[slot] += amount
  }

  mutating func set(_ color: UInt32, to index: UInt8) { indices[slot(color)] = index }

  subscript(color: UInt32) -> UInt8 { indices[slot(color)] }

  var counts: [(color: UInt32, count: Int)] {
    colors.indices.filter { colors[$0] != .max }.map { (colors[$0], occurrences[$0]) }
  }
}
