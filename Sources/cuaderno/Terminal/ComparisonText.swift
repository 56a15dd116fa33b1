import Lessons
import Publishing

/// A comparison as an aligned table with one row per metric; `*` marks a change, `~` one within
/// seed-to-seed variation.
struct ComparisonText {
  let comparison: ResultsComparison
  let tolerance: Double
  let speech: Speech

  private static let digits = 6

  var lines: [String] {
    var lines: [String] = []
    for lesson in comparison.lessons {
      guard lesson.isInA, lesson.isInB else {
        let key = lesson.isInA ? "compare.onlyInA" : "compare.onlyInB"
        lines.append(speech(key, ["lesson": lesson.id]))
        continue
      }
      guard !lesson.metrics.isEmpty else { continue }
      lines.append(speech("compare.lesson", ["lesson": lesson.id]))
      lines += causes(lesson)
      lines += table(lesson.metrics)
    }
    let moved = comparison.lessons.reduce(0) { count, lesson in
      count + lesson.metrics.count { $0.hasMoved(beyond: tolerance) }
        + (lesson.isInA && lesson.isInB ? 0 : 1)
    }
    let metrics = comparison.lessons.flatMap(\.metrics)
    if metrics.contains(where: { isChance($0) }) { lines.append(speech("compare.chance")) }
    let arguments = [
      "count": speech.numbers.string(moved), "tolerance": number(tolerance),
    ]
    lines.append(speech(moved == 0 ? "compare.same" : "compare.moved", arguments))
    return lines
  }

  /// The changed inputs that may explain the changed results.
  private func causes(_ lesson: ResultsComparison.Lesson) -> [String] {
    let rows = lesson.rows.map(speech.rows) ?? ""
    let files = lesson.files.map { rows.isEmpty ? $0 : "\($0) (\(rows))" }
    let causes = files + lesson.changed.dropFirst(files.count)
    guard !causes.isEmpty else { return [] }
    return ["  " + speech("compare.causes", ["causes": causes.joined(separator: ", ")])]
  }

  /// Whether the metric changed, but within the range of other seeds of A.
  private func isChance(_ metric: ResultsComparison.Metric) -> Bool {
    metric.hasMoved(beyond: tolerance) && metric.isWithinSeeds == true
  }

  private func seeds(_ metric: ResultsComparison.Metric) -> String {
    metric.seeds.map { "\(number($0.lowerBound)) … \(number($0.upperBound))" } ?? ""
  }

  private func table(_ metrics: [ResultsComparison.Metric]) -> [String] {
    let hasSeeds = metrics.contains { $0.seeds != nil }
    let heading = [
      "", "A", "B", speech("compare.difference"), hasSeeds ? speech("compare.seeds") : "", "",
    ]
    let rows =
      [heading]
      + metrics.map { metric in
        [
          metric.name, number(metric.a), number(metric.b), number(metric.difference),
          seeds(metric),
          isChance(metric) ? "~" : metric.hasMoved(beyond: tolerance) ? "*" : "",
        ]
      }
    let widths = heading.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      var line = "  " + row[0] + Self.spaces(widths[0] - row[0].count)
      for column in 1...(hasSeeds ? 4 : 3) {
        line += "  " + Self.spaces(widths[column] - row[column].count) + row[column]
      }
      return row[5].isEmpty ? line : line + " " + row[5]
    }
  }

  private func number(_ value: Double?) -> String {
    value.map { $0 == 0 ? "0" : speech.numbers.significant($0, digits: Self.digits) } ?? "–"
  }

  private static func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }
}
