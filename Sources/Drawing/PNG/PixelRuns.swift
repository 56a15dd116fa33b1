import Glibc

/// A picture as runs of one colour, row by row; consecutive equal rows are stored once.
struct PixelRuns {
  /// Consecutive equal rows.
  struct Band {
    var height: Int
    /// The runs of one of the rows, as indices into `places` and `lengths`.
    var runs: Range<Int>
  }

  let width: Int
  let height: Int
  private(set) var bands: [Band] = []
  /// Index in `colors` of each run's colour.
  private(set) var places: [UInt16] = []
  /// Number of pixels in each run.
  private(set) var lengths: [UInt16] = []
  /// 0xRRGGBB in order of first appearance.
  private(set) var colors: [UInt32] = []
  /// Number of pixels of each colour.
  private(set) var counts: [Int] = []

  /// More colours than this mean a photograph.
  static let colorLimit = 6000

  /// nil if there are more colours than `colorLimit`.
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

  /// The first position after `x` with another colour.
  @inline(__always)
  private static func endOfRun(_ row: UnsafePointer<UInt32>, from x: Int, width: Int) -> Int {
    let color = row[x] & 0xFFFFFF
    var end = x + 1
    while end < width, end & 3 != 0 || end - x < 4 {
      guard row[end] & 0xFFFFFF == color else { return end }
      end += 1
    }
    // Compares eight pixels at a time, two per word, by combining their differences.
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

/// Index of each colour among those seen before: open addressing in a table of fixed size.
struct ColorTable {
  private static let bits: UInt32 = 14
  /// A colour and its index; all ones for an empty slot.
  private var slots = [UInt64](repeating: .max, count: 1 << bits)

  /// The index of `color` in `all`, appending it if it is new.
  ///
  /// Precondition: `all` has far fewer than 16,384 colours, which the caller's limit ensures.
  @inline(__always)
  mutating func place(of color: UInt32, among all: inout [UInt32]) -> Int {
    var slot = Int((color &* 2_654_435_761) &>> (32 - Self.bits))
    while true {
      let found = slots[slot]
      if UInt32(truncatingIfNeeded: found) == color { return Int(found >> 32) }
      if found == .max {
        slots[slot] = UInt64(all.count) << 32 | UInt64(color)
        all.append(color)
        return all.count - 1
      }
      slot = (slot + 1) & (1 << Int(Self.bits) - 1)
    }
  }
}
