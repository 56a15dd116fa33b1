import Lessons
import Paper
import Phrases
import Prose

/// An exercise on paper: for students blanks and lines, for teachers the key.
struct ExercisePaper {
  let key: AnswerKey
  let phrases: PhraseCatalogue
  let edition: HandoutEdition

  private static let numberBlank = 80.0

  /// - Parameter number: of the question within the hand-out, from 1.
  func blocks(_ exercise: Exercise, lesson: String, number: Int) -> [PaperBlock] {
    let entries = key.entries(exercise, lesson: lesson)
    var ask: PaperText = [
      PaperRun(phrases["handout.question", ["number": String(number)]], .bold), PaperRun(" "),
    ]
    if exercise.points != 0 {
      ask.append(PaperRun("(\(points(exercise.points))) ", .muted))
    }
    ask.append(PaperRun(key.text(exercise.ask, lesson: lesson)))
    let isStudent = edition == .student
    if exercise.kind == .number, isStudent { ask += [PaperRun(" ")] + blank(entries[0].blank) }
    var blocks = [PaperBlock.paragraph(ask)]
    switch exercise.kind {
    case .number: if isStudent, exercise.lines > 1 { blocks.append(.ruledLines(exercise.lines)) }
    case .text: if isStudent { blocks.append(.ruledLines(exercise.lines)) }
    case .choice: blocks.append(choices(exercise, lesson, chosen: entries[0].choice))
    case .table: blocks += table(exercise, entries, lesson).map { [.table($0)] } ?? []
    }
    if !isStudent, exercise.kind != .table { blocks.append(answer(entries[0])) }
    return [.together(blocks)]
  }

  private func points(_ points: Double) -> String {
    points == 1
      ? phrases["handout.point"]
      : phrases["handout.points", ["count": key.numbers.significant(points)]]
  }

  private func blank(_ blank: ExerciseBlank) -> PaperText {
    let unit = blank.unit.map { [PaperRun("\u{A0}\($0[key.values.language])")] } ?? []
    return [.blank(Self.numberBlank)] + unit
  }

  private func choices(_ exercise: Exercise, _ lesson: String, chosen: Int?) -> PaperBlock {
    let items = exercise.choices.indices.map { index -> [PaperBlock] in
      let text =
        "\(Exercise.letter(index))) \(key.text(exercise.choices[index], lesson: lesson))"
      let isRight = edition == .teacher && index == chosen
      return [.paragraph(isRight ? [PaperRun(text, .bold), PaperRun(" ✓")] : [PaperRun(text)])]
    }
    return .list(PaperList(edition == .student ? .task : .none, items: items))
  }

  private func table(
    _ exercise: Exercise, _ entries: [AnswerKey.Entry], _ lesson: String
  ) -> PaperTable? {
    guard let source = exercise.table else { return nil }
    var rest = entries[...]
    let rows = source.rows.map { row in
      row.map { cell -> PaperText in
        switch cell {
        case .text(let text): return [PaperRun(key.text(text, lesson: lesson))]
        case .blank:
          let entry = rest.removeFirst()
          guard edition == .student else { return shown(entry) }
          let unit = entry.blank.unit?[key.values.language]
          return [PaperRun(unit.map { "            \u{A0}\($0)" } ?? "", .muted)]
        }
      }
    }
    var table = PaperTable(
      alignments: source.columns.map { _ in .left },
      head: source.columns.map { [PaperRun(key.text($0, lesson: lesson))] }, rows: rows)
    table.isForm = true
    return table
  }

  private func answer(_ entry: AnswerKey.Entry) -> PaperBlock {
    let text =
      entry.blank.answer == nil
      ? [PaperRun(phrases["handout.open"], .italic)] : shown(entry)
    return .quote([.paragraph([PaperRun(phrases["handout.answer"] + " ", .bold)] + text)])
  }

  /// The answer with its unit, and behind it the range of the seeds.
  private func shown(_ entry: AnswerKey.Entry) -> PaperText {
    let writer = ExerciseHTML(key: key, phrases: phrases, edition: edition)
    let range = writer.range(entry).map { [PaperRun(" " + $0, .muted)] } ?? []
    return [PaperRun(writer.withUnit(entry))] + range
  }
}
