import CZlib

/// The zlib format (RFC 1950), which PNG uses.
public enum Deflate {
  /// Of the library: others may compress to other bytes.
  public static var version: String { String(cString: zlibVersion()) }

  /// `bytes` compressed; `level` from 0 (stored) to 9 (smallest).
  public static func zlib(_ bytes: [UInt8], level: Int = 6) -> [UInt8] {
    precondition((0...9).contains(level), "no such level of compression: \(level)")
    let bound = Int(compressBound(UInt(bytes.count)))
    return [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
      var size = UInt(bound)
      let status = compress2(
        buffer.baseAddress, &size, bytes, UInt(bytes.count), Int32(level))
      precondition(status == Z_OK, "zlib cannot compress \(bytes.count) bytes: \(status)")
      count = Int(size)
    }
  }

  /// What zlib data inflate to; refused as soon as it is more than `limit`.
  public static func inflate(
    zlib bytes: [UInt8], limit: Int, path: String
  ) throws(ArchiveError) -> [UInt8] {
    let inflater = Inflater(.zlib)
    let output = try inflater.readAll(
      bytes, before: bytes.count, limit: limit, truncated: ArchiveError(path, .truncated),
      corrupt: ArchiveError(path, .corrupt), tooLarge: ArchiveError(path, .tooLarge(limit: limit)))
    guard inflater.position == bytes.count else {
      throw ArchiveError(path, .trailingBytes(count: bytes.count - inflater.position))
    }
    return output
  }
}

extension Inflater {
  /// Everything up to the end of the compressed data, but no more than one byte past `limit`.
  func readAll(
    _ bytes: [UInt8], before end: Int, limit: Int, truncated: ArchiveError, corrupt: ArchiveError,
    tooLarge: ArchiveError
  ) throws(ArchiveError) -> [UInt8] {
    var output: [UInt8] = []
    while !isFinished {
      var fault: Fault?
      output += [UInt8](unsafeUninitializedCapacity: min(1 << 18, limit - output.count + 1)) {
        buffer, count in
        do throws(Fault) {
          count = try read(
            from: bytes, before: end, into: UnsafeMutableRawBufferPointer(buffer))
        } catch {
          fault = error
        }
      }
      if let fault { throw fault == .truncated ? truncated : corrupt }
      guard output.count <= limit else { throw tooLarge }
    }
    return output
  }
}
