import Diagnostics

/// A mark on an axis: where, and what it says; minor ones say nothing.
public struct Tick: Hashable, Sendable {
  public var value: Double
  public var label: String

  public init(_ value: Double, _ label: String) {
    self.value = value
    self.label = label
  }
}

/// The ticks of an axis and the power of ten that was taken out of their labels.
public struct Ticks: Hashable, Sendable {
  public var major: [Tick]
  public var minor: [Double] = []
  /// Such as `× 10⁻⁹`, to be written at the axis' end; nil where labels are whole.
  public var factor: String?

  public init(_ major: [Tick], minor: [Double] = [], factor: String? = nil) {
    self.major = major
    self.minor = minor
    self.factor = factor
  }

  /// Those at whole numbers, such as epochs.
  func whole(_ numbers: NumberStyle) -> Ticks {
    let kept = major.filter { $0.value == $0.value.rounded() && $0.value.magnitude < 1e15 }
    return Ticks(
      kept.map { Tick($0.value, factor == nil ? numbers.string(Int($0.value)) : $0.label) },
      minor: minor, factor: factor)
  }
}
