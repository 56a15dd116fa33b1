import Archives

/// At most 256 colours that say an image: exactly, or where edges were smoothed into a few hundred,
/// with none of them off by more than a shade that no eye tells apart.
struct PNGPalette {
  /// Colours in the order of the palette.
  private let colors: [UInt32]
  private let table: ColorTable

  /// Furthest that a channel may move, of 255.
  private static let tolerance = 14
  /// More colours than this are a photograph: no palette.
  private static let limit = 2048

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
    }
    colors = ranked.prefix(256).map(\.color)
    for (index, color) in colors.enumerated() { table.set(color, to: UInt8(index)) }
    for (color, _) in ranked.dropFirst(256) {
      let (index, distance) = Self.nearest(to: color, among: colors)
      guard distance <= Self.tolerance else { return nil }
      table.set(color, to: UInt8(index))
    }
    self.table = table
  }

  /// The place with the least greatest difference of a channel; the first of equals.
  private static func nearest(to color: UInt32, among colors: [UInt32]) -> (Int, Int) {
    var best = (0, Int.max)
    for (index, other) in colors.enumerated() {
      var distance = 0
      for shift in [16, 8, 0] as [UInt32] {
        let difference = Int(color >> shift & 255) - Int(other >> shift & 255)
        distance = max(distance, abs(difference))
      }
      if distance < best.1 { best = (index, distance) }
    }
    return best
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
  private static let bits: UInt32 = 13
  private var colors = [UInt32](repeating: .max, count: 1 << 13)
  private var occurrences = [Int](repeating: 0, count: 1 << 13)
  private var indices = [UInt8](repeating: 0, count: 1 << 13)
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
