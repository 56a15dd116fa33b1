/// A seeded source of random numbers with an algorithm of its own, so that a seed means the same
/// numbers with every version of Swift.
///
/// Numbers come from SplitMix64 (Steele, Lea and Flood, 2014): a counter advanced by the golden
/// ratio and mixed. The counter starts at a mix of seed, scope, purpose and index (bytes of the two
/// names by FNV-1a, each name ended by 0xFF, which UTF-8 never contains), so streams of different
/// lessons, purposes or indices have nothing in common, whatever order they are used in.
public struct RandomStream: Sendable {
  private var state: UInt64

  /// The stream of `purpose` (`"weights"`, `"shuffle"`, ...) within `scope` (a lesson's id).
  public init(seed: UInt64, scope: String, purpose: String, index: UInt64 = 0) {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    func absorb(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    for byte in scope.utf8 { absorb(byte) }
    absorb(0xFF)
    for byte in purpose.utf8 { absorb(byte) }
    absorb(0xFF)
    state = Self.mix(Self.mix(Self.mix(seed) &+ hash) &+ index)
  }

  /// An independent stream derived from this one's current state and `index`.
  public func stream(at index: UInt64) -> RandomStream {
    var other = self
    other.state = Self.mix(state ^ Self.mix(~index))
    return other
  }

  /// SplitMix64's output function.
  private static func mix(_ value: UInt64) -> UInt64 {
    var mixed = value &+ 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// The next 64 random bits.
  public mutating func next() -> UInt64 {
    let value = Self.mix(state)
    state &+= 0x9E37_79B9_7F4A_7C15
    return value
  }

  /// A multiple of 2^-24 in 0..<1, each as likely.
  public mutating func uniform() -> Float {
    Float(next() >> 40) * 0x1p-24
  }

  /// An integer in 0..<bound, each exactly as likely (Lemire, 2019).
  public mutating func integer(below bound: Int) -> Int {
    precondition(bound > 0, "an integer below \(bound)")
    let range = UInt64(bound)
    var product = next().multipliedFullWidth(by: range)
    if product.low < range {
      let threshold = (0 &- range) % range
      while product.low < threshold { product = next().multipliedFullWidth(by: range) }
    }
    return Int(product.high)
  }

  /// Puts `values` into a random order (Fisher and Yates, from the last index down).
  public mutating func shuffle(_ values: inout [Int32]) {
    values.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      shuffle(base, count: buffer.count)
    }
  }

  /// Puts `count` values from `base` on into a random order.
  public mutating func shuffle(_ base: UnsafeMutablePointer<Int32>, count: Int) {
    var last = count - 1
    while last > 0 {
      let other = integer(below: last + 1)
      let value = base[last]
      base[last] = base[other]
      base[other] = value
      last -= 1
    }
  }
}
