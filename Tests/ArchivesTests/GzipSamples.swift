@testable import Archives

/// Gzip members made byte by byte, so that each part can be broken.
enum GzipSamples {
  static func member(_ contents: [UInt8], flags: UInt8 = 0, extra: [UInt8] = []) -> [UInt8] {
    let zlib = Deflate.zlib(contents)
    var bytes: [UInt8] = [0x1f, 0x8b, 8, flags, 0, 0, 0, 0, 0, 3]
    bytes += extra
    bytes += zlib[2..<zlib.count - 4]
    bytes.append(littleEndian: Int(CRC32.checksum(contents)), size: 4)
    bytes.append(littleEndian: contents.count, size: 4)
    return bytes
  }
}

extension [UInt8] {
  /// A copy in which the byte at `index` (from the end if negative) has all bits turned.
  func flipped(_ index: Int) -> [UInt8] {
    var copy = self
    copy[index < 0 ? count + index : index] ^= 0xff
    return copy
  }
}

/// The fault that `body` throws; nil if it throws none.
func fault<Result>(_ body: () throws(ArchiveError) -> Result) -> ArchiveFault? {
  do throws(ArchiveError) {
    _ = try body()
    return nil
  } catch {
    return error.fault
  }
}
