import CZlib

/// The cyclic redundancy check of gzip, zip and PNG.
public enum CRC32 {
  public static func checksum(_ bytes: [UInt8]) -> UInt32 {
    bytes.withUnsafeBytes { extended(0, by: $0) }
  }

  /// The check of what `checksum` covers followed by `bytes`; 0 is the check of nothing.
  public static func extended(_ checksum: UInt32, by bytes: UnsafeRawBufferPointer) -> UInt32 {
    guard let start = bytes.bindMemory(to: UInt8.self).baseAddress else { return checksum }
    return UInt32(truncatingIfNeeded: crc32_z(UInt(checksum), start, bytes.count))
  }
}

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
