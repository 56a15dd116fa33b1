import Datasets
import Diagnostics

/// Finds the blank that an id was meant for.
struct AnswerMatcher {
  /// An id and an answer as they stand in a file, without blanks at either end.
  struct Entry {
    let id: String
    var text: String
    let line: Int
  }

  let blanks: [ExerciseBlank]
  private let folded: [String]

  init(_ blanks: [ExerciseBlank]) {
    self.blanks = blanks
    folded = blanks.map { Self.folded($0.id) }
  }

  /// The blank with that id, else the only one whose id differs in case, accents, blanks or hyphens.
  func blank(_ id: String) -> ExerciseBlank? {
    if let exact = blanks.first(where: { $0.id.utf8.elementsEqual(id.utf8) }) { return exact }
    let wanted = Self.folded(id)
    let matches = folded.indices.filter { folded[$0].utf8.elementsEqual(wanted.utf8) }
    return matches.count == 1 ? blanks[matches[0]] : nil
  }

  func suggestion(for id: String) -> String? { nearest(to: id, among: blanks.map(\.id)) }

  func entries(of table: Table) throws(TableError) -> [Entry] {
    let (questions, answers) = (AnswerFile.questionNames, AnswerFile.answerNames)
    let question = try table.column(matching: questions[0], aliases: Array(questions.dropFirst()))
    let answer = try table.column(matching: answers[0], aliases: Array(answers.dropFirst()))
    return (0..<table.rowCount).compactMap { row in
      let id = table.text(row: row, column: question).trimmingBlanks
      let text = table.text(row: row, column: answer).trimmingBlanks
      guard !id.isEmpty || !text.isEmpty else { return nil }
      return Entry(id: id, text: text, line: table.line(ofRow: row))
    }
  }

  private static func folded(_ id: String) -> String {
    Table.foldedName(id).filter { !"-‐‑–—\u{2212}".contains($0) }
  }
}

extension StringProtocol {
  /// Without white space and byte order marks at either end.
  var trimmingBlanks: String {
    let start = drop { $0.isWhitespace || $0 == "\u{feff}" }
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...last])
  }
}
