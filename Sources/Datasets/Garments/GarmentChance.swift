import Tensors

/// The random choices of one drawing.
struct GarmentChance {
  private var stream: RandomStream

  init(_ stream: RandomStream) {
    self.stream = stream
  }

  /// Anywhere between the two, evenly.
  mutating func between(_ low: Float, _ high: Float) -> Float {
    low + (high - low) * stream.uniform()
  }

  /// Near the middle of the two more often than near them.
  mutating func around(_ low: Float, _ high: Float) -> Float {
    low + (high - low) * (stream.uniform() + stream.uniform() + stream.uniform()) / 3
  }

  mutating func happens(_ probability: Float) -> Bool { stream.uniform() < probability }

  mutating func integer(below bound: Int) -> Int { stream.integer(below: bound) }
}
