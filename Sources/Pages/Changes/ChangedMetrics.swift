import Diagnostics
import Figures
import Lessons
import Publishing

/// A table of the evaluations and predictions of a lesson that visibly changed, with the range of
/// other seeds, which shows whether a change exceeds chance.
struct ChangedMetrics {
  /// Maximum number of rows; results.json has all.
  private static let limit = 12
  /// Significant digits; more are used if needed to distinguish values.
  private static let digits = 4...6

  let changes: ResultsComparison.Lesson
  let context: FigureContext

  private typealias Metric = ResultsComparison.Metric

  private func phrase(_ key: String, _ arguments: [String: String] = [:]) -> String {
    context.phrases["changes." + key, arguments]
  }

  /// nil if nothing changed.
  var table: ChangesValue.Table? {
    let metrics = changes.metrics.filter(isSeen).prefix(Self.limit)
    guard !metrics.isEmpty else { return nil }
    let hasSeeds = metrics.contains { $0.seeds != nil }
    var columns = [phrase("measure"), phrase("before"), phrase("after")]
    if hasSeeds {
      columns.append(phrase("seeds", ["count": context.numbers.string(changes.seedCount)]))
      columns.append(phrase("isTold"))
    }
    return ChangesValue.Table(
      label: phrase("title") + ": " + context.lessonTitle, columns: columns,
      rows: metrics.map { row($0, hasSeeds: hasSeeds) })
  }

  private func isSeen(_ metric: Metric) -> Bool {
    guard name(of: metric) != nil else { return false }
    guard let a = metric.a, let b = metric.b else { return true }
    return text(a, metric, Self.digits.lowerBound) != text(b, metric, Self.digits.lowerBound)
  }

  /// Whether a metric is new, gone, or another number in the digits that are shown.
  static func isVisible(_ metric: ResultsComparison.Metric, _ numbers: NumberStyle) -> Bool {
    guard let a = metric.a, let b = metric.b else { return true }
    return numbers.significant(a, digits: digits.lowerBound)
      != numbers.significant(b, digits: digits.lowerBound)
  }

  private func row(_ metric: Metric, hasSeeds: Bool) -> ChangesValue.Table.Row {
    let bounds = metric.seeds.map { [$0.lowerBound, $0.upperBound] } ?? []
    // Uses as many digits as make the two bounds differ.
    let digits =
      Self.digits.first { digits in
        Set(bounds.map { text($0, metric, digits) }).count == Set(bounds).count
      } ?? Self.digits.upperBound
    func shown(_ value: Double?) -> String { value.map { text($0, metric, digits) } ?? "–" }
    var cells = [shown(metric.a), shown(metric.b)]
    if hasSeeds {
      if let isWithin = metric.isWithinSeeds {
        cells.append(phrase("range", ["first": shown(bounds[0]), "last": shown(bounds[1])]))
        cells.append(phrase(isWithin ? "no" : "yes"))
      } else {
        cells += ["–", "–"]
      }
    }
    let name = name(of: metric) ?? metric.name
    return ChangesValue.Table.Row(
      name: unit(of: metric).map { "\(name) (\($0))" } ?? name, cells: cells)
  }

  /// The label of a metric; nil for the last values of histories, which only `compare` lists.
  private func name(of metric: Metric) -> String? {
    switch metric.name {
    case "evaluation.loss": return phrase("\(part).loss")
    case "evaluation.accuracy": return phrase("\(part).accuracy")
    case "evaluation.mean_absolute_error": return phrase("\(part).meanAbsoluteError")
    default:
      guard metric.name.hasPrefix("predictions[") else { return nil }
      // For example `predictions[0.5, -1][2]`: the inputs, and the index of the output if there are
      // several.
      let parts = metric.name.dropFirst("predictions[".count).dropLast().split(separator: "][")
      let inputs = (parts.first ?? "").split(separator: ",").map { input in
        Double(input.filter { $0 != " " }).map { context.numbers.significant($0, digits: 6) } ?? ""
      }
      let input = inputs.joined(separator: "; ")
      guard isNumber else {
        // A single output is the probability of class 1.
        let name = parts.count > 1 ? String(parts[1]) : "1"
        return phrase("probability", ["class": name, "input": input])
      }
      let name = phrase("prediction", ["input": input])
      return parts.count > 1 ? "\(name), [\(parts[1])]" : name
    }
  }

  /// The rows that evaluations are of.
  private var part: String { (context.result?.data.testRows ?? 0) > 0 ? "test" : "training" }

  private var isNumber: Bool { context.lesson.training?.compile.loss.kind == .numbers }

  private func text(_ value: Double, _ metric: Metric, _ digits: Int) -> String {
    if metric.name == "evaluation.accuracy" { return context.numbers.percent(value) }
    return context.numbers.significant(value, digits: digits)
  }

  private func unit(of metric: Metric) -> String? {
    if metric.name == "evaluation.loss" { return context.lossUnit }
    guard isNumber, let target = context.result?.regression?.targetName,
      context.result?.predictions.first.map({ $0.output.count == 1 }) ?? true
    else { return nil }
    return context.unit(of: target)
  }
}
