/// Something drawn on a pair of scales: it knows what it needs of them and how it looks in a legend.
public protocol Mark: Sendable {
  /// What the scales must hold.
  var extent: Extent { get }
  /// Its name in the legend; nil for none.
  var label: String? { get }
  func draw(on canvas: any Canvas, in area: PlotArea)
  /// The sample of it that a legend shows, in a small rectangle.
  func drawKey(on canvas: any Canvas, in rect: Rect, _ theme: Theme)
  /// Notes what labels and legends should keep clear of.
  func occupy(_ obstacles: inout Obstacles, in area: PlotArea)
  /// Texts beside it, drawn after all marks.
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

/// The values a mark needs on each axis; nil where it has no say.
public struct Extent: Hashable, Sendable {
  public var x: ClosedRange<Double>?
  public var y: ClosedRange<Double>?

  public init(x: ClosedRange<Double>? = nil, y: ClosedRange<Double>? = nil) {
    self.x = x
    self.y = y
  }

  /// Of the finite values; where `positive` is asked for, only of those above zero.
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

/// The rectangle of a plot with its two scales.
public struct PlotArea: Sendable {
  public let frame: Rect
  public let xScale: any Scale
  public let yScale: any Scale
  public let theme: Theme
  /// The first category of a vertical axis is at the top.
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

  /// Cairo keeps coordinates in 24.8 bits: far outside is as good as very far outside.
  private static func bounded(_ fraction: Double) -> Double { min(20, max(-20, fraction)) }
}
