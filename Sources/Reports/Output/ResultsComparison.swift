/// What moved between two results.json: losses and metrics after the last epoch, evaluations and
/// predictions, lesson by lesson.
public struct ResultsComparison: Equatable, Sendable {
  public struct Metric: Equatable, Sendable {
    /// As in results.json: `loss`, `val_accuracy`, `evaluation.loss`, `predictions[100]`.
    public var name: String
    /// nil where that side does not have it.
    public var a: Double?
    public var b: Double?

    /// `b - a`; nil where a side is missing.
    public var difference: Double? {
      guard let a, let b else { return nil }
      return b - a
    }

    /// Whether it is missing on one side or moved by more than `tolerance`.
    public func hasMoved(beyond tolerance: Double) -> Bool {
      difference.map { abs($0) > tolerance } ?? true
    }
  }

  public struct Lesson: Equatable, Sendable {
    public var id: String
    public var isInA: Bool
    public var isInB: Bool
    public var metrics: [Metric]
  }

  /// In the order of `a`, then those of `b` alone.
  public let lessons: [Lesson]

  /// nil where either is not a results.json.
  public init?(_ a: [UInt8], _ b: [UInt8]) {
    guard let first = Self.lessons(a), let second = Self.lessons(b) else { return nil }
    lessons =
      first.map { entry in
        Self.compared(entry.id, entry.values, second.first { $0.id == entry.id }?.values)
      }
      + second.filter { entry in !first.contains { $0.id == entry.id } }.map {
        Self.compared($0.id, nil, $0.values)
      }
  }

  /// Whether a lesson is on one side alone or one of its metrics moved.
  public func hasMoved(beyond tolerance: Double) -> Bool {
    lessons.contains { lesson in
      !lesson.isInA || !lesson.isInB
        || lesson.metrics.contains { $0.hasMoved(beyond: tolerance) }
    }
  }

  /// The comparison for programs: `docs/report-folder.md`.
  public func json(tolerance: Double) -> JSONValue {
    .object([
      "schema": .integer(1),
      "tolerance": .number(tolerance),
      "moved": .boolean(hasMoved(beyond: tolerance)),
      "lessons": .array(
        lessons.map { lesson in
          .object([
            "id": .string(lesson.id),
            "in": .array(
              (lesson.isInA ? [.string("a")] : []) + (lesson.isInB ? [.string("b")] : [])),
            "metrics": .array(lesson.metrics.map { Self.json($0, tolerance) }),
          ])
        }),
    ])
  }

  private static func json(_ metric: Metric, _ tolerance: Double) -> JSONValue {
    .object([
      "name": .string(metric.name),
      "a": metric.a.map { .number($0) },
      "b": metric.b.map { .number($0) },
      "difference": metric.difference.map { .number($0) },
      "moved": .boolean(metric.hasMoved(beyond: tolerance)),
    ])
  }

  // MARK: Reading

  private typealias Values = [(name: String, value: Double)]

  private static func lessons(_ bytes: [UInt8]) -> [(id: String, values: Values)]? {
    guard let json = JSONReader.value(bytes), json["schema"] == .integer(1),
      json["notebook"]?.text != nil, case .array(let entries)? = json["lessons"]
    else { return nil }
    var lessons: [(id: String, values: Values)] = []
    for entry in entries {
      guard let id = entry["id"]?.text else { return nil }
      lessons.append((id, values(of: entry)))
    }
    return lessons
  }

  private static func values(of lesson: JSONValue) -> Values {
    var values: Values = []
    for series in lesson["history"]?.members ?? [] {
      if let last = series.value.elements.last?.number { values.append((series.name, last)) }
    }
    for metric in lesson["evaluation"]?.members ?? [] {
      if let value = metric.value.number { values.append(("evaluation.\(metric.name)", value)) }
    }
    for prediction in lesson["predictions"]?.elements ?? [] {
      let input = (prediction["input"]?.elements ?? []).compactMap(\.number)
        .map(Self.text).joined(separator: ", ")
      let outputs = (prediction["output"]?.elements ?? []).compactMap(\.number)
      for (index, output) in outputs.enumerated() {
        let unit = outputs.count > 1 ? "[\(index)]" : ""
        values.append(("predictions[\(input)]\(unit)", output))
      }
    }
    return values
  }

  /// An input as it was written: `100`, not `100.0`.
  private static func text(_ value: Double) -> String {
    Int(exactly: value).map(String.init) ?? value.description
  }

  private static func compared(_ id: String, _ a: Values?, _ b: Values?) -> Lesson {
    func value(_ name: String, _ values: Values?) -> Double? {
      values?.first { $0.name == name }?.value
    }
    var names = (a ?? []).map(\.name)
    for entry in b ?? [] where !names.contains(entry.name) { names.append(entry.name) }
    return Lesson(
      id: id, isInA: a != nil, isInB: b != nil,
      metrics: a == nil || b == nil
        ? [] : names.map { Metric(name: $0, a: value($0, a), b: value($0, b)) })
  }
}
