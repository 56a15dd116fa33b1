import Yams

/// Reads one exercise of a lesson.
struct ExerciseDecoder {
  let notebook: NotebookDecoder
  let map: YAMLMap

  private var reader: YAMLReader { notebook.reader }

  func decode() -> Exercise? {
    let id = map.required("id").flatMap { notebook.identifier($0, key: "id") }
    let ask = map.required("ask").flatMap { notebook.localized($0, key: "ask") }
    let kinds: [(name: String, value: Exercise.Kind)] = [
      ("number", .number), ("text", .text), ("choice", .choice), ("table", .table),
    ]
    let kind = map.required("kind").flatMap {
      reader.choice($0, key: "kind", kind: .kind, among: kinds)
    }
    let answer = map["answer"].flatMap {
      notebook.localized($0.value, key: "answer", allowsOneForAll: true)
    }
    let tolerance = map["tolerance"].flatMap { self.tolerance($0.value) }
    let unit = map["unit"].flatMap {
      notebook.localized($0.value, key: "unit", allowsOneForAll: true)
    }
    let lines = map.integer("lines", in: 1...NotebookLimits.lines)
    let points = map.number("points", .closed, 0, NotebookLimits.points)
    let choices = map["choices"].map { self.choices($0.value) }
    if kind == .choice, choices?.count ?? 0 < 2 {
      reader.report(.choicesMissing, at: map["choices"]?.mark ?? map.mark)
    }
    guard let id, let ask, let kind else { return nil }
    return Exercise(
      id: id, ask: ask, kind: kind, answer: answer, tolerance: tolerance, unit: unit,
      lines: lines ?? 1, points: points ?? 1, choices: choices ?? [], line: map.mark?.line ?? 1)
  }

  /// `seeds`, `{absolute: 0.5}` or `{relative: 0.02}`.
  private func tolerance(_ node: Node) -> Exercise.Tolerance? {
    if case .scalar = node {
      let known: [(name: String, value: Exercise.Tolerance)] = [("seeds", .seeds)]
      return reader.choice(node, key: "tolerance", kind: .tolerance, among: known)
    }
    guard let map = reader.map(node, key: "tolerance", section: .tolerance) else { return nil }
    if let value = map.number("absolute", .closed, 0, 1e9) { return .absolute(value) }
    if let value = map.number("relative", .closed, 0, 1) { return .relative(value) }
    if map.entries.isEmpty { reader.report(.missingKey("absolute", of: "tolerance"), at: map.mark) }
    return nil
  }

  private func choices(_ node: Node) -> [LocalizedText] {
    let items = reader.list(node, key: "choices", limit: NotebookLimits.choices) ?? []
    return items.compactMap {
      notebook.localized($0, key: "choices", allowsOneForAll: true)
    }
  }
}
