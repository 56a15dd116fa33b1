import Drawing
import Lessons

/// The HTML of a lesson: its prose with what it places, then what it does not.
struct LessonBody {
  let lesson: Lesson
  let content: ReportContent
  let language: Language
  let kind: EditionBuilder.Kind
  let phrases: PhraseCatalogue
  let templates: PageTemplates
  let numbers: NumberStyle
  let figures: [DrawnFigure]
  /// Figures of the edition so far: they are numbered through.
  private(set) var figureCount: Int
  private var placed: Set<String> = []

  init(
    lesson: Lesson, content: ReportContent, language: Language, kind: EditionBuilder.Kind,
    phrases: PhraseCatalogue, templates: PageTemplates, numbers: NumberStyle,
    figures: [DrawnFigure], figureCount: Int
  ) {
    self.lesson = lesson
    self.content = content
    self.language = language
    self.kind = kind
    self.phrases = phrases
    self.templates = templates
    self.numbers = numbers
    self.figures = figures
    self.figureCount = figureCount
  }

  mutating func html() -> String {
    var html = ""
    for figure in figures where !placed.contains(figure.figure.name) {
      html += self.html(figure)
    }
    return html
  }

  private mutating func html(_ figure: DrawnFigure) -> String {
    placed.insert(figure.figure.name)
    figureCount += 1
    let label = phrases["page.figure", ["number": String(figureCount)]]
    let source =
      kind == .linked ? figure.path : "data:image/png;base64,\(Base64.encode(figure.png))"
    let value = FigureValue(
      figure, label: label, source: source, isLinked: kind == .linked, phrases: phrases,
      numbers: numbers)
    return templates.render("figure", value)
  }
}
