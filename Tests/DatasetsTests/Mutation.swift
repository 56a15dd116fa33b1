import Tensors

/// Damages bytes at random, the way fuzzers do: seeded, so that every failure can be repeated.
struct Mutation {
  private var stream: RandomStream
  /// Pieces that readers pay attention to.
  private let pieces: [[UInt8]]

  init(seed: UInt64, pieces: [[UInt8]]) {
    stream = RandomStream(seed: seed, scope: "tests", purpose: "mutation")
    self.pieces = pieces
  }

  /// One to eight changes: bytes turned, replaced, removed, repeated, pieces put in.
  mutating func damage(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for _ in 0...stream.integer(below: 8) {
      let place = stream.integer(below: bytes.count + 1)
      let end = min(bytes.count, place + 1 + stream.integer(below: 16))
      switch stream.integer(below: 7) {
      case 0 where place < bytes.count: bytes[place] ^= 1 << UInt8(stream.integer(below: 8))
      case 1 where place < bytes.count: bytes[place] = UInt8(stream.integer(below: 256))
      case 2 where place < bytes.count:
        bytes[place] = [0, 0xff, 0x7f, 0x80][stream.integer(below: 4)]
      case 3: bytes.removeSubrange(place..<end)
      case 4: bytes.insert(contentsOf: bytes[place..<end], at: place)
      case 5: bytes.removeSubrange(place...)
      default: bytes.insert(contentsOf: pieces[stream.integer(below: pieces.count)], at: place)
      }
    }
    return bytes
  }
}
