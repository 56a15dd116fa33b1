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
    for y in 0..<image.height {
      let row = image.row(y)
      var x = 0
      while x < image.width {
        let color = row[x] & 0xFFFFFF
        var end = x + 1
        while end < image.width, row[end] & 0xFFFFFF == color { end += 1 }
        table.count(color, by: end - x)
        x = end
      }
      if table.used > Self.limit { return nil }
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
    var decoded = [UInt8](repeating: 0, count: image.width * 3)
    let rows = [UInt8](unsafeUninitializedCapacity: (image.width + 1) * image.height) {
      output, count in
      var place = 0
      for y in 0..<image.height {
        let row = image.row(y)
        output[place] = 0
        place += 1
        let start = place
        var previous = row[0] & 0xFFFFFF
        var index = table[previous]
        for x in 0..<image.width {
          let color = row[x] & 0xFFFFFF
          if color != previous {
            previous = color
            index = table[color]
          }
          output[place] = index
          place += 1
        }
        decoded.withUnsafeMutableBufferPointer { decoded in
          entries.withUnsafeBufferPointer { entries in
            for x in 0..<image.width {
              let entry = Int(output[start + x]) * 3
              decoded[x * 3] = entries[entry]
              decoded[x * 3 + 1] = entries[entry + 1]
              decoded[x * 3 + 2] = entries[entry + 2]
            }
          }
        }
        hash.update(decoded)
      }
      count = place
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
