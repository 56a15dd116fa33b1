import Diagnostics

/// Maps values of an axis to 0...1 along it, and makes its ticks.
public protocol Scale: Sendable {
  /// The fraction along the axis; outside 0...1 beyond its ends, nil where the scale has no place.
  func fraction(_ value: Double) -> Double?
  /// At most about so many ticks, written in a number style.
  func ticks(atMost count: Int, _ numbers: NumberStyle) -> Ticks
}

/// Which scale an axis has; the scale itself is made from all marks' extents.
public enum ScaleKind: Hashable, Sendable {
  case linear
  /// Of base ten; values that are not positive have no place on it.
  case logarithmic
  /// Categories at 0, 1, 2, ... by their names.
  case category([String])
}
