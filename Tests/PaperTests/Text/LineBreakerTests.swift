import Drawing
import Testing

@testable import Paper

@Suite struct LineBreakerTests {
  private static let letters = Letters(face: .serif, size: 10, color: Color(0))

  /// Words of the given widths with spaces of 10 that may grow by 5 and shrink by 3.
  private func items(_ widths: [Double]) -> [ParagraphItem] {
    var items: [ParagraphItem] = []
    for width in widths {
      if !items.isEmpty { items.append(.glue(Self.letters, width: 10, stretch: 5, shrink: 3)) }
      items.append(.box(Fragment(text: "x", letters: Self.letters, width: width)))
    }
    return items
  }

  private func wordCounts(_ widths: [Double], width: Double) -> [Int] {
    let items = items(widths)
    return LineBreaker(items, width: width, isJustified: true).lines().map { line in
      items[line.items].count { if case .box = $0 { true } else { false } }
    }
  }

  /// The cheapest way of all, tried one by one.
  private func best(_ widths: [Double], width: Double) -> Double {
    func cost(_ line: ArraySlice<Double>, isLast: Bool) -> Double? {
      let spaces = Double(line.count - 1)
      let natural = line.reduce(0, +) + 10 * spaces
      let badness: Double
      if natural > width {
        let ratio = (natural - width) / (3 * spaces)
        guard ratio <= 1 else { return nil }
        badness = 100 * ratio * ratio * ratio
      } else if isLast {
        badness = 0
      } else {
        let ratio = (width - natural) / max(5 * spaces, 1e-3)
        badness = min(10_000, 100 * ratio * ratio * ratio)
      }
      return (1 + badness) * (1 + badness)
    }
    func rest(_ from: Int) -> Double {
      guard from < widths.count else { return 0 }
      return (from + 1...widths.count).compactMap { end in
        cost(widths[from..<end], isLast: end == widths.count).map { $0 + rest(end) }
      }.min() ?? .infinity
    }
    return rest(0)
  }

  @Test func theWholeParagraphIsWeighed() {
    var state: UInt64 = 7
    for _ in 0..<60 {
      let widths = (0..<11).map { _ -> Double in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Double(24 + (state >> 33) % 50)
      }
      let counts = wordCounts(widths, width: 220)
      #expect(counts.reduce(0, +) == widths.count)
      var cost = 0.0
      var start = 0
      for (index, count) in counts.enumerated() {
        let line = widths[start..<start + count]
        let spaces = Double(count - 1)
        let natural = line.reduce(0, +) + 10 * spaces
        let isLast = index == counts.count - 1
        let ratio =
          natural > 220
          ? (natural - 220) / (3 * spaces) : isLast ? 0 : (220 - natural) / max(5 * spaces, 1e-3)
        let badness = min(10_000, 100 * ratio * ratio * ratio)
        cost += (1 + badness) * (1 + badness)
        start += count
      }
      // The last line's own malus is not in the sum of the oracle.
      #expect(cost <= best(widths, width: 220) + 3_001)
    }
  }

  @Test func aWordLongerThanTheLineHasALineOfItsOwn() {
    #expect(wordCounts([30, 400, 30], width: 100) == [1, 1, 1])
  }

  @Test func aLineBreakIsObeyed() {
    let items = items([20]) + [.lineBreak] + items([20])
    #expect(LineBreaker(items, width: 100, isJustified: true).lines().count == 2)
    #expect(LineBreaker([], width: 100, isJustified: true).lines().count == 1)
  }
}
