import Diagnostics

/// Categories in equal bands, the first at 0.
public struct CategoryScale: Scale {
  public let names: [String]

  public init(_ names: [String]) {
    self.names = names
  }

  /// The middle of a category's band; half a band lies before the first.
  public func fraction(_ value: Double) -> Double? {
    guard value.isFinite, !names.isEmpty else { return nil }
    return (value + 0.5) / Double(names.count)
  }

  /// Every category, or every n-th where there are too many.
  public func ticks(atMost count: Int, _ numbers: NumberStyle) -> Ticks {
    let stride = max(1, (names.count + count - 1) / max(1, count))
    return Ticks(
      names.enumerated().filter { $0.offset % stride == 0 }
        .map { Tick(Double($0.offset), $0.element) })
  }
}
