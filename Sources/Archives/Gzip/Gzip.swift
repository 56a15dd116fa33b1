/// Reads whole gzip files.
public enum Gzip {
  /// The contents of a gzip file; throws as soon as they exceed `limit` bytes.
  public static func inflate(
    _ bytes: [UInt8], limit: Int, path: String
  ) throws(ArchiveError) -> [UInt8] {
    let reader = try GzipReader(bytes, path: path)
    var output: [UInt8] = []
    while true {
      let wanted = min(1 << 18, limit - output.count + 1)
      let piece = try reader.read(count: wanted)
      output += piece
      guard output.count <= limit else { throw ArchiveError(path, .tooLarge(limit: limit)) }
      if piece.count < wanted { return output }
    }
  }
}
