/// The place of each colour among those seen before: open addressing in a table of fixed size.
struct ColorTable {
  private static let bits: UInt32 = 14
  /// A colour and its place; all ones where there is none.
  private var slots = [UInt64](repeating: .max, count: 1 << bits)

  /// The place of `color` in `all`, to which it is added where it is new.
  ///
  /// Precondition: `all` has far fewer colours than 16,384, which the caller's limit sees to.
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
