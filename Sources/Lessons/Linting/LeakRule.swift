import Diagnostics

/// An input that alone tells two classes apart: it may be known only after them.
struct LeakRule {
  let table: LintedTable

  private static let limit = 0.95
  /// Fewer rows of a class are told apart by chance.
  private static let least = 10

  var advice: [Advice] {
    guard table.training.compile.loss.kind != .numbers else { return [] }
    let rows = table.trainingRows
    let codes = rows.map { table.targets[$0] }
    guard Set(codes).count == 2, let high = codes.max() else { return [] }
    let isHigh = codes.map { $0 == high }
    guard min(isHigh.count { $0 }, isHigh.count { !$0 }) >= Self.least else { return [] }
    return table.source.inputs.indices.compactMap { column in
      let area = Self.area(rows.map { table.value($0, column) }, isHigh)
      let strength = max(area, 1 - area)
      guard strength > Self.limit else { return nil }
      return Advice(
        .leak, lesson: table.lesson, at: table.place(of: table.training.marks.input?.line),
        [
          "column": LocalizedText(plain: table.names[column]),
          "target": LocalizedText(plain: table.source.target),
          "area": LocalizedText(plain: Decimal.text((strength * 100).rounded(.down) / 100)),
        ])
    }
  }

  /// Mann and Whitney's share of pairs in which the high class has the larger value; ties count half.
  static func area(_ values: [Double], _ isHigh: [Bool]) -> Double {
    let order = values.indices.sorted { values[$0] < values[$1] }
    var (below, wins) = (0, 0.0)
    var start = 0
    while start < order.count {
      var end = start
      while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
      let highs = order[start..<end].count { isHigh[$0] }
      let lows = end - start - highs
      wins += Double(highs) * (Double(below) + Double(lows) / 2)
      below += lows
      start = end
    }
    return wins / Double(isHigh.count { $0 }) / Double(isHigh.count { !$0 })
  }
}
