import Diagnostics

/// An axis of a plot: name, kind of scale, and what it has to show.
public struct Axis: Sendable {
  public var label: String?
  public var kind: ScaleKind
  /// The ends of the axis; nil for the range of the marks plus 5 % on each side.
  public var domain: ClosedRange<Double>?
  public var isPercent: Bool
  public var hasGrid: Bool
  /// Ticks only at whole numbers, such as epochs.
  public var isWhole: Bool
  /// Maximum number of ticks; nil for matplotlib's (at most 9).
  public var tickLimit: Int?
  public var numbers: NumberStyle
  /// Minimum width reserved for the labels of a vertical axis.
  var labelRoom = 0.0

  public init(
    _ label: String? = nil, _ kind: ScaleKind = .linear, domain: ClosedRange<Double>? = nil,
    isPercent: Bool = false, hasGrid: Bool = true, isWhole: Bool = false, tickLimit: Int? = nil,
    numbers: NumberStyle
  ) {
    self.label = label
    self.kind = kind
    self.domain = domain
    self.isPercent = isPercent
    self.hasGrid = hasGrid
    self.isWhole = isWhole
    self.tickLimit = tickLimit
    self.numbers = numbers
  }

  /// Ticks of the scale, about `count` at most.
  func ticks(of scale: any Scale, atMost count: Int) -> Ticks {
    let ticks = scale.ticks(atMost: count, numbers)
    return isWhole ? ticks.whole(numbers) : ticks
  }

  var isCategory: Bool {
    if case .category = kind { true } else { false }
  }

  /// The scale for marks with that extent; 0 to 1 without one.
  ///
  /// - Parameter positive: the smallest positive value of the marks, for a logarithmic scale.
  func scale(
    _ extent: ClosedRange<Double>?, positive: ClosedRange<Double>?, sticksToZero: Bool
  ) -> any Scale {
    switch kind {
    case .category(let names): return CategoryScale(names)
    case .logarithmic:
      let range = domain ?? positive ?? 0.1...1
      return LogarithmicScale(holding: range, margin: domain == nil ? 0.05 : 0)
    case .linear:
      var scale =
        domain.map { LinearScale(holding: $0, margin: 0) }
        ?? LinearScale(holding: extent ?? 0...1, sticksToZero: sticksToZero)
      scale.isPercent = isPercent
      return scale
    }
  }
}

/// The position of a plot's legend.
public enum LegendPlacement: Hashable, Sendable {
  /// In a row above the plot, if there are at least two entries.
  case above
  /// Names of lines beside their right ends, names of other marks above the plot.
  case lineEnds
  /// In the lower right corner, as in the bundled notebook's instructions.
  case lowerRight
  /// In the corner where it covers least.
  case inside
  case none
}
