import Archives
import Lessons
import Phrases
import Prose

/// The HTML of a hand-out's text and everything it places.
struct HandoutBody {
  let content: HandoutContent
  let language: Language
  let phrases: PhraseCatalogue
  let templates: HandoutTemplates
  let values: LessonValues

  private var figureCount = 0
  private var questionCount = 0
  /// The ids of the exercises placed so far.
  private var placed: Set<String> = []
  private(set) var points = 0.0
  private(set) var hasBlanks = false

  init(
    content: HandoutContent, language: Language, phrases: PhraseCatalogue,
    templates: HandoutTemplates, values: LessonValues
  ) {
    self.content = content
    self.language = language
    self.phrases = phrases
    self.templates = templates
    self.values = values
  }

  /// - Parameter text: exercises that it places individually are not repeated by `{{exercises}}`.
  mutating func html(_ text: HandoutText) -> String {
    let own = text.exercises
    let blocks = text.blocks.map { block(kind: $0, placedOneByOne: own) }
    return SlotText.filled(
      Markdown(firstHeading: 2).htmlKeepingSlots(text.text),
      value: { HTML.escaped(text.values[$0]) }, block: { blocks[$0] }
    ).replacing("<li>☐ ", with: "<li class=\"task\">")
  }

  private mutating func block(kind: HandoutText.Block, placedOneByOne: Set<String>) -> String {
    switch kind {
    case .openColumns: return "<div class=\"beside\"><div>"
    case .nextColumn: return "</div><div>"
    case .closeColumns: return "</div></div>"
    case .openNotes: return "<div class=\"notes\">"
    case .closeNotes: return "</div>"
    case .place(let directive, let lesson):
      return place(directive, in: lesson, placedOneByOne: placedOneByOne)
    }
  }

  private mutating func place(
    _ kind: Directive.Kind, in id: String, placedOneByOne: Set<String>
  ) -> String {
    switch kind {
    case .figure(let name): return figure(name, in: id)
    case .table, .summary:
      return ProseRenderer(values: values, headingLevel: 2).block(kind, lesson: id)
    case .keras(let name): return code([name], in: id)
    case .handout(let directive):
      switch directive {
      case .exercise(let exercise): return exercises([exercise])
      case .exercises:
        let own = content.notebook.lessons.first { $0.id == id }?.exercises ?? []
        return exercises(own.map(\.id).filter { !placedOneByOne.contains($0) })
      case .code(let parts): return code(parts, in: id)
      case .todo(let parts): return todo(parts, in: id)
      case .sketch(let lines):
        return
          "<div class=\"sketch\">\(String(repeating: "<i></i>", count: lines))</div>\n"
      case .lines(let count): return ExerciseHTML.lines(count)
      case .page: return "<div class=\"page-break\"></div>\n"
      case .lesson, .column: return ""
      }
    }
  }

  private mutating func exercises(_ ids: [String]) -> String {
    let writer = ExerciseHTML(
      key: AnswerKey(values: values, printed: content.printed), phrases: phrases,
      edition: content.edition)
    var html = ""
    for lesson in content.notebook.lessons {
      for exercise in lesson.exercises where ids.contains(exercise.id) {
        guard placed.insert(exercise.id).inserted else { continue }
        questionCount += 1
        points += exercise.points
        hasBlanks = true
        html += writer.html(exercise, lesson: lesson.id, number: questionCount)
      }
    }
    return html
  }

  /// A figure; students get none that shows results.
  private mutating func figure(_ name: String, in lesson: String) -> String {
    let drawn = content.figures.first {
      $0.lesson == lesson && $0.figure.name == name && $0.language == language
    }
    guard let drawn else { return "" }
    figureCount += 1
    let label = phrases["page.figure", ["number": String(figureCount)]]
    let figure = drawn.figure
    return """
      <figure class="\(HTML.escaped(name))"><img src="data:image/png;base64,\(Base64.encode(drawn.png))" \
      width="\(Int(figure.width.rounded()))" height="\(Int(figure.height.rounded()))" \
      alt="\(HTML.escaped(figure.alt))">\
      <figcaption><b>\(HTML.escaped(label)).</b> \(HTML.escaped(figure.caption))</figcaption></figure>

      """
  }

  private func code(_ parts: [String], in lesson: String) -> String {
    let boxes = parts.compactMap { box($0, in: lesson) }
    return boxes.count > 1 ? "<div class=\"boxes\">\n\(boxes.joined())</div>\n" : boxes.joined()
  }

  /// A step's code under its name, without its output.
  private func box(_ part: String, in lesson: String) -> String? {
    guard let study = values.study(lesson), let part = KerasPart(rawValue: part) else { return nil }
    let code = KerasCode(study).cell(part).code
    guard !code.isEmpty else { return nil }
    return "<div class=\"step\"><p>\(HTML.escaped(phrases["handout.step.\(part.rawValue)"]))</p>\n"
      + HTMLWriter.code(code.joined(separator: "\n") + "\n", language: "python") + "</div>\n"
  }

  /// For students, an empty box for each step.
  private func todo(_ parts: [String], in lesson: String) -> String {
    guard content.edition == .student else { return code(parts, in: lesson) }
    let boxes = parts.map { part in
      "<div class=\"step\"><p>\(HTML.escaped(phrases["handout.step.\(part)"]))</p>\n"
        + ExerciseHTML.lines(3) + "</div>\n"
    }
    return boxes.count > 1 ? "<div class=\"boxes\">\n\(boxes.joined())</div>\n" : boxes.joined()
  }
}

extension HandoutText {
  /// The ids of the exercises that are placed individually.
  var exercises: Set<String> {
    Set(
      blocks.compactMap { block in
        if case .place(.handout(.exercise(let id)), _) = block { id } else { nil }
      })
  }
}
