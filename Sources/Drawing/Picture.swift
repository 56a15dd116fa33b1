/// A picture before it is drawn: a size, a heading, and panels side by side.
public struct Picture: Sendable {
  /// In points; 640 x 480 unless there is a reason.
  public var width: Double
  public var height: Double

  public init(width: Double = 640, height: Double = 480) {
    self.width = width
    self.height = height
  }
}
