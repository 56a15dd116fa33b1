import Glibc

/// A picture as runs of one colour from left to right, row by row; a row like the one above it is
/// counted, not said again.
struct PixelRuns {
  /// Rows alike, one below the other.
  struct Band {
    var height: Int
    /// Among all runs.
    var runs: Range<Int>
  }

  let width: Int
  let height: Int
  private(set) var bands: [Band] = []
  /// Of each run the place of its colour in `colors`.
  private(set) var places: [UInt16] = []
  /// Of each run the number of pixels.
  private(set) var lengths: [UInt16] = []
  /// 0xRRGGBB in the order of their first pixels.
  private(set) var colors: [UInt32] = []
  /// Of each colour the number of pixels.
  private(set) var counts: [Int] = []

  /// More colours than these are a photograph.
  static let colorLimit = 6000

  /// Nil where there are more colours than `colorLimit`.
  init?(_ image: PixelRows) {
    (width, height) = (image.width, image.height)
    places.reserveCapacity(image.height * 40)
    lengths.reserveCapacity(image.height * 40)
    var table = ColorTable()
    var y = 0
    while y < height {
      let next = image.endOfEqualRows(from: y)
      let first = places.count
      let row = image.row(y)
      var x = 0
      while x < width {
        let color = row[x] & 0xFFFFFF
        let end = Self.endOfRun(row, from: x, width: width)
        let place = table.place(of: color, among: &colors)
        if place == counts.count { counts.append(0) }
        counts[place] += (end - x) * (next - y)
        places.append(UInt16(truncatingIfNeeded: place))
        lengths.append(UInt16(truncatingIfNeeded: end - x))
        x = end
        if colors.count > Self.colorLimit { return nil }
      }
      bands.append(Band(height: next - y, runs: first..<places.count))
      y = next
    }
  }

  /// The first place after `x` whose colour is another.
  @inline(__always)
  private static func endOfRun(_ row: UnsafePointer<UInt32>, from x: Int, width: Int) -> Int {
    let color = row[x] & 0xFFFFFF
    var end = x + 1
    while end < width, end & 3 != 0 || end - x < 4 {
      guard row[end] & 0xFFFFFF == color else { return end }
      end += 1
    }
    // Eight pixels at a time, two a word: what their bits differ in is or-ed together.
    let mask: UInt64 = 0x00FF_FFFF_00FF_FFFF
    let wanted = UInt64(color) << 32 | UInt64(color)
    let bytes = UnsafeRawPointer(row)
    while end + 8 <= width {
      let words = bytes + 4 * end
      var difference: UInt64 = 0
      for word in 0..<4 {
        difference |= words.loadUnaligned(fromByteOffset: 8 * word, as: UInt64.self) ^ wanted
      }
      guard difference & mask == 0 else { break }
      end += 8
    }
    while end < width, row[end] & 0xFFFFFF == color { end += 1 }
    return end
  }
}
