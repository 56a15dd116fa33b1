import Lessons

/// The contents of a results.json that are compared.
public struct ResultsRecord: Equatable, Sendable {
  struct Value: Equatable, Sendable {
    var name: String
    var value: Double
  }

  /// The range of a value over other seeds.
  struct Spread: Equatable, Sendable {
    var name: String
    var range: ClosedRange<Double>
  }

  package struct Lesson: Equatable, Sendable {
    var id: String
    /// The last value of each series, evaluations and predictions: `loss`, `evaluation.loss`,
    /// `predictions[100]`.
    var metrics: [Value]
    var spreads: [Spread]
    var seedCount: Int
    /// The loss after each epoch.
    package var losses: [Double]
    var table: RowChanges.Table?
    /// The hashes of the data files and of the parts of the lesson file.
    var files: [Manifest.File]
    var parts: [Manifest.File]
  }

  let lessons: [Lesson]
  /// nil in results of a version that did not write it.
  private(set) var seed: Int?

  /// nil if the bytes are not a results.json.
  public init?(_ bytes: [UInt8]) {
    guard let json = JSONReader.value(bytes) else { return nil }
    self.init(json)
  }

  package init?(_ json: JSONValue) {
    guard json["schema"] == .integer(1), json["notebook"]?.text != nil,
      case .array(let entries)? = json["lessons"]
    else { return nil }
    var lessons: [Lesson] = []
    for entry in entries {
      guard let lesson = Self.lesson(entry) else { return nil }
      lessons.append(lesson)
    }
    self.lessons = lessons
    seed = json["seed"]?.number.flatMap(Int.init(exactly:))
  }

  /// The record of a lesson that is not yet written to results.json.
  public init(_ result: LessonResult, key: ResultKey, seed: UInt64) {
    let entry = ResultsFile.Entry(
      id: result.lesson, result: result, parts: key.lessonParts, figures: [])
    let file = ResultsFile(notebook: key.notebook, seed: seed, lessons: [entry])
    lessons = Self(file.json)?.lessons ?? []
    self.seed = Int(seed)
  }

  package func lesson(_ id: String) -> Lesson? {
    lessons.first { $0.id.utf8.elementsEqual(id.utf8) }
  }

  private static func lesson(_ json: JSONValue) -> Lesson? {
    guard let id = json["id"]?.text else { return nil }
    let history = json["history"]?.members ?? []
    var metrics = history.compactMap { series in
      series.value.elements.last?.written.map { Value(name: series.name, value: $0) }
    }
    metrics += (json["evaluation"]?.members ?? []).compactMap { metric in
      metric.value.written.map { Value(name: "evaluation.\(metric.name)", value: $0) }
    }
    for prediction in json["predictions"]?.elements ?? [] {
      metrics += named(prediction, prediction["output"]).compactMap { name, value in
        value.written.map { Value(name: name, value: $0) }
      }
    }
    return Lesson(
      id: id, metrics: metrics, spreads: spreads(json["seeds"]),
      seedCount: json["seeds"]?["count"]?.number.map { Int($0) } ?? 0,
      losses: (json["history"]?["loss"]?.elements ?? []).compactMap(\.written),
      table: table(json["data"]?["table"]), files: hashes(json["data"]?["files"]),
      parts: hashes(json["made_from"]))
  }

  private static func spreads(_ json: JSONValue?) -> [Spread] {
    guard let json else { return [] }
    var spreads: [Spread] = []
    func add(_ name: String, _ least: JSONValue?, _ greatest: JSONValue?) {
      guard let least = least?.written, let greatest = greatest?.written, least <= greatest
      else { return }
      spreads.append(Spread(name: name, range: least...greatest))
    }
    add("evaluation.loss", json["loss"]?["least"], json["loss"]?["greatest"])
    for prediction in json["predictions"]?.elements ?? [] {
      let greatest = prediction["greatest"]?.elements ?? []
      for (index, (name, least)) in named(prediction, prediction["least"]).enumerated()
      where index < greatest.count {
        add(name, least, greatest[index])
      }
    }
    return spreads
  }

  /// The outputs of a prediction by name: `predictions[100]`, `predictions[100][0]`.
  private static func named(
    _ prediction: JSONValue, _ outputs: JSONValue?
  ) -> [(name: String, value: JSONValue)] {
    let input = (prediction["input"]?.elements ?? []).compactMap(\.written)
      .map(text).joined(separator: ", ")
    let outputs = outputs?.elements ?? []
    return outputs.enumerated().map { index, output in
      ("predictions[\(input)]\(outputs.count > 1 ? "[\(index)]" : "")", output)
    }
  }

  /// An input as typed: `100`, not `100.0`.
  private static func text(_ value: Double) -> String {
    Int(exactly: value).map(String.init) ?? value.description
  }

  private static func table(_ json: JSONValue?) -> RowChanges.Table? {
    guard let json else { return nil }
    let columns = (json["columns"]?.elements ?? []).compactMap(\.text)
    if let hashes = json["row_hashes"]?.text {
      return RowChanges.Table(columns: columns, hashes: hashes, runs: json["lines"]?.elements ?? [])
    }
    let lines = (json["lines"]?.elements ?? []).compactMap { $0.number.flatMap(Int.init(exactly:)) }
    let rows = (json["rows"]?.elements ?? []).map { $0.elements.compactMap(\.written) }
    guard lines.count == rows.count, rows.allSatisfy({ $0.count == columns.count }) else {
      return nil
    }
    return RowChanges.Table(columns: columns, lines: lines, rows: rows)
  }

  private static func hashes(_ json: JSONValue?) -> [Manifest.File] {
    (json?.members ?? []).map { Manifest.File(name: $0.name, sha256: $0.value.text ?? "") }
  }
}

extension JSONValue {
  /// The number as read back from its text: the shortest digits of a Float name another Double than
  /// its own value.
  fileprivate var written: Double? {
    switch self {
    case .float(let value): Double(value.description)
    // What left the finite numbers: not the same as anything, itself included.
    case .null: .nan
    default: number
    }
  }
}
