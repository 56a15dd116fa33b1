import Glibc
import Testing

@testable import Archives

/// Damaged archives give a value or a typed error, never a crash or a hang. CUADERNO_FUZZ_ROUNDS
/// asks for more than the few thousand rounds of every run.
@Suite struct MutationTests {
  static let rounds = getenv("CUADERNO_FUZZ_ROUNDS").flatMap { Int(String(cString: $0)) } ?? 3000

  /// Turns, replaces, removes and repeats bytes; the same for the same round.
  static func damage(_ bytes: [UInt8], round: Int) -> [UInt8] {
    var state = UInt64(round) &* 0x9e37_79b9_7f4a_7c15
    func random(below bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    var bytes = bytes
    for _ in 0...random(below: 5) {
      let place = random(below: bytes.count + 1)
      let end = min(bytes.count, place + 1 + random(below: 8))
      switch random(below: 5) {
      case 0 where place < bytes.count: bytes[place] ^= 1 << UInt8(random(below: 8))
      case 1 where place < bytes.count: bytes[place] = [0, 0xff, 0x7f, 0x80][random(below: 4)]
      case 2: bytes.removeSubrange(place..<end)
      case 3: bytes.insert(contentsOf: bytes[place..<end], at: place)
      default: for index in place..<end { bytes[index] = UInt8(random(below: 256)) }
      }
    }
    return bytes
  }

  @Test func gzip() {
    let text = (0..<2000).map { UInt8(truncatingIfNeeded: $0 * $0) }
    let seeds = [
      GzipSamples.member(GzipTests.hello), GzipSamples.member(text),
      GzipSamples.member(text, flags: 8, extra: Array("a\0".utf8)) + GzipSamples.member([]),
    ]
    for round in 0..<Self.rounds {
      let bytes = Self.damage(seeds[round % 3], round: round)
      let inflated = try? Gzip.inflate(bytes, limit: 4000, path: "a.gz")
      #expect(inflated?.count ?? 0 <= 4000)
      _ = try? Deflate.inflate(
        zlib: Self.damage(Deflate.zlib(text), round: round), limit: 4000, path: "p")
    }
  }

  @Test func zip() {
    let arrays = [
      NPYArray(name: "0", shape: [2, 3], values: [1, 2, 3, 4, 5, 6]),
      NPYArray(name: "1", shape: [3], values: [1, 2, 3]),
    ]
    let whole = NPZ.write(arrays)
    for round in 0..<Self.rounds {
      _ = try? NPZ.read(Self.damage(whole, round: round), path: "w.npz")
      let array = try? NPY.read(
        Self.damage(NPY.write(arrays[0]), round: round), name: "0", path: "w")
      #expect(array?.values.allSatisfy(\.isFinite) ?? true)
    }
  }

  /// Every byte of a small archive set to every value.
  @Test func everyByteOfAZip() {
    let whole = ZipWriter.archive([("a", [1, 2, 3])])
    for place in whole.indices {
      for value in 0...255 as ClosedRange<UInt8> {
        var bytes = whole
        bytes[place] = value
        guard let archive = try? ZipArchive(bytes, path: "z", sizeLimit: 1 << 20) else { continue }
        for entry in archive.entries { _ = try? archive.contents(of: entry) }
      }
    }
  }
}
