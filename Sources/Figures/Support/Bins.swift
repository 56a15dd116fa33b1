import Glibc
import Lessons

/// The intervals of a histogram, as NumPy's `histogram(bins="auto")` chooses them, which is what seaborn
/// draws; whole numbers of a short range have one each.
struct Bins {
  let edges: [Double]
  let counts: [Int]

  /// More cannot be told apart in a small plot.
  private static let limit = 60
  /// Whole numbers that span at most so much are drawn one by one.
  private static let wholeSpan = 20.0

  init(_ values: [Double]) {
    let sorted = values.sorted()
    guard let low = sorted.first, let high = sorted.last else {
      edges = [0, 1]
      counts = [0]
      return
    }
    let isWhole = sorted.allSatisfy { $0 == $0.rounded() }
    if isWhole, high - low <= Self.wholeSpan {
      edges = (0...Int(high - low) + 1).map { low + Double($0) - 0.5 }
    } else if low == high {
      edges = [low - 0.5, high + 0.5]
    } else {
      let count = Self.count(sorted)
      edges = (0...count).map {
        $0 == count ? high : low + (high - low) * Double($0) / Double(count)
      }
    }
    var counts = [Int](repeating: 0, count: edges.count - 1)
    var bin = 0
    for value in sorted {
      while bin < counts.count - 1, value >= edges[bin + 1] { bin += 1 }
      counts[bin] += 1
    }
    self.counts = counts
  }

  /// The narrower of Sturges' and Freedman and Diaconis' widths, the latter at least half of that of the
  /// square root.
  private static func count(_ sorted: [Double]) -> Int {
    let n = Double(sorted.count)
    let range = sorted[sorted.count - 1] - sorted[0]
    var width = range / (log2(n) + 1)
    let spread = Statistics.quantile(sorted, 0.75) - Statistics.quantile(sorted, 0.25)
    let freedman = max(2 * spread / cbrt(n), range / n.squareRoot() / 2)
    width = min(width, freedman)
    return max(1, min(limit, Int((range / width).rounded(.up))))
  }
}
