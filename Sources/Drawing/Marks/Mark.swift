/// Something drawn in the coordinates of a plot's axes, such as a line, points or bars.
///
/// A plot asks all its marks for their `extent` to choose the scales, then draws them in order:
/// `Plot(x: Axis("Epoch"), y: Axis("Loss"), marks: [LineMark(epochs, losses)])`. A new mark
/// implements `extent` and `draw`; see `StemMark` for a short one.
public protocol Mark: Sendable {
  /// The range of values the axes have to include.
  var extent: Extent { get }
  /// The name in the legend; nil for no entry.
  var label: String? { get }
  func draw(on canvas: any Canvas, in area: PlotArea)
  /// Draws the sample shown in the legend.
  func drawKey(on canvas: any Canvas, in rect: Rect, _ theme: Theme)
  /// Registers the areas that labels and legends should avoid.
  func occupy(_ obstacles: inout Obstacles, in area: PlotArea)
  /// Draws texts after all marks have been drawn.
  func annotate(on canvas: any Canvas, in area: PlotArea, avoiding obstacles: inout Obstacles)
}

extension Mark {
  public var label: String? { nil }
  var isNamed: Bool { label?.isEmpty == false }
  public func drawKey(on canvas: any Canvas, in rect: Rect, _ theme: Theme) {}
  public func occupy(_ obstacles: inout Obstacles, in area: PlotArea) {}
  public func annotate(
    on canvas: any Canvas, in area: PlotArea, avoiding obstacles: inout Obstacles
  ) {}
}

/// The range of values on each axis; nil if the mark has no requirement.
public struct Extent: Hashable, Sendable {
  public var x: ClosedRange<Double>?
  public var y: ClosedRange<Double>?

  public init(x: ClosedRange<Double>? = nil, y: ClosedRange<Double>? = nil) {
    self.x = x
    self.y = y
  }

  /// The range of the finite values; with `positive`, of those above zero.
  public static func range(_ values: [Double]) -> ClosedRange<Double>? {
    var lower = Double.infinity
    var upper = -Double.infinity
    for value in values where value.isFinite {
      lower = min(lower, value)
      upper = max(upper, value)
    }
    return lower <= upper ? lower...upper : nil
  }

  func union(_ other: Extent) -> Extent {
    Extent(x: Self.union(x, other.x), y: Self.union(y, other.y))
  }

  static func union(_ a: ClosedRange<Double>?, _ b: ClosedRange<Double>?) -> ClosedRange<Double>? {
    guard let a, let b else { return a ?? b }
    return min(a.lowerBound, b.lowerBound)...max(a.upperBound, b.upperBound)
  }
}

/// A plot's rectangle and its two scales.
public struct PlotArea: Sendable {
  public let frame: Rect
  public let xScale: any Scale
  public let yScale: any Scale
  public let theme: Theme
  /// Whether the y axis runs downwards, as for categories.
  let isYReversed: Bool

  public func x(_ value: Double) -> Double? {
    xScale.fraction(value).map { frame.x + Self.bounded($0) * frame.width }
  }

  public func y(_ value: Double) -> Double? {
    yScale.fraction(value).map {
      let fraction = Self.bounded($0)
      return isYReversed ? frame.y + fraction * frame.height : frame.maxY - fraction * frame.height
    }
  }

  public func point(_ x: Double, _ y: Double) -> Point? {
    guard let px = self.x(x), let py = self.y(y) else { return nil }
    return Point(px, py)
  }

  /// Cairo stores coordinates as 24.8 fixed point, so points far outside are moved closer.
  private static func bounded(_ fraction: Double) -> Double { min(20, max(-20, fraction)) }
}
