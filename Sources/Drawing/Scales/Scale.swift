import Diagnostics

/// Maps values to positions 0...1 along an axis, and chooses its ticks.
public protocol Scale: Sendable {
  /// The position along the axis; outside 0...1 beyond its ends, nil for a value that the scale
  /// cannot show.
  func fraction(_ value: Double) -> Double?
  /// About `count` ticks at most, with labels in a number style.
  func ticks(atMost count: Int, _ numbers: NumberStyle) -> Ticks
}

/// The kind of an axis' scale; the scale itself is derived from the extents of the marks.
public enum ScaleKind: Hashable, Sendable {
  case linear
  /// Base ten; values that are not positive cannot be shown.
  case logarithmic
  /// Categories at 0, 1, 2, ... with their names.
  case category([String])
}

/// A tick of an axis: value and label; minor ticks have no label.
public struct Tick: Hashable, Sendable {
  public var value: Double
  public var label: String

  public init(_ value: Double, _ label: String) {
    self.value = value
    self.label = label
  }
}

/// The ticks of an axis and the power of ten factored out of their labels.
public struct Ticks: Hashable, Sendable {
  public var major: [Tick]
  public var minor: [Double] = []
  /// The factor to write at the end of the axis, such as `× 10⁻⁹`; nil if nothing was factored out.
  public var factor: String?

  public init(_ major: [Tick], minor: [Double] = [], factor: String? = nil) {
    self.major = major
    self.minor = minor
    self.factor = factor
  }

  /// Only the ticks at whole numbers, as for epochs.
  func whole(_ numbers: NumberStyle) -> Ticks {
    let kept = major.filter { $0.value == $0.value.rounded() && $0.value.magnitude < 1e15 }
    return Ticks(
      kept.map { Tick($0.value, factor == nil ? numbers.string(Int($0.value)) : $0.label) },
      minor: minor, factor: factor)
  }
}

/// Categories in equal bands, the first at 0.
public struct CategoryScale: Scale {
  public let names: [String]

  public init(_ names: [String]) {
    self.names = names
  }

  /// The centre of a category's band; category 0 is half a band from the start.
  public func fraction(_ value: Double) -> Double? {
    guard value.isFinite, !names.isEmpty else { return nil }
    return (value + 0.5) / Double(names.count)
  }

  /// Every category, or every n-th if there are too many.
  public func ticks(atMost count: Int, _ numbers: NumberStyle) -> Ticks {
    let stride = max(1, (names.count + count - 1) / max(1, count))
    return Ticks(
      names.enumerated().filter { $0.offset % stride == 0 }
        .map { Tick(Double($0.offset), $0.element) })
  }
}
