/// Breaks a paragraph into lines all at once, as Knuth and Plass do: the sum over the lines of how
/// badly each is filled, and how badly divided, is as small as can be.
struct LineBreaker {
  private let items: [ParagraphItem]
  private let width: Double
  private let isJustified: Bool
  /// Widths, stretch and shrink of the items before each.
  private var widths = [0.0]
  private var stretches = [0.0]
  private var shrinks = [0.0]

  /// Room at the end of a ragged line that looks like none.
  private static let raggedStretch = 60.0
  private static let shortestLast = 32.0

  init(_ items: [ParagraphItem], width: Double, isJustified: Bool) {
    self.items = items
    self.width = width
    self.isJustified = isJustified
    for item in items {
      var (own, stretch, shrink) = (0.0, 0.0, 0.0)
      switch item {
      case .box(let fragment): own = fragment.width
      case .glue(_, let width, let wide, let narrow): (own, stretch, shrink) = (width, wide, narrow)
      case .penalty, .lineBreak: break
      }
      widths.append(widths.last! + own)
      stretches.append(stretches.last! + stretch)
      shrinks.append(shrinks.last! + shrink)
    }
  }

  /// A line's items, and what goes between them.
  struct Line {
    var items: Range<Int>
    var hyphen: Fragment?
    /// It fills the width; the last one of a paragraph does not.
    var isFilled: Bool
  }

  private struct Break {
    /// The item at which the line ends; the number of items at the end.
    var at: Int
    /// The first item of the next line.
    var next: Int
    var cost: Double
    var previous: Int
    var isForced: Bool
    var hyphen: Fragment?
  }

  func lines() -> [Line] {
    var breaks = [
      Break(at: -1, next: firstBox(from: 0), cost: 0, previous: -1, isForced: true, hyphen: nil)
    ]
    var isAfterBox = false
    for (index, item) in items.enumerated() {
      switch item {
      case .box: isAfterBox = true
      case .glue:
        if isAfterBox { append(&breaks, at: index, penalty: 0, hyphen: nil, isForced: false) }
        isAfterBox = false
      case .penalty(let cost, let hyphen):
        append(&breaks, at: index, penalty: cost, hyphen: hyphen, isForced: false)
      case .lineBreak: append(&breaks, at: index, penalty: 0, hyphen: nil, isForced: true)
      }
    }
    append(&breaks, at: items.count, penalty: 0, hyphen: nil, isForced: true)
    var lines: [Line] = []
    var current = breaks.count - 1
    while current > 0 {
      let end = breaks[current]
      let start = breaks[end.previous].next
      lines.append(
        Line(
          items: start..<max(start, end.at), hyphen: end.hyphen,
          isFilled: isJustified && !end.isForced))
      current = end.previous
    }
    return lines.reversed()
  }

  /// The cheapest way to end a line there.
  private func append(
    _ breaks: inout [Break], at end: Int, penalty: Double, hyphen: Fragment?, isForced: Bool
  ) {
    var best = (cost: Double.infinity, previous: -1)
    for candidate in breaks.indices.reversed() {
      let start = breaks[candidate]
      guard start.next <= end else { continue }
      let natural = widths[end] - widths[start.next] + (hyphen?.width ?? 0)
      let shrink = shrinks[end] - shrinks[start.next]
      let isTooLong = natural - shrink > width + 1e-6
      if isTooLong, best.cost < .infinity { break }
      let badness =
        isTooLong
        ? 1e6 + (natural - shrink - width) * 1e4
        : badness(natural, stretches[end] - stretches[start.next], shrink, isForced: isForced)
      var cost = start.cost + (1 + badness) * (1 + badness) + penalty * penalty
      if hyphen != nil, start.hyphen != nil { cost += 6_000 }
      // A word that is divided before a short last line.
      if end == items.count, start.hyphen != nil { cost += 4_000 }
      // A syllable alone on the last line.
      if end == items.count, start.at >= 0, natural < Self.shortestLast { cost += 3_000 }
      if cost < best.cost { best = (cost, candidate) }
      if start.isForced { break }
    }
    breaks.append(
      Break(
        at: end, next: firstBox(from: end), cost: best.cost, previous: max(0, best.previous),
        isForced: isForced, hyphen: hyphen))
  }

  private func badness(
    _ natural: Double, _ stretch: Double, _ shrink: Double, isForced: Bool
  ) -> Double {
    if natural > width { return 100 * cubed((natural - width) / max(shrink, 1e-9)) }
    if isForced { return 0 }
    let room = isJustified ? max(stretch, 1e-3) : Self.raggedStretch
    return min(10_000, 100 * cubed((width - natural) / room))
  }

  private func cubed(_ value: Double) -> Double { value * value * value }

  /// Past the spaces and places to divide that vanish after a break.
  private func firstBox(from start: Int) -> Int {
    var index = start
    // The break's own item ends with the line.
    if index < items.count, case .lineBreak = items[index] { return index + 1 }
    while index < items.count {
      switch items[index] {
      case .box, .lineBreak: return index
      case .glue, .penalty: index += 1
      }
    }
    return index
  }
}
