import Datasets
import Diagnostics

/// What the lesson asks for in `predict`, in the words of the file.
extension OpenedTable {
  /// The questions with words in them as numbers.
  static func predict(
    _ training: Training, _ inputs: [ReadColumn], notebookPath: String
  ) -> ([[Double]], [any UserError]) {
    guard let asked = training.asked else { return (training.predict, []) }
    let place = Place(
      notebookPath, line: training.marks.predict?.line, column: training.marks.predict?.column)
    var rows: [[Double]] = []
    for texts in asked {
      guard texts.count == inputs.count else {
        return (
          [],
          [
            TableProblem.predictWidth(
              columns: inputs.map(\.name), found: texts.count, place: place)
          ]
        )
      }
      var row: [Double] = []
      for (text, column) in zip(texts, inputs) {
        let word = canonical(text)
        for encoding in column.encodings {
          switch encoding {
          case .indicator: row.append(0)
          case .category(let known): row.append(known == word ? 1 : 0)
          case .rare(let list): row.append(list.contains(word) ? 1 : 0)
          case .ordinal(let list): row.append(list.firstIndex(of: word).map(Double.init) ?? .nan)
          case .number, .calendar, .part: row.append(Decimal.number(text) ?? .nan)
          }
        }
        let known = column.encodings.flatMap(\.words)
        if known.isEmpty ? Decimal.number(text) == nil : !known.contains(word) {
          return (
            [],
            [
              TableProblem.predictWord(
                column: column.name, value: text, known: known, place: place)
            ]
          )
        }
      }
      rows.append(row)
    }
    return (rows, [])
  }
}
