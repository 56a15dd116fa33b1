import Archives

/// The chunks of a PNG file, each with its checksum tested.
public struct PNGReader {
  public let chunks: [(type: String, payload: [UInt8])]

  public init?(_ file: [UInt8]) {
    guard file.starts(with: [137, 80, 78, 71, 13, 10, 26, 10]) else { return nil }
    var chunks: [(String, [UInt8])] = []
    var place = 8
    while place + 12 <= file.count {
      let length = Self.word(file, place)
      let end = place + 8 + length
      guard end + 4 <= file.count else { return nil }
      guard Self.word(file, end) == Int(CRC32.checksum(Array(file[place + 4..<end]))) else {
        return nil
      }
      chunks.append(
        (String(decoding: file[place + 4..<place + 8], as: UTF8.self), Array(file[place + 8..<end]))
      )
      place = end + 4
    }
    guard place == file.count else { return nil }
    self.chunks = chunks
  }

  public subscript(type: String) -> [UInt8]? { chunks.first { $0.type == type }?.payload }

  public var width: Int { Self.word(self["IHDR"]!, 0) }
  public var height: Int { Self.word(self["IHDR"]!, 4) }
  public var hasPalette: Bool { self["IHDR"]![9] == 3 }

  /// Keyword, language and text of each iTXt chunk.
  public var texts: [[String]] {
    chunks.filter { $0.type == "iTXt" }.map { chunk in
      let parts = chunk.payload.split(
        separator: 0, maxSplits: 4, omittingEmptySubsequences: false)
      // Keyword, compression flag and method (both zero bytes), language, translated keyword, text.
      let rest = chunk.payload[(parts[0].count + 3)...]
      let tail = rest.split(separator: 0, maxSplits: 2, omittingEmptySubsequences: false)
      return [parts[0], tail[0], tail[2]].map { String(decoding: $0, as: UTF8.self) }
    }
  }

  /// The RGB rows, one after the other.
  public func pixels() throws -> [UInt8] {
    let data = chunks.filter { $0.type == "IDAT" }.flatMap(\.payload)
    let bytes = hasPalette ? 1 : 3
    let rows = try Deflate.inflate(
      zlib: data, limit: (width * bytes + 1) * height, path: "picture.png")
    var result: [UInt8] = []
    var above = [UInt8](repeating: 0, count: width * bytes)
    for y in 0..<height {
      let start = y * (width * bytes + 1)
      var row = Array(rows[start + 1..<start + 1 + width * bytes])
      if rows[start] == 2 { for x in row.indices { row[x] &+= above[x] } }
      above = row
      if let palette = self["PLTE"] {
        for index in row { result += palette[Int(index) * 3..<Int(index) * 3 + 3] }
      } else {
        result += row
      }
    }
    return result
  }

  private static func word(_ bytes: [UInt8], _ place: Int) -> Int {
    bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
  }
}
