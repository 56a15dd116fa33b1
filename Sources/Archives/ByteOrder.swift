extension [UInt8] {
  /// The unsigned number of `size` bytes (at most 7) at `position`, least significant byte first.
  func littleEndian(at position: Int, size: Int) -> Int {
    var value = 0
    for index in (0..<size).reversed() { value = value << 8 | Int(self[position + index]) }
    return value
  }

  /// Appends `value` as `size` bytes, least significant first.
  mutating func append(littleEndian value: Int, size: Int) {
    for index in 0..<size { append(UInt8(truncatingIfNeeded: value >> (8 * index))) }
  }
}
