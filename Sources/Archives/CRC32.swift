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
