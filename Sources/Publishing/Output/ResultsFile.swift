import Lessons

/// results.json: the results of all lessons, for programs. Format: `docs/report-folder.md`.
public struct ResultsFile: Sendable {
  /// A figure's entry.
  public struct Figure: Sendable {
    public var id: String
    /// The path in the report folder, by language.
    public var paths: LocalizedText
    public var alt: LocalizedText

    public init(id: String, paths: LocalizedText, alt: LocalizedText) {
      self.id = id
      self.paths = paths
      self.alt = alt
    }
  }

  /// A lesson with its figures; `result` is nil if it has no model.
  public struct Entry: Sendable {
    public var id: String
    public var result: LessonResult?
    /// The parts of the lesson file that determine the result; see `ResultKey.lessonParts`.
    public var parts: [ResultKey.Part]
    public var figures: [Figure]

    public init(
      id: String, result: LessonResult?, parts: [ResultKey.Part] = [], figures: [Figure]
    ) {
      self.id = id
      self.result = result
      self.parts = parts
      self.figures = figures
    }
  }

  /// Models with fewer parameters than this have their weights in results.json; all have them in
  /// weights/*.npz.
  public static let weightLimit = 1000
  /// Tables with up to this many rows are included, so that the next report can be compared; up to
  /// `hashLimit` by a hash of each row.
  public static let rowLimit = 2000
  public static let hashLimit = 200_000
  /// The number of hexadecimal digits of a part's hash.
  private static let partDigits = 16

  public var notebook: String
  public var seed: UInt64
  public var lessons: [Entry]

  public init(notebook: String, seed: UInt64, lessons: [Entry]) {
    self.notebook = notebook
    self.seed = seed
    self.lessons = lessons
  }

  public var json: JSONValue {
    .object([
      "schema": .integer(1),
      "notebook": .string(notebook),
      "seed": .unsigned(seed),
      "lessons": .array(lessons.map(Self.lesson)),
    ])
  }

  private static func lesson(_ entry: Entry) -> JSONValue {
    let result = entry.result
    return .object([
      "id": .string(entry.id),
      "data": result.map(data),
      "made_from": entry.parts.isEmpty
        ? nil
        : .object(
          entry.parts.map {
            JSONValue.Member($0.name, .string(String($0.sha256.prefix(partDigits))))
          }),
      "parameters": result.map { .integer($0.parameterCount) },
      "history": result.map { history($0) },
      "diverged": result?.history.divergence.map {
        .object(["epoch": .integer($0.epoch), "step": .integer($0.step)])
      },
      "weights": result.flatMap { result in
        result.parameterCount < weightLimit ? .array(result.weights.map(weights)) : nil
      },
      "predictions": result.map { .array($0.predictions.map(prediction)) },
      "evaluation": result.map(evaluation),
      "seeds": result.flatMap { result in result.seedStudy.map { seeds($0, of: result) } },
      "figures": .array(entry.figures.map(figure)),
    ])
  }

  private static func data(_ result: LessonResult) -> JSONValue {
    let summary = result.data
    let files = summary.hashes.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    return .object([
      "kind": .string(summary.kind.rawValue),
      "rows": .integer(summary.rows),
      "test_rows": .integer(summary.testRows),
      "files": files.isEmpty
        ? nil : .object(files.map { JSONValue.Member($0.key, .string($0.value)) }),
      "table": result.regression.flatMap(table),
    ])
  }

  private static func table(_ study: RegressionStudy) -> JSONValue? {
    let count = study.targets.count
    guard count <= hashLimit, study.lines.count == count else { return nil }
    guard count <= rowLimit else {
      let rows = zip(study.inputs, study.targets).map { $0 + [$1] }
      let (hashes, runs) = RowChanges.Table.json(rows, lines: study.lines)
      return .object([
        "columns": .array((study.inputNames + [study.targetName]).map { .string($0) }),
        "lines": runs, "row_hashes": hashes,
      ])
    }
    return .object([
      "columns": .array((study.inputNames + [study.targetName]).map { .string($0) }),
      "lines": .array(study.lines.map { .integer($0) }),
      "rows": .array(
        zip(study.inputs, study.targets).map { inputs, target in
          .array((inputs + [target]).map { .number($0) })
        }),
    ])
  }

  private static func history(_ result: LessonResult) -> JSONValue {
    .object(
      result.history.series.map { series in
        JSONValue.Member(series.name, .array(series.values.map { .number($0) }))
      })
  }

  private static func weights(_ layer: LayerWeights) -> JSONValue {
    .object(
      [JSONValue.Member("layer", .string(layer.layer))]
        + layer.arrays.map {
          JSONValue.Member($0.name, nested($0.values[...], shape: $0.shape[...]))
        }
    )
  }

  /// `values` as nested lists, one level per dimension.
  private static func nested(_ values: ArraySlice<Float>, shape: ArraySlice<Int>) -> JSONValue {
    guard let count = shape.first else { return values.first.map { .number($0) } ?? .null }
    guard count > 0 else { return .array([]) }
    let size = values.count / count
    return .array(
      (0..<count).map { row in
        let start = values.startIndex + row * size
        return nested(values[start..<start + size], shape: shape.dropFirst())
      })
  }

  private static func prediction(_ prediction: Prediction) -> JSONValue {
    .object([
      "input": .array(prediction.input.map { .number($0) }),
      "output": .array(prediction.output.map { .number($0) }),
    ])
  }

  private static func evaluation(_ result: LessonResult) -> JSONValue {
    .object([
      "part": .string(result.data.testRows > 0 ? "test" : "training"),
      "loss": .number(result.evaluation.loss),
      "accuracy": result.evaluation.accuracy.map { .number($0) },
      "mean_absolute_error": result.evaluation.meanAbsoluteError.map { .number($0) },
    ])
  }

  private static func seeds(_ study: SeedStudy, of result: LessonResult) -> JSONValue {
    let diverged = study.divergedCount
    let losses = study.losses.filter(\.isFinite)
    return .object([
      "count": .integer(study.seeds.count),
      "diverged": diverged > 0 ? .integer(diverged) : nil,
      "loss": .object([
        "least": losses.min().map { .number($0) },
        "greatest": losses.max().map { .number($0) },
      ]),
      "predictions": .array(
        result.predictions.indices.map { index in
          let ranges = result.predictions[index].output.indices.compactMap {
            study.range(ofPrediction: index, output: $0)
          }
          return .object([
            "input": .array(result.predictions[index].input.map { .number($0) }),
            "least": .array(ranges.map { .number($0.lowerBound) }),
            "greatest": .array(ranges.map { .number($0.upperBound) }),
          ])
        }),
    ])
  }

  private static func figure(_ figure: Figure) -> JSONValue {
    .object(
      [JSONValue.Member("id", .string(figure.id))] + members(figure.paths)
        + [JSONValue.Member("alt", .object(members(figure.alt)))])
  }

  private static func members(_ text: LocalizedText) -> [JSONValue.Member] {
    text.languages.map { JSONValue.Member($0.rawValue, .string(text[$0])) }
  }
}
