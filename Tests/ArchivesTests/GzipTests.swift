import Testing

@testable import Archives

@Suite struct GzipTests {
  static let hello = Array("hola, cuaderno".utf8)

  private func inflate(_ bytes: [UInt8], limit: Int) -> ArchiveFault? {
    fault { () throws(ArchiveError) in try Gzip.inflate(bytes, limit: limit, path: "a.gz") }
  }

  private func inflate(zlib bytes: [UInt8], limit: Int) -> ArchiveFault? {
    fault { () throws(ArchiveError) in
      try Deflate.inflate(zlib: bytes, limit: limit, path: "a.png")
    }
  }

  @Test func inflatesWhatWasDeflated() throws {
    let contents = (0..<700_000).map { UInt8(truncatingIfNeeded: $0 * $0 / 7) }
    let bytes = GzipSamples.member(contents)
    #expect(try Gzip.inflate(bytes, limit: 700_000, path: "a.gz") == contents)
  }

  static let headerFields: [(UInt8, [UInt8])] = [
    (4, [2, 0, 9, 9]), (8, Array("a.txt\0".utf8)), (16, Array("nota\0".utf8)), (2, [1, 2]),
    (0x1e, [1, 0, 9] + Array("a\0b\0".utf8) + [7, 7]),
  ]

  @Test(arguments: headerFields)
  func skipsOptionalHeaderFields(flags: UInt8, extra: [UInt8]) throws {
    let bytes = GzipSamples.member(Self.hello, flags: flags, extra: extra)
    #expect(try Gzip.inflate(bytes, limit: 100, path: "a.gz") == Self.hello)
  }

  @Test func joinsMembers() throws {
    let bytes = GzipSamples.member(Self.hello) + GzipSamples.member([]) + GzipSamples.member([33])
    #expect(try Gzip.inflate(bytes, limit: 15, path: "a.gz") == Self.hello + [33])
  }

  static let broken: [(String, [UInt8], ArchiveFault)] = {
    let whole = GzipSamples.member(hello)
    let start = Array(whole[..<3])
    let rest: [UInt8] = [0, 0, 0, 0, 0, 3]
    return [
      ("empty", [], .notGzip),
      ("text", hello, .notGzip),
      ("magic only", [0x1f, 0x8b], .truncated),
      ("another method", Array(whole[..<2]) + [7] + whole[3...], .corrupt),
      ("reserved flag", start + [0x20] + whole[4...], .corrupt),
      ("header cut", Array(whole[..<9]), .truncated),
      ("nothing after the header", Array(whole[..<10]), .truncated),
      ("name without end", start + [8] + rest + [65, 66], .truncated),
      ("extra field cut", start + [4] + rest + [9], .truncated),
      ("extra field too long", start + [4] + rest + [9, 9, 1], .truncated),
      ("data cut", Array(whole[..<15]), .truncated),
      ("trailer cut", Array(whole.dropLast()), .truncated),
      ("no trailer", Array(whole.dropLast(8)), .truncated),
      ("block of no kind", Array(whole[..<10]) + [0x07] + whole[11...], .corrupt),
      ("checksum", whole.flipped(-8), .wrongChecksum),
      ("length", whole.flipped(-1), .wrongLength),
      ("trailing byte", whole + [0], .trailingBytes(count: 1)),
      ("trailing text", whole + hello, .trailingBytes(count: 14)),
      ("second member cut", whole + whole.dropLast(), .truncated),
      ("second member's checksum", whole + whole.flipped(-7), .wrongChecksum),
    ]
  }()

  @Test(arguments: broken)
  func refuses(what: String, bytes: [UInt8], expected: ArchiveFault) {
    #expect(inflate(bytes, limit: 1 << 20) == expected, "\(what)")
  }

  @Test func stopsAtTheLimit() {
    let bomb = GzipSamples.member([UInt8](repeating: 0, count: 50_000_000))
    #expect(bomb.count < 60_000)
    #expect(inflate(bomb, limit: 1 << 20) == .tooLarge(limit: 1 << 20))
    #expect(inflate(GzipSamples.member(Self.hello), limit: 13) == .tooLarge(limit: 13))
    #expect(inflate(GzipSamples.member(Self.hello), limit: 14) == nil)
  }

  @Test func readsAHeaderBeforeTheRest() throws {
    let reader = try GzipReader(GzipSamples.member(Self.hello), path: "a.gz")
    #expect(try reader.read(count: 4) == Array("hola".utf8))
    #expect(try reader.read(count: 100) == Array(", cuaderno".utf8))
    #expect(try reader.read(count: 1) == [])
  }

  @Test(arguments: [0, 1, 6, 9])
  func zlibRoundTrip(level: Int) throws {
    let packed = Deflate.zlib(Self.hello, level: level)
    #expect(try Deflate.inflate(zlib: packed, limit: 14, path: "a.png") == Self.hello)
  }

  @Test func zlibBounds() {
    let packed = Deflate.zlib(Self.hello)
    #expect(inflate(zlib: packed, limit: 13) == .tooLarge(limit: 13))
    #expect(inflate(zlib: packed + [1], limit: 14) == .trailingBytes(count: 1))
    #expect(inflate(zlib: packed.flipped(-1), limit: 14) == .corrupt)
    #expect(inflate(zlib: Array(packed.dropLast()), limit: 14) == .truncated)
  }
}
