import Drawing
import Figures
import Lessons
import Paper
import Phrases
import Prose
import Publishing

/// A report in one language as blocks of paper: what its page says, but what is folded away there.
struct ReportPaper {
  let builder: EditionBuilder
  /// Of the same language, in the order of the lessons.
  let orders: [FigureOrder]

  /// Of a figure, in its own points: its letters are then larger in print.
  private static let figureWidth = 540.0

  private var content: ReportContent { builder.content }
  private var notebook: Notebook { content.notebook }
  private var phrases: PhraseCatalogue { builder.phrases }

  func document() -> PaperDocument {
    let title = notebook.title[builder.language]
    return PaperDocument(
      title: title, language: phrases.locale(notebook.region),
      format: PageFormat(notebook.region), footer: title, pageWord: phrases["handout.page"],
      blocks: masthead(title) + changes + lessons + glossary + colophon)
  }

  private func masthead(_ title: String) -> [PaperBlock] {
    var blocks: [PaperBlock] = []
    if let logo = content.branding.logo?.png { blocks.append(.logo(logo)) }
    if let institution = notebook.course.institution {
      blocks.append(.smallPrint([PaperRun(institution[builder.language])]))
    }
    blocks.append(.heading(level: 1, [PaperRun(title)]))
    let course = builder.courseItems
    if !course.isEmpty { blocks.append(.smallPrint(Self.line(course))) }
    if let work = notebook.course.basedOn {
      blocks.append(
        .smallPrint([PaperRun(phrases["page.basedOn", ["work": work[builder.language]]])]))
    }
    if let only = content.only {
      let text = phrases["page.partial", ["lessons": only.joined(separator: ", ")]]
      blocks.append(.box([.paragraph([PaperRun(text)])]))
    }
    return blocks
  }

  /// `label value · label value`.
  private static func line(_ items: [EditionValue.Item]) -> PaperText {
    items.enumerated().flatMap { index, item in
      [
        PaperRun((index > 0 ? " · " : "") + "\(item.label)\u{A0}"), PaperRun(item.value, .bold),
      ]
    }
  }

  private var changes: [PaperBlock] {
    guard let comparison = content.changes,
      let value = ChangesBuilder(
        content: content, comparison: comparison, language: builder.language, phrases: phrases
      ).value
    else { return [] }
    return [.heading(level: 2, [PaperRun(value.title)])]
      + value.lessons.flatMap { lesson -> [PaperBlock] in
        var blocks: [PaperBlock] = [
          .heading(level: 3, [PaperRun(lesson.title)]),
          .list(
            PaperList(.bullet, items: lesson.items.map { [.paragraph([PaperRun($0)])] })),
        ]
        if let table = lesson.table {
          // The first of the columns is over the rows' names.
          var paper = PaperTable(
            caption: [PaperRun(table.label)],
            alignments: table.columns.indices.map { $0 == 0 ? .left : .right },
            head: table.columns.map { [PaperRun($0)] },
            rows: table.rows.map { row in ([row.name] + row.cells).map { [PaperRun($0)] } })
          paper.hasRowHeadings = true
          blocks.append(.table(paper))
        }
        return blocks
      }
  }

  private var lessons: [PaperBlock] {
    var figureCount = 0
    return content.lessons.enumerated().flatMap { index, lesson -> [PaperBlock] in
      var blocks: [PaperBlock] = [
        .heading(level: 2, [PaperRun("\(index + 1). \(lesson.title[builder.language])")])
      ]
      for notice in builder.notices(lesson) {
        blocks.append(.box([.paragraph([PaperRun(notice)])]))
      }
      let facts = builder.factItems(lesson)
      if !facts.isEmpty { blocks.append(.smallPrint(Self.line(facts))) }
      return blocks + body(lesson, &figureCount)
    }
  }

  /// Its prose with what it places, then what it does not; weights that nobody reads one by one are
  /// in the page alone.
  private func body(_ lesson: Lesson, _ figureCount: inout Int) -> [PaperBlock] {
    let renderer = builder.renderer
    let own = orders.filter { $0.context.lesson.id == lesson.id }
    var shown: [String] = []
    var count = figureCount
    func place(_ name: String) -> [PaperBlock] {
      guard !shown.contains(name), let order = own.first(where: { $0.name == name }) else {
        return []
      }
      shown.append(name)
      count += 1
      return [figure(order, number: count)]
    }
    var blocks: [PaperBlock] = []
    var placed: [Directive.Kind] = []
    if let template = content.prose.template(lesson.id, builder.language) {
      let prose = renderer.paper(template, lesson: lesson.id, figure: place)
      (blocks, placed) = (prose.blocks, prose.placed)
    }
    for order in own { blocks += place(order.name) }
    figureCount = count
    guard let result = content.results[lesson.id] else { return blocks }
    func part(_ heading: String, _ kinds: [Directive.Kind]) -> [PaperBlock] {
      let inner = kinds.flatMap { renderer.paper($0, lesson: lesson.id) }
      return inner.isEmpty
        ? [] : [.heading(level: 3, [PaperRun(phrases["page.\(heading)"])])] + inner
    }
    if !placed.contains(.summary) { blocks += part("summary", [.summary]) }
    if !placed.contains(.table("weights")), result.parameterCount < ResultsFile.weightLimit {
      blocks += part("weights", [.table("weights")])
    }
    let hasCode = placed.contains { if case .keras = $0 { true } else { false } }
    if !hasCode { blocks += part("code", KerasPart.allCases.map { .keras($0.rawValue) }) }
    return blocks
  }

  private func figure(_ order: FigureOrder, number: Int) -> PaperBlock {
    var order = order
    order.width = min(order.width ?? Self.figureWidth, Self.figureWidth)
    let figure = order.figure()
    let label = phrases["page.figure", ["number": String(number)]]
    return .figure(
      PaperFigure(
        picture: figure.picture, alt: figure.content.alt,
        caption: [PaperRun("\(label). ", .bold), PaperRun(figure.content.caption)]))
  }

  /// The terms that the text of the page links.
  private var glossary: [PaperBlock] {
    guard let glossary = content.glossaries[builder.language] else { return [] }
    var linker = GlossaryLinker(glossary, language: builder.language)
    var figureCount = 0
    for (index, lesson) in content.lessons.enumerated() {
      let section = builder.section(lesson, number: index + 1, figureCount: &figureCount)
      _ = linker.link(section.body)
    }
    guard !linker.used.isEmpty else { return [] }
    return [.heading(level: 2, [PaperRun(phrases["page.glossary"])])]
      + linker.used.map {
        .paragraph([PaperRun("\($0.name). ", .bold), PaperRun($0.explanation)])
      }
  }

  private var colophon: [PaperBlock] {
    [.rule, .smallPrint(Self.line(builder.colophon))]
  }
}
