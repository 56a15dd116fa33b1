import Diagnostics
import Figures
import Lessons
import Phrases
import Prose

/// The HTML of a lesson: its prose with everything it places, followed by the parts it does not.
struct LessonBody {
  let lesson: Lesson
  let template: ProseTemplate?
  let renderer: ProseRenderer
  let kind: EditionBuilder.Kind
  let phrases: PhraseCatalogue
  let templates: PageTemplates
  let numbers: NumberStyle
  let figures: [DrawnFigure]
  let hasResult: Bool
  /// Whether the model has more weights than anyone reads individually.
  let isLarge: Bool
  /// The interactive network, if the model is small enough.
  let trial: TryItValue?

  /// - Parameter figureCount: the number of figures in the edition so far, for numbering.
  func html(figureCount: inout Int) -> String {
    var count = figureCount
    var shown: [String] = []
    func place(_ name: String) -> String {
      guard !shown.contains(name), let figure = figures.first(where: { $0.figure.name == name })
      else { return "" }
      shown.append(name)
      count += 1
      return html(figure, number: count)
    }
    var text = ""
    var placed: [Directive.Kind] = []
    if let template {
      let rendered = renderer.render(template, lesson: lesson.id, figure: place)
      text = rendered.html
      placed = rendered.placed
    }
    for figure in figures { text += place(figure.figure.name) }
    figureCount = count
    if hasResult { text += rest(without: placed) }
    if let trial { text += templates.render("try", trial) }
    return text
  }

  /// Every page has the model's summary, weights and code, even if the prose does not place them.
  private func rest(without placed: [Directive.Kind]) -> String {
    var html = ""
    if !placed.contains(.summary) { html += part("summary", [.summary]) }
    if !placed.contains(.table("weights")) {
      html += part("weights", [.table("weights")], isLarge: isLarge)
    }
    let hasCode = placed.contains { if case .keras = $0 { true } else { false } }
    if !hasCode { html += part("code", KerasPart.allCases.map { .keras($0.rawValue) }) }
    return html
  }

  /// - Parameter isLarge: whether it is many pages of numbers, which are folded and not printed.
  private func part(
    _ heading: String, _ blocks: [Directive.Kind], isLarge: Bool = false
  ) -> String {
    let html = blocks.map { renderer.block($0, lesson: lesson.id) }.joined()
    guard !html.isEmpty else { return "" }
    if isLarge {
      return
        "<details><summary>\(HTML.escaped(phrases["page.\(heading)"]))</summary>\n\(html)</details>\n"
    }
    return "<h3>\(HTML.escaped(phrases["page.\(heading)"]))</h3>\n\(html)"
  }

  private func html(_ figure: DrawnFigure, number: Int) -> String {
    let source =
      kind == .linked ? HTML.escaped(figure.path) : figure.embedded
    let value = FigureValue(
      figure, label: phrases["page.figure", ["number": String(number)]], source: source,
      isLinked: kind == .linked, phrases: phrases, numbers: numbers)
    return templates.render("figure", value)
  }
}
