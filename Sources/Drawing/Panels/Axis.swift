import Diagnostics

/// One axis of a plot: its name, its scale, what it must show.
public struct Axis: Sendable {
  public var label: String?
  public var kind: ScaleKind
  /// The ends; nil to hold the marks with 5 % to spare.
  public var domain: ClosedRange<Double>?
  public var isPercent: Bool
  public var hasGrid: Bool
  /// Only whole numbers are there to be marked, such as epochs.
  public var isWhole: Bool
  /// At most so many ticks; nil for as many as matplotlib would have (9 at most).
  public var tickLimit: Int?
  public var numbers: NumberStyle
  /// At least so wide is the room for the labels of a vertical axis.
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

  /// At most about so many ticks of its scale.
  func ticks(of scale: any Scale, atMost count: Int) -> Ticks {
    let ticks = scale.ticks(atMost: count, numbers)
    return isWhole ? ticks.whole(numbers) : ticks
  }

  var isCategory: Bool {
    if case .category = kind { true } else { false }
  }

  /// The scale for marks of that extent; without one, 0 to 1.
  ///
  /// - Parameter positive: the least positive value of the marks, for a logarithmic scale.
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

/// Where a plot's legend stands.
public enum LegendPlacement: Hashable, Sendable {
  /// Above the plot in a row, where there are two entries or more.
  case above
  /// The lines' names beside their right ends, the names of other marks above the plot.
  case lineEnds
  /// In the lower right corner of the plot, as the notebook asks for.
  case lowerRight
  /// In the corner where it covers least.
  case inside
  case none
}
