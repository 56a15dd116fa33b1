import Lessons
import Phrases

/// An exercise as the Markdown of a cell, with room for the answer or with the key.
struct ExerciseMarkdown {
  let key: AnswerKey
  let phrases: PhraseCatalogue
  let edition: HandoutEdition

  private var page: ExerciseHTML { ExerciseHTML(key: key, phrases: phrases, edition: edition) }

  func text(_ exercise: Exercise, lesson: String, number: Int) -> String {
    let entries = key.entries(exercise, lesson: lesson)
    let label = phrases["handout.question", ["number": String(number)]]
    let ask = MarkdownText.escaped(key.text(exercise.ask, lesson: lesson))
    let points = exercise.points == 0 ? "" : "(\(page.points(exercise.points))) "
    var text = "**\(label)** \(points)\(ask)\n\n"
    if exercise.kind == .choice {
      for index in exercise.choices.indices {
        let choice = MarkdownText.escaped(key.text(exercise.choices[index], lesson: lesson))
        text += "- \(Exercise.letter(index))) \(choice)\n"
      }
      text += "\n"
    }
    if let table = exercise.table { return text + self.table(table, entries, lesson: lesson) }
    guard edition == .teacher else { return text + "> **\(phrases["handout.yourAnswer"])** \n" }
    let answer = entries[0].blank.answer == nil ? phrases["handout.open"] : shown(entries[0])
    return text + "> **\(phrases["handout.answer"])** \(answer)\n"
  }

  private func table(
    _ table: ExerciseTable, _ entries: [AnswerKey.Entry], lesson: String
  ) -> String {
    var rest = entries[...]
    func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }
    var text = row(table.columns.map { MarkdownText.escaped(key.text($0, lesson: lesson)) })
    text += row(table.columns.map { _ in "---" })
    for cells in table.rows {
      text += row(
        cells.map { cell in
          switch cell {
          case .text(let text): MarkdownText.escaped(key.text(text, lesson: lesson))
          case .blank: edition == .teacher ? shown(rest.removeFirst()) : " "
          }
        })
    }
    return text
  }

  private func shown(_ entry: AnswerKey.Entry) -> String {
    MarkdownText.escaped(page.shownText(entry))
  }
}

/// Escapes plain text for Markdown.
enum MarkdownText {
  /// Puts a backslash before every character that may have a meaning, and replaces line ends by
  /// spaces.
  static func escaped(_ text: String) -> String {
    text.reduce(into: "") { result, character in
      if character.isNewline { return result.append(" ") }
      if "\\`*_{}[]<>#|~$!&".contains(character) { result.append("\\") }
      result.append(character)
    }
  }
}
