// What kernels of eight and of sixteen lanes are both given.

/// Where a tile's results go.
@frozen
public enum TileStart: Sendable {
  /// They begin at the bias of their column.
  case bias
  /// They begin at zero.
  case zero
  /// They are added to what stands there.
  case sum
}

/// A gradient that is not zero, and where its partner row starts.
@frozen
public struct GradientEntry {
  public var gradient: Float
  public var offset: Int32

  @_transparent
  public init(gradient: Float, offset: Int32) {
    self.gradient = gradient
    self.offset = offset
  }
}
