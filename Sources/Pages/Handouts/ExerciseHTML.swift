import Lessons
import Phrases
import Prose

/// An exercise as HTML: form fields and ruled lines for students, the key for teachers.
struct ExerciseHTML {
  let key: AnswerKey
  let phrases: PhraseCatalogue
  let edition: HandoutEdition

  /// - Parameter number: the number of the question in the hand-out, from 1.
  func html(_ exercise: Exercise, lesson: String, number: Int) -> String {
    let entries = key.entries(exercise, lesson: lesson)
    let anchor = "q-\(exercise.id)"
    let ask = key.text(exercise.ask, lesson: lesson)
    let label = phrases["handout.question", ["number": String(number)]]
    var html = """
      <div class="exercise" id="\(anchor)">
      <p class="ask"><b class="label">\(HTML.escaped(label))</b> \
      \(pointsSpan(exercise.points))\
      <span id="\(anchor)-ask">\(HTML.escaped(ask))</span>
      """
    if exercise.kind == .number, edition == .student {
      html += " " + field(entries[0].blank, labelledBy: "\(anchor)-ask")
    }
    html += "</p>\n"
    switch exercise.kind {
    case .number:
      if edition == .student, exercise.lines > 1 { html += Self.lines(exercise.lines) }
    case .text:
      if edition == .student {
        html +=
          "<textarea class=\"ruled\" rows=\"\(exercise.lines)\" placeholder=\" \" data-id=\"\(exercise.id)\" aria-labelledby=\"\(anchor)-ask\"></textarea>\n"
          + Self.lines(exercise.lines)
      }
    case .choice: html += choices(exercise, lesson: lesson, chosen: entries[0].choice)
    case .table: html += table(exercise, entries, lesson: lesson)
    }
    if edition == .teacher, exercise.kind != .table { html += self.answer(entries[0]) }
    return html + "</div>\n"
  }

  /// The points of a question; empty for zero.
  private func pointsSpan(_ points: Double) -> String {
    points == 0
      ? "" : "<span class=\"points\">(\(HTML.escaped(self.points(points))))</span> "
  }

  func points(_ points: Double) -> String {
    points == 1
      ? phrases["handout.point"]
      : phrases["handout.points", ["count": key.numbers.significant(points)]]
  }

  /// Ruled lines to write on.
  static func lines(_ count: Int) -> String {
    "<div class=\"lines\" aria-hidden=\"true\">\(String(repeating: "<i></i>", count: count))</div>\n"
  }

  private func field(_ blank: ExerciseBlank, labelledBy label: String? = nil) -> String {
    let name =
      label.map { "aria-labelledby=\"\($0)\"" }
      ?? "aria-label=\"\(HTML.escaped(blank.ask[key.values.language]))\""
    let mode = blank.kind == .number ? " inputmode=\"decimal\"" : ""
    let unit = blank.unit.map { "\u{a0}\(HTML.escaped($0[key.values.language]))" } ?? ""
    return
      "<span class=\"blank\"><input type=\"text\" class=\"\(blank.kind.rawValue)-answer\" data-id=\"\(HTML.escaped(blank.id))\" \(name)\(mode) autocomplete=\"off\" spellcheck=\"false\">\(unit)</span>"
  }

  private func choices(_ exercise: Exercise, lesson: String, chosen: Int?) -> String {
    let items = exercise.choices.indices.map { index in
      let letter = Exercise.letter(index)
      let text = "\(letter)) \(HTML.escaped(key.text(exercise.choices[index], lesson: lesson)))"
      guard edition == .student else {
        return index == chosen ? "<li><b>\(text)</b> ✓</li>" : "<li>\(text)</li>"
      }
      return
        "<li><label><input type=\"radio\" name=\"\(exercise.id)\" data-id=\"\(exercise.id)\" value=\"\(letter)\"> \(text)</label></li>"
    }
    return
      "<div role=\"group\" aria-labelledby=\"q-\(exercise.id)-ask\">\n<ul class=\"choices\">\n\(items.joined(separator: "\n"))\n</ul>\n</div>\n"
  }

  private func table(
    _ exercise: Exercise, _ entries: [AnswerKey.Entry], lesson: String
  ) -> String {
    guard let table = exercise.table else { return "" }
    let heads = table.columns.map {
      "<th scope=\"col\">\(HTML.escaped(key.text($0, lesson: lesson)))</th>"
    }
    var rest = entries[...]
    let rows = table.rows.map { row in
      let cells = row.map { cell -> String in
        switch cell {
        case .text(let text): return "<td>\(HTML.escaped(key.text(text, lesson: lesson)))</td>"
        case .blank:
          let entry = rest.removeFirst()
          return edition == .student
            ? "<td class=\"open\">\(field(entry.blank))</td>"
            : "<td class=\"key\">\(shown(entry))</td>"
        }
      }
      return "<tr>\(cells.joined())</tr>\n"
    }
    return
      "<table class=\"fill\"><thead><tr>\(heads.joined())</tr></thead>\n<tbody>\n\(rows.joined())</tbody></table>\n"
  }

  private func answer(_ entry: AnswerKey.Entry) -> String {
    let text = entry.blank.answer == nil ? HTML.escaped(phrases["handout.open"]) : shown(entry)
    return "<p class=\"key\"><b>\(HTML.escaped(phrases["handout.answer"]))</b> \(text)</p>\n"
  }

  /// The answer with its unit, followed by the range over seeds.
  private func shown(_ entry: AnswerKey.Entry) -> String {
    var html = HTML.escaped(withUnit(entry))
    if let range = range(entry) {
      html += " <span class=\"range\">\(HTML.escaped(range))</span>"
    }
    return html
  }

  /// The same as plain text.
  func shownText(_ entry: AnswerKey.Entry) -> String {
    ([withUnit(entry)] + (range(entry).map { [$0] } ?? [])).joined(separator: " ")
  }

  func withUnit(_ entry: AnswerKey.Entry) -> String {
    guard let unit = entry.blank.unit?[key.values.language], !entry.text.isEmpty,
      !entry.text.hasSuffix(unit)
    else { return entry.text }
    return "\(entry.text)\u{a0}\(unit)"
  }

  func range(_ entry: AnswerKey.Entry) -> String? {
    guard let seeds = entry.seeds else { return nil }
    let range = seeds.range
    let (low, high) = (
      key.numbers.between(range.lowerBound, range), key.numbers.between(range.upperBound, range)
    )
    let count = String(seeds.count)
    let text =
      low == high
      ? phrases["handout.sameSeeds", ["count": count]]
      : phrases["handout.seeds", ["count": count, "low": low, "high": high]]
    return "(\(text))"
  }
}
