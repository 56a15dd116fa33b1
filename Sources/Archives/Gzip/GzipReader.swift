/// Inflates gzip data (RFC 1952) piece by piece, so that a reader can look at a header before it
/// allocates for the rest.
///
/// Members one after the other are one stream; every member's checksum and length are verified when
/// its last byte has been read.
public final class GzipReader {
  private let bytes: [UInt8]
  private let path: String
  private var position = 0
  private var member: Inflater?
  private var checksum: UInt32 = 0
  private var length: UInt32 = 0

  public init(_ bytes: [UInt8], path: String) throws(ArchiveError) {
    self.bytes = bytes
    self.path = path
    guard bytes.starts(with: Self.magic) else { throw ArchiveError(path, .notGzip) }
  }

  /// Fills `output` and returns how much of it; less only at the end of the stream.
  public func read(into output: UnsafeMutableRawBufferPointer) throws(ArchiveError) -> Int {
    var produced = 0
    while produced < output.count {
      guard let inflater = try currentMember() else { return produced }
      let room = UnsafeMutableRawBufferPointer(rebasing: output[produced...])
      do {
        let made = try inflater.read(from: bytes, before: bytes.count, into: room)
        let fresh = UnsafeRawBufferPointer(rebasing: room[..<made])
        checksum = CRC32.extended(checksum, by: fresh)
        length &+= UInt32(truncatingIfNeeded: made)
        produced += made
      } catch {
        throw ArchiveError(path, error == .truncated ? .truncated : .corrupt)
      }
      if inflater.isFinished { try finish(inflater) }
    }
    return produced
  }

  /// At most `count` bytes; fewer only at the end of the stream.
  public func read(count: Int) throws(ArchiveError) -> [UInt8] {
    var failure: ArchiveError?
    let piece = [UInt8](unsafeUninitializedCapacity: count) { buffer, made in
      do throws(ArchiveError) {
        made = try read(into: UnsafeMutableRawBufferPointer(buffer))
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return piece
  }

  private static let magic: [UInt8] = [0x1f, 0x8b]

  private func currentMember() throws(ArchiveError) -> Inflater? {
    if let member { return member }
    guard position < bytes.count else { return nil }
    guard bytes[position...].starts(with: Self.magic) else {
      throw ArchiveError(path, .trailingBytes(count: bytes.count - position))
    }
    try skipHeader()
    let inflater = Inflater(.raw, startingAt: position)
    member = inflater
    checksum = 0
    length = 0
    return inflater
  }

  /// Ten bytes, then what its flags announce: extra field, name, comment, header check.
  private func skipHeader() throws(ArchiveError) {
    guard bytes.count - position >= 10 else { throw ArchiveError(path, .truncated) }
    let flags = bytes[position + 3]
    guard bytes[position + 2] == 8, flags & 0xe0 == 0 else { throw ArchiveError(path, .corrupt) }
    position += 10
    if flags & 4 != 0 {
      guard bytes.count - position >= 2 else { throw ArchiveError(path, .truncated) }
      position += 2 + bytes.littleEndian(at: position, size: 2)
    }
    for flag in [8, 16] as [UInt8] where flags & flag != 0 {
      while position < bytes.count, bytes[position] != 0 { position += 1 }
      position += 1
    }
    if flags & 2 != 0 { position += 2 }
    guard position < bytes.count else { throw ArchiveError(path, .truncated) }
  }

  private func finish(_ inflater: Inflater) throws(ArchiveError) {
    position = inflater.position
    guard bytes.count - position >= 8 else { throw ArchiveError(path, .truncated) }
    guard bytes.littleEndian(at: position, size: 4) == Int(checksum) else {
      throw ArchiveError(path, .wrongChecksum)
    }
    guard bytes.littleEndian(at: position + 4, size: 4) == Int(length) else {
      throw ArchiveError(path, .wrongLength)
    }
    position += 8
    member = nil
  }
}
