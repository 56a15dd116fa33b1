import Lessons

/// The differences between two results.json files: losses and metrics after the last epoch,
/// evaluations and predictions of each lesson.
public struct ResultsComparison: Equatable, Sendable {
  public struct Metric: Equatable, Sendable {
    /// The name in results.json: `loss`, `val_accuracy`, `evaluation.loss`, `predictions[100]`.
    public var name: String
    /// nil if that side does not have it.
    public var a: Double?
    public var b: Double?
    /// The range over other seeds on side `a`.
    public var seeds: ClosedRange<Double>?

    /// `b - a`; nil if it is missing on one side.
    public var difference: Double? {
      guard let a, let b else { return nil }
      return b - a
    }

    /// Whether the difference is within seed-to-seed variation; nil without a seed study.
    public var isWithinSeeds: Bool? {
      guard let seeds, let b else { return nil }
      return seeds.contains(b)
    }

    /// Whether it is missing on one side or differs by more than `tolerance`.
    public func hasMoved(beyond tolerance: Double) -> Bool {
      difference.map { !(abs($0) <= tolerance) } ?? true
    }
  }

  /// A file that is called otherwise now.
  public struct Renaming: Equatable, Sendable {
    public var before: String
    public var after: String
  }

  public struct Lesson: Equatable, Sendable {
    public var id: String
    public var isInA: Bool
    public var isInB: Bool
    public var metrics: [Metric]
    /// The number of other seeds on side `a`.
    public var seedCount = 0
    /// nil unless both sides have rows with the same columns.
    public var rows: RowChanges?
    /// The columns of the rows' values.
    public var columns: [String] = []
    /// Data files that were changed or added.
    public var files: [String] = []
    /// Of these, those that are new.
    public var newFiles: Set<String> = []
    /// Data files that are no longer used.
    public var goneFiles: [String] = []
    /// Data files with the same bytes under another name.
    public var renamedFiles: [Renaming] = []
    /// The seeds, where they differ.
    public var otherSeed: (before: Int, after: Int)? {
      guard let seedBefore, let seedAfter, seedBefore != seedAfter else { return nil }
      return (seedBefore, seedAfter)
    }
    var seedBefore: Int?
    var seedAfter: Int?
    /// Changed keys of the lesson file, such as `model` or `fit`.
    public var parts: [String] = []
    /// The names of all that changed: files, then keys.
    public var changed: [String] {
      files + goneFiles + renamedFiles.map(\.after) + parts
    }
  }

  /// In the order of `a`, followed by those only in `b`.
  public let lessons: [Lesson]

  /// nil if either is not a results.json.
  public init?(_ a: [UInt8], _ b: [UInt8]) {
    guard let first = ResultsRecord(a), let second = ResultsRecord(b) else { return nil }
    self.init(first, second)
  }

  public init(_ a: ResultsRecord, _ b: ResultsRecord) {
    lessons =
      a.lessons.map { lesson in
        var compared = Self.compared(lesson.id, lesson, b.lesson(lesson.id))
        (compared.seedBefore, compared.seedAfter) = (a.seed, b.seed)
        return compared
      }
      + b.lessons.filter { a.lesson($0.id) == nil }.map { Self.compared($0.id, nil, $0) }
  }

  /// Whether a lesson exists on one side only or one of its metrics changed.
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
            "changed": lesson.changed.isEmpty
              ? nil : .array(lesson.changed.map { .string($0) }),
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
            "before": edit.before.isEmpty ? nil : .array(edit.before.map { .number($0) }),
            "after": edit.after.isEmpty ? nil : .array(edit.after.map { .number($0) }),
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
    var lesson = Lesson(
      id: id, isInA: true, isInB: true, metrics: metrics, seedCount: a.seedCount, rows: rows,
      columns: b.table?.columns ?? [], parts: changes(a.parts, b.parts))
    compareFiles(a.files, b.files, &lesson)
    return lesson
  }

  /// Tells files that changed from those that are new, gone or called otherwise.
  private static func compareFiles(
    _ a: [Manifest.File], _ b: [Manifest.File], _ lesson: inout Lesson
  ) {
    guard !a.isEmpty, !b.isEmpty else { return }
    var gone = a.filter { file in !b.contains { $0.name == file.name } }
    for file in b where !a.contains(file) {
      guard !a.contains(where: { $0.name == file.name }) else {
        lesson.files.append(file.name)
        continue
      }
      if let place = gone.firstIndex(where: { $0.sha256 == file.sha256 }) {
        lesson.renamedFiles.append(
          Renaming(before: gone.remove(at: place).name, after: file.name))
      } else {
        lesson.files.append(file.name)
        lesson.newFiles.insert(file.name)
      }
    }
    lesson.goneFiles = gone.map(\.name)
  }

  /// The names of parts that differ, those only in `a` last; empty if either side lists
  /// none.
  private static func changes(_ a: [Manifest.File], _ b: [Manifest.File]) -> [String] {
    guard !a.isEmpty, !b.isEmpty else { return [] }
    let gone = a.map(\.name).filter { name in !b.contains { $0.name == name } }
    return b.filter { !a.contains($0) }.map(\.name) + gone
  }
}
