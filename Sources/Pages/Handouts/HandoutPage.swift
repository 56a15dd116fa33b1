import Archives
import Diagnostics
import Figures
import Lessons
import Paper
import Mustache
import Phrases
import Prose
import Publishing

/// Builds a hand-out's page in one language.
struct HandoutPage {
  let content: HandoutContent
  let language: Language
  let phrases: PhraseCatalogue
  let templates: HandoutTemplates

  private var notebook: Notebook { content.notebook }
  private var edition: HandoutEdition { content.edition }
  private var numbers: NumberStyle { phrases.numbers(notebook.region) }

  func html() -> String {
    let values = LessonValues(
      notebook: notebook, results: content.results, language: language, phrases: phrases)
    let text = HandoutText(
      content.prose.templates(language, edition), values: values, edition: edition,
      isNotebook: false)
    var body = HandoutBody(
      content: content, language: language, phrases: phrases, templates: templates, values: values)
    let html = body.html(text)
    let theme = content.branding.paperTheme
    let styles = [templates.style] + [theme].compactMap { $0 } + [pageRules]
    let hasForm = edition == .student && body.hasBlanks
    let value = HandoutValue(
      locale: phrases.locale(notebook.region),
      title: notebook.title[language],
      policy: templates.policy(styles: styles, runsScript: hasForm),
      generator: Program.generator,
      styles: styles,
      edition: theme == nil ? edition.rawValue : "\(edition.rawValue) themed",
      logo: content.branding.logo?.source,
      logoText: notebook.course.institution == nil ? phrases["page.logo"] : "",
      stamp: edition == .teacher ? phrases["handout.stamp"] : nil,
      editionName: phrases["handout.edition.\(edition.rawValue)"],
      course: course,
      fields: edition == .teacher
        ? []
        : ["name", "code", "team", "date"].map {
          HandoutValue.Field(label: phrases["handout.\($0)"], size: $0)
        },
      grade: body.points == 0
        ? nil
        : phrases[
          edition == .teacher ? "handout.total" : "handout.grade",
          ["points": numbers.significant(body.points)]],
      body: html,
      form: hasForm ? form : nil,
      script: templates.script,
      colophon: colophon)
    return templates.render("handout", value)
  }

  var course: [String] {
    let course = notebook.course
    var items = [course.institution, course.program, course.subject].compactMap { $0?[language] }
    for (name, text) in [("term", course.term), ("group", course.group)] {
      let value = text?[language] ?? "________"
      items.append(
        phrases["handout.labelled", ["label": phrases["page.course.\(name)"], "value": value]])
    }
    return items
  }

  private var form: HandoutValue.Form {
    let columns = phrases.answerFile
    // Whatever the language of the sheet: a class hands in files of one name.
    let file = content.answerFileName
    return HandoutValue.Form(
      button: phrases["handout.download"], note: phrases["handout.downloadNote", ["file": file]],
      scriptless: phrases[
        "handout.scriptless",
        ["file": file, "question": columns.question, "answer": columns.answer]],
      file: file, question: columns.question, answer: columns.answer)
  }

  var colophon: [String] {
    var items: [String] = []
    if let work = notebook.course.basedOn {
      items.append(phrases["page.basedOn", ["work": work[language]]])
    }
    items.append("\(phrases["page.seed"]): \(notebook.seed)")
    items.append(Program.generator)
    if edition == .teacher {
      let hash = DataHash.of(content.inputs.map { ($0.name, $0.sha256) })
      items.append("\(phrases["page.dataHash"]): \(hash.prefix(16))")
    }
    return items
  }

  /// CSS for paper size and running headers; the style sheet has the rest.
  private var pageRules: String {
    let size = content.paper == .letter ? "letter" : "A4"
    let stamp = edition == .teacher ? phrases["handout.stamp"] : ""
    let title = notebook.title[language]
    let short = title.count > 60 ? title.prefix(59) + "…" : title[...]
    let page = phrases["handout.page"]
    return """
      @page {
        size: \(size);
        @top-center { content: \(Self.quoted(stamp)); }
        @bottom-left { content: \(Self.quoted(String(short))); }
        @bottom-right { content: \(Self.quoted(page + " ")) counter(page) " / " counter(pages); }
      }

      """
  }

  /// A CSS string in which everything but letters, digits and spaces is escaped.
  private static func quoted(_ text: String) -> String {
    let scalars = text.unicodeScalars.map { scalar -> String in
      let isPlain = scalar.value < 128 && scalar.properties.isAlphabetic || scalar == " "
      return isPlain ? String(scalar) : "\\\(String(scalar.value, radix: 16)) "
    }
    return "\"\(scalars.joined())\""
  }
}

/// The input of a hand-out's files after training.
struct HandoutContent: Sendable {
  var notebook: Notebook
  var edition: HandoutEdition
  var paper: PageFormat
  /// By lesson.
  var results: [String: LessonResult]
  var prose: HandoutProse
  var printed: PrintedDecimals
  var branding: Branding
  var inputs: [InputFile]
  /// The name of the answer file in the notebook's first language.
  var answerFileName: String
  /// The figures in all languages; for students only those without results.
  var figures: [DrawnFigure] = []
}

/// The page template, style sheet and script of hand-outs in `templates/report`.
struct HandoutTemplates: Sendable {
  let style: String
  let script: String
  private let library: MustacheLibrary

  init(templates: String) throws(TemplateError) {
    library = try PageTemplates.library(["handout"], templates: templates)
    style = try PageTemplates.text("\(templates)/report/handout.css")
    script = try PageTemplates.text("\(templates)/report/answers.js")
  }

  /// Renders a template. Precondition: it is one of the hand-outs'.
  func render(_ name: String, _ value: Any) -> String {
    guard let text = library.render(value, withTemplate: name) else {
      preconditionFailure("no template is named \(name)")
    }
    return text
  }

  /// The Content-Security-Policy of a page with these style sheets, and with the script if it is to
  /// run.
  func policy(styles: [String], runsScript: Bool) -> String {
    PageTemplates.policy(styles: styles, scripts: runsScript ? [script] : [])
  }
}
