import Archives
import Diagnostics
import Figures
import Lessons
import Neural
import Phrases
import Prose
import Publishing

/// Builds the value of a report in one language: everything its page shows.
struct EditionBuilder {
  /// Whether a page is part of the report folder or a single file.
  enum Kind {
    /// Links to pictures and data next to it.
    case linked
    /// Contains its pictures and links to nothing.
    case alone
  }

  let content: ReportContent
  let language: Language
  let kind: Kind
  let phrases: PhraseCatalogue
  let templates: PageTemplates
  /// The figures in this language.
  let figures: [DrawnFigure]

  private var notebook: Notebook { content.notebook }
  private var numbers: NumberStyle { phrases.numbers(notebook.region) }

  func edition(isFirst: Bool) -> EditionValue {
    let course = courseItems
    var figureCount = 0
    var sections = content.lessons.enumerated().map { index, lesson in
      section(lesson, number: index + 1, figureCount: &figureCount)
    }
    let glossary = link(&sections)
    return EditionValue(
      language: language.rawValue,
      locale: phrases.locale(notebook.region),
      languageName: phrases.languageName,
      file: phrases.pageName,
      isFirst: isFirst,
      labels: EditionValue.Labels(
        skip: phrases["page.skip"], contents: phrases["page.contents"],
        glossary: phrases["page.glossary"]),
      title: notebook.title[language],
      logo: content.branding.logo?.source,
      logoText: notebook.course.institution == nil ? phrases["page.logo"] : "",
      institution: notebook.course.institution?[language],
      hasCourse: !course.isEmpty,
      course: course,
      basedOn: notebook.course.basedOn.map { phrases["page.basedOn", ["work": $0[language]]] },
      partial: content.only.map {
        phrases["page.partial", ["lessons": $0.joined(separator: ", ")]]
      },
      changes: content.changes.flatMap { comparison in
        ChangesBuilder(
          content: content, comparison: comparison, language: language, phrases: phrases
        ).value
      },
      lessons: sections,
      hasTrial: sections.contains(where: \.hasTrial),
      hasGlossary: !glossary.isEmpty,
      glossary: glossary,
      colophon: colophon,
      files: kind == .alone ? [] : links)
  }

  /// Links the first use of each term in the sections and collects the explanations of those terms.
  private func link(_ sections: inout [SectionValue]) -> [EditionValue.GlossaryItem] {
    guard let glossary = content.glossaries[language] else { return [] }
    var linker = GlossaryLinker(glossary, language: language)
    for index in sections.indices { sections[index].body = linker.link(sections[index].body) }
    return linker.used.map { term in
      EditionValue.GlossaryItem(
        anchor: linker.anchor(of: term), name: term.name, explanation: term.explanation,
        use: linker.useAnchor(of: term),
        backLabel: phrases["page.backToText", ["term": term.name]])
    }
  }

  var courseItems: [EditionValue.Item] {
    let course = notebook.course
    let texts: [(String, LocalizedText?)] = [
      ("author", course.author), ("program", course.program), ("subject", course.subject),
      ("term", course.term), ("group", course.group),
    ]
    return texts.compactMap { name, text in
      text.map { EditionValue.Item(label: phrases["page.course.\(name)"], value: $0[language]) }
    }
  }

  var colophon: [EditionValue.Item] {
    let hash = DataHash.of(content.inputs.map { ($0.name, $0.sha256) })
    return [
      EditionValue.Item(label: phrases["page.seed"], value: String(notebook.seed)),
      EditionValue.Item(
        label: phrases["page.program"], value: Program.generator),
      EditionValue.Item(label: phrases["page.dataHash"], value: String(hash.prefix(16))),
    ]
  }

  private var links: [EditionValue.Link] {
    [
      EditionValue.Link(before: phrases["page.singleFile"], file: phrases.pageName),
      EditionValue.Link(before: phrases["page.resultsFile"], file: Manifest.resultsName),
    ]
  }

  func section(
    _ lesson: Lesson, number: Int, figureCount: inout Int
  ) -> SectionValue {
    let facts = factItems(lesson)
    let trial = TryItBuilder(context(lesson))?.value(
      anchor: "\(language.rawValue)-try-\(lesson.id)")
    let body = LessonBody(
      lesson: lesson, template: content.prose.template(lesson.id, language), renderer: renderer,
      kind: kind, phrases: phrases, templates: templates, numbers: numbers,
      figures: figures.filter { $0.lesson == lesson.id },
      hasResult: content.results[lesson.id] != nil,
      isLarge: content.results[lesson.id].map { $0.parameterCount >= ResultsFile.weightLimit }
        ?? false,
      trial: trial)
    return SectionValue(
      anchor: "\(language.rawValue)-\(lesson.id)", number: String(number),
      title: lesson.title[language], notices: notices(lesson), hasFacts: !facts.isEmpty,
      facts: facts, body: body.html(figureCount: &figureCount), hasTrial: trial != nil)
  }

  private func context(_ lesson: Lesson) -> FigureContext {
    FigureContext(
      notebook: notebook, lesson: lesson, result: content.results[lesson.id],
      others: content.results, language: language, phrases: phrases)
  }

  var renderer: ProseRenderer {
    ProseRenderer(
      values: LessonValues(
        notebook: notebook, results: content.results, language: language, phrases: phrases))
  }

  /// The warnings of a lesson.
  func notices(_ lesson: Lesson) -> [String] {
    guard let result = content.results[lesson.id] else { return [] }
    var notices: [String] = []
    if result.data.kind == .drawnImages { notices.append(phrases["page.substitute"]) }
    if let divergence = result.history.divergence {
      notices.append(
        phrases[
          "page.diverged",
          ["epoch": numbers.string(divergence.epoch), "step": numbers.string(divergence.step)]])
    }
    return notices
  }

  /// The lesson's key facts.
  func factItems(_ lesson: Lesson) -> [EditionValue.Item] {
    guard let result = content.results[lesson.id] else { return [] }
    func item(_ key: String, _ value: String) -> EditionValue.Item {
      EditionValue.Item(label: phrases["page.facts.\(key)"], value: value)
    }
    var items = [item("rows", numbers.string(result.data.rows))]
    if result.data.testRows > 0 {
      items.append(item("testRows", numbers.string(result.data.testRows)))
    }
    items.append(item("parameters", numbers.string(result.parameterCount)))
    if let losses = result.history["loss"], let last = losses.last {
      items.append(item("epochs", numbers.string(losses.count)))
      items.append(item("loss", numbers.significant(last)))
      if let accuracy = result.history["accuracy"]?.last {
        items.append(item("accuracy", numbers.percent(accuracy)))
      }
    }
    // The loss and the accuracy of a part stand together, never those of two parts.
    var unseen = result.data.testRows > 0 ? result.evaluation : nil
    let part = unseen == nil ? "validation" : "test"
    if unseen == nil, let loss = result.history["val_loss"]?.last {
      unseen = Evaluation(loss: loss, accuracy: result.history["val_accuracy"]?.last)
    }
    if let unseen {
      items.append(item("\(part)Loss", numbers.significant(unseen.loss)))
      if let accuracy = unseen.accuracy {
        items.append(item("\(part)Accuracy", numbers.percent(accuracy)))
      }
    }
    return items
  }
}
