/// One thing to fill in: a row of the answer file, a field of the form, a question of the quiz.
public struct ExerciseBlank: Hashable, Sendable {
  public enum Kind: String, Sendable {
    case number, text, choice
  }

  /// The exercise's id; in a table `EXERCISE.NAME` or `EXERCISE.NUMBER`.
  public var id: String
  public var kind: Kind
  /// What is asked: the exercise's question, in a table followed by the texts of the row.
  public var ask: LocalizedText
  public var answer: LocalizedText?
  public var tolerance: Exercise.Tolerance?
  public var unit: LocalizedText?
  public var choices: [LocalizedText]

  public init(
    id: String, kind: Kind, ask: LocalizedText, answer: LocalizedText? = nil,
    tolerance: Exercise.Tolerance? = nil, unit: LocalizedText? = nil, choices: [LocalizedText] = []
  ) {
    self.id = id
    self.kind = kind
    self.ask = ask
    self.answer = answer
    self.tolerance = tolerance
    self.unit = unit
    self.choices = choices
  }
}

extension Exercise {
  /// What is to be filled in, in reading order: one blank, in a table one for each empty cell.
  public var blanks: [ExerciseBlank] {
    switch kind {
    case .number: [blank(.number)]
    case .text: [blank(.text)]
    case .choice: [blank(.choice)]
    case .table: tableBlanks
    }
  }

  private func blank(_ kind: ExerciseBlank.Kind) -> ExerciseBlank {
    ExerciseBlank(
      id: id, kind: kind, ask: ask, answer: answer, tolerance: tolerance, unit: unit,
      choices: choices)
  }

  private var tableBlanks: [ExerciseBlank] {
    guard let table else { return [] }
    var blanks: [ExerciseBlank] = []
    for row in table.rows {
      let texts = row.compactMap { cell in
        if case .text(let text) = cell { text } else { nil }
      }
      for (column, cell) in row.enumerated() {
        guard case .blank(let blank) = cell else { continue }
        let about = [ask] + texts + [table.columns[column]]
        blanks.append(
          ExerciseBlank(
            id: "\(id).\(blank.name ?? String(blanks.count + 1))", kind: blank.kind,
            ask: .joined(about, separator: " · "), answer: blank.answer, tolerance: blank.tolerance,
            unit: blank.unit))
      }
    }
    return blanks
  }
}
