import YAML

/// Reads one exercise of a lesson.
struct ExerciseDecoder {
  let notebook: NotebookDecoder
  let map: YAMLMap

  private var reader: YAMLReader { notebook.reader }

  /// Keys that only some kinds have a use for.
  private static let kinds: [(key: String, kinds: [Exercise.Kind])] = [
    ("answer", [.number, .text, .choice]), ("tolerance", [.number]), ("unit", [.number]),
    ("choices", [.choice]), ("columns", [.table]), ("rows", [.table]),
  ]

  func decode() -> Exercise? {
    let id = map.required("id").flatMap { notebook.identifier($0, key: "id") }
    let ask = map.required("ask").flatMap { notebook.localized($0, key: "ask") }
    let known: [(name: String, value: Exercise.Kind)] = [
      ("number", .number), ("text", .text), ("choice", .choice), ("table", .table),
    ]
    let kind = map.required("kind").flatMap {
      reader.choice($0, key: "kind", kind: .kind, among: known)
    }
    let answer = map["answer"].flatMap {
      notebook.localized($0.value, key: "answer", allowsOneForAll: true)
    }
    let tolerance = map["tolerance"].flatMap { notebook.tolerance($0.value) }
    let unit = map["unit"].flatMap {
      notebook.localized($0.value, key: "unit", allowsOneForAll: true)
    }
    let lines = map.integer("lines", in: 1...NotebookLimits.lines)
    let points = map.number("points", .closed, 0, NotebookLimits.points)
    let choices = map["choices"].map { self.choices($0.value) }
    let table = kind == .table ? ExerciseTableDecoder(exercise: self).decode() : nil
    if let kind { check(kind, answer: answer, choices: choices) }
    guard let id, let ask, let kind else { return nil }
    var exercise = Exercise(
      id: id, ask: ask, kind: kind, answer: answer, tolerance: tolerance, unit: unit,
      lines: lines ?? 1, points: points ?? 1, choices: choices ?? [], table: table,
      line: map.mark?.line ?? 1)
    for entry in map.entries { note(entry.value, in: &exercise.places) }
    return exercise
  }

  private func check(_ kind: Exercise.Kind, answer: LocalizedText?, choices: [LocalizedText]?) {
    for (key, kinds) in Self.kinds where !kinds.contains(kind) {
      if let entry = map[key] {
        reader.report(.notForKind(key: key, kind: kind.rawValue), at: entry.mark)
      }
    }
    guard kind == .choice else { return }
    if choices?.count ?? 0 < 2 {
      reader.report(.choicesMissing, at: map["choices"]?.mark ?? map.mark)
    } else if let answer, let choices {
      for language in notebook.languages {
        let text = answer[language]
        let isLetter = choices.indices.contains(where: { Exercise.letter($0) == text })
        guard !isLetter, !choices.contains(where: { $0[language] == text }) else { continue }
        reader.report(.answerNotAChoice(text), at: map["answer"]?.value.mark)
        return
      }
    }
  }

  /// Remembers where each text below a node begins, for errors inside of it.
  private func note(_ node: Node, in places: inout [String: TextPlace]) {
    switch node.content {
    case .scalar(let scalar):
      guard places[scalar.string] == nil else { return }
      let mark = node.mark
      places[scalar.string] =
        switch scalar.style {
        case .plain: TextPlace(line: mark.line, column: mark.column)
        case .quoted: TextPlace(line: mark.line, column: mark.column + 1)
        case .block: TextPlace(line: mark.line + 1, column: 1)
        }
    case .sequence(let sequence): for item in sequence { note(item, in: &places) }
    case .mapping(let mapping): for (_, value) in mapping { note(value, in: &places) }
    }
  }

  private func choices(_ node: Node) -> [LocalizedText] {
    let items = reader.list(node, key: "choices", limit: NotebookLimits.choices) ?? []
    return items.compactMap {
      notebook.localized($0, key: "choices", allowsOneForAll: true)
    }
  }
}
