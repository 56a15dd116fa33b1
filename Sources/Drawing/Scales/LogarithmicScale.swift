import Diagnostics
import Glibc

/// A logarithmic scale, base ten.
public struct LogarithmicScale: Scale {
  public let lower: Double
  public let upper: Double
  private let low: Double
  private let high: Double

  /// A scale that includes positive `values` with a margin of 5 % on each side.
  public init(holding values: ClosedRange<Double>, margin: Double = 0.05) {
    precondition(values.lowerBound > 0, "a logarithmic scale from \(values.lowerBound)")
    var low = log10(values.lowerBound)
    var high = log10(values.upperBound)
    if high - low < 1e-9 {
      low -= 0.5
      high += 0.5
    }
    let room = (high - low) * margin
    self.low = low - room
    self.high = high + room
    lower = pow(10, self.low)
    upper = pow(10, self.high)
  }

  public func fraction(_ value: Double) -> Double? {
    guard value.isFinite, value > 0 else { return nil }
    return (log10(value) - low) / (high - low)
  }

  /// Powers of ten, every second or third if there are many; for a range below a decade and a half
  /// also their multiples by 2 and 5, or by 2, 3, 4, 6 and 8; the linear scale's ticks if that
  /// gives fewer than three.
  public func ticks(atMost count: Int, _ numbers: NumberStyle) -> Ticks {
    let first = Int((low - 1e-9).rounded(.up))
    let last = Int((high + 1e-9).rounded(.down))
    guard last >= first else { return LinearScale(lower, upper).ticks(atMost: count, numbers) }
    let decades = last - first + 1
    if decades == 1 || high - low < 1.5 {
      let choices = [[1, 2, 5], [1, 2, 3, 4, 6, 8]].lazy.map { factors in
        within(first - 1...last + 1, factors: factors, numbers)
      }
      if let major = choices.first(where: { (3...max(3, count)).contains($0.count) }) {
        return Ticks(major, minor: minors)
      }
      return LinearScale(lower, upper).ticks(atMost: count, numbers)
    }
    let stride = max(1, (decades + count - 1) / max(1, count))
    let major = (first...last).filter { ($0 - first) % stride == 0 }
      .map { Tick(Self.ten($0), numbers.power(ofTen: $0)) }
    return Ticks(major, minor: stride == 1 && decades <= 8 ? minors : [])
  }

  private var minors: [Double] {
    let first = Int(low.rounded(.down))
    let last = Int(high.rounded(.up))
    let all = (first...last).flatMap { decade in (2...9).map { Double($0) * Self.ten(decade) } }
    return all.filter { $0 >= lower && $0 <= upper }
  }

  private func within(_ decades: ClosedRange<Int>, factors: [Int], _ numbers: NumberStyle)
    -> [Tick]
  {
    var ticks: [Tick] = []
    for decade in decades {
      for factor in factors {
        guard let value = Double("\(factor)e\(decade)") else { continue }
        guard value >= lower * (1 - 1e-9), value <= upper * (1 + 1e-9) else { continue }
        ticks.append(Tick(value, numbers.significant(value)))
      }
    }
    return ticks
  }

  private static func ten(_ exponent: Int) -> Double {
    Double("1e\(exponent)") ?? pow(10, Double(exponent))
  }
}
