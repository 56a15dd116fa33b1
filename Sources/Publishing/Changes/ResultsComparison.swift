import Lessons

/// What moved between two results.json: losses and metrics after the last epoch, evaluations and
/// predictions, lesson by lesson.
public struct ResultsComparison: Equatable, Sendable {
  public struct Metric: Equatable, Sendable {
    /// As in results.json: `loss`, `val_accuracy`, `evaluation.loss`, `predictions[100]`.
    public var name: String
    /// nil where that side does not have it.
    public var a: Double?
    public var b: Double?
    /// What other seeds gave on side `a`.
    public var seeds: ClosedRange<Double>?

    /// `b - a`; nil where a side is missing.
    public var difference: Double? {
      guard let a, let b else { return nil }
      return b - a
    }

    /// Whether `b` is what another seed might have given with the data of `a`; nil where nobody knows.
    public var isWithinSeeds: Bool? {
      guard let seeds, let b else { return nil }
      return seeds.contains(b)
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
    /// Of how many other seeds side `a` knows.
    public var seedCount = 0
    /// nil where both sides have no rows of the same columns.
    public var rows: RowChanges?
    /// Columns that the rows' values belong to.
    public var columns: [String] = []
    /// Data files that changed, came or went.
    public var files: [String] = []
    /// Keys of the lesson file that changed: `model`, `fit`.
    public var parts: [String] = []
  }

  /// In the order of `a`, then those of `b` alone.
  public let lessons: [Lesson]

  /// nil where either is not a results.json.
  public init?(_ a: [UInt8], _ b: [UInt8]) {
    guard let first = ResultsRecord(a), let second = ResultsRecord(b) else { return nil }
    self.init(first, second)
  }

  public init(_ a: ResultsRecord, _ b: ResultsRecord) {
    lessons =
      a.lessons.map { Self.compared($0.id, $0, b.lesson($0.id)) }
      + b.lessons.filter { a.lesson($0.id) == nil }.map { Self.compared($0.id, nil, $0) }
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
            "changed": lesson.files.isEmpty && lesson.parts.isEmpty
              ? nil : .array((lesson.files + lesson.parts).map { .string($0) }),
            "rows": lesson.rows.flatMap { $0.isEmpty ? nil : Self.json($0) },
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
      "seeds": metric.seeds.map {
        .object(["least": .number($0.lowerBound), "greatest": .number($0.upperBound)])
      },
      "within_seeds": metric.isWithinSeeds.map { .boolean($0) },
    ])
  }

  private static func json(_ rows: RowChanges) -> JSONValue {
    .object([
      "added": .array(rows.added.map { .integer($0) }),
      "removed": .array(rows.removed.map { .integer($0) }),
      "edited": .array(
        rows.edited.map { edit in
          .object([
            "line": .integer(edit.line),
            "before": .array(edit.before.map { .number($0) }),
            "after": .array(edit.after.map { .number($0) }),
          ])
        }),
      "reordered": .boolean(rows.isReordered),
    ])
  }

  // MARK: Comparing

  private static func compared(
    _ id: String, _ a: ResultsRecord.Lesson?, _ b: ResultsRecord.Lesson?
  ) -> Lesson {
    guard let a, let b else {
      return Lesson(id: id, isInA: a != nil, isInB: b != nil, metrics: [])
    }
    func value(_ name: String, _ lesson: ResultsRecord.Lesson) -> Double? {
      lesson.metrics.first { $0.name == name }?.value
    }
    var names = a.metrics.map(\.name)
    for metric in b.metrics where !names.contains(metric.name) { names.append(metric.name) }
    let metrics = names.map { name in
      Metric(
        name: name, a: value(name, a), b: value(name, b),
        seeds: a.spreads.first { $0.name == name }?.range)
    }
    var rows: RowChanges?
    if let earlier = a.table, let later = b.table { rows = RowChanges(from: earlier, to: later) }
    return Lesson(
      id: id, isInA: true, isInB: true, metrics: metrics, seedCount: a.seedCount, rows: rows,
      columns: b.table?.columns ?? [], files: changes(a.files, b.files),
      parts: changes(a.parts, b.parts))
  }

  /// The names of what differs, those of `a` alone last; none where either side tells nothing.
  private static func changes(_ a: [Manifest.File], _ b: [Manifest.File]) -> [String] {
    guard !a.isEmpty, !b.isEmpty else { return [] }
    let gone = a.map(\.name).filter { name in !b.contains { $0.name == name } }
    return b.filter { !a.contains($0) }.map(\.name) + gone
  }
}
