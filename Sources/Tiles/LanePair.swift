import Lanes

/// Two registers: the values of a tile's row, or of the matrix it is multiplied by.
public struct LanePair<L: FloatLane> {
  @usableFromInline var first: L
  @usableFromInline var second: L

  /// Zeros.
  @_transparent @usableFromInline
  init() {
    first = L()
    second = L()
  }

  /// Loads from `pointer` and from `step` values behind it.
  @_transparent @usableFromInline
  init(_ pointer: UnsafePointer<Float>, step: Int) {
    first = load(pointer)
    second = load(pointer + step)
  }

  /// Adds the value at `pointer` times `factors`.
  @_transparent @usableFromInline
  mutating func addProduct(_ pointer: UnsafePointer<Float>, _ factors: LanePair) {
    let value: L = broadcast(pointer)
    first.addProduct(value, factors.first)
    second.addProduct(value, factors.second)
  }

  @_transparent @usableFromInline
  func store(_ pointer: UnsafeMutablePointer<Float>, step: Int) {
    Lanes.store(first, pointer)
    Lanes.store(second, pointer + step)
  }

  /// Writes the first `count` values of the two from `pointer` on; rewrites the values behind them
  /// unchanged.
  @_transparent @usableFromInline
  func store(_ pointer: UnsafeMutablePointer<Float>, first count: Int) {
    replaceFirst(count, first, pointer)
    replaceFirst(count &- L.scalarCount, second, pointer + L.scalarCount)
  }
}
