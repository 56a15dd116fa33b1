import Drawing
import Figures
import Lessons
import Paper
import Phrases
import Prose

/// A hand-out's text with everything that it places, as blocks of paper.
struct HandoutPaper {
  private let page: HandoutPage
  private let values: LessonValues
  private let picture: (_ lesson: String, _ name: String) -> Picture?
  private var figureCount = 0
  private var questionCount = 0
  /// Ids of the exercises placed so far.
  private var placed: Set<String> = []
  private var points = 0.0

  private var content: HandoutContent { page.content }
  private var phrases: PhraseCatalogue { page.phrases }

  /// - Parameter picture: of a figure that the text places.
  init(_ page: HandoutPage, picture: @escaping (_ lesson: String, _ name: String) -> Picture?) {
    self.page = page
    self.picture = picture
    values = LessonValues(
      notebook: page.content.notebook, results: page.content.results, language: page.language,
      phrases: page.phrases)
  }

  func document() -> PaperDocument {
    var paper = self
    let edition = content.edition
    let text = HandoutText(
      content.prose.templates(page.language, edition), values: values, edition: edition,
      isNotebook: false)
    let body = paper.blocks(text)
    let title = content.notebook.title[page.language]
    var document = PaperDocument(
      title: "\(title) · \(phrases["handout.edition.\(edition.rawValue)"])",
      language: phrases.locale(content.notebook.region), format: content.paper,
      footer: title, pageWord: phrases["handout.page"],
      blocks: masthead(title, points: paper.points) + body
        + [.rule, .smallPrint([PaperRun(page.colophon.joined(separator: " · "))])])
    document.kind = edition == .teacher ? .key : .sheet
    if edition == .teacher { document.stamp = phrases["handout.stamp"] }
    return document
  }

  private func masthead(_ title: String, points: Double) -> [PaperBlock] {
    var blocks: [PaperBlock] = []
    if let logo = content.branding.logo?.png { blocks.append(.logo(logo)) }
    blocks.append(.smallPrint([PaperRun(page.course.joined(separator: " · "))]))
    var grade: String?
    if points > 0 {
      let key = content.edition == .teacher ? "handout.total" : "handout.grade"
      grade = phrases[key, ["points": values.numbers.significant(points)]]
    }
    var names: PaperText = []
    if content.edition == .student {
      for (field, width) in [("name", 330.0), ("code", 80), ("team", 80), ("date", 70)] {
        names += [PaperRun(phrases["handout.\(field)"] + "\u{A0}"), .blank(width), PaperRun(" ")]
        if field == "name" { names.append(.lineBreak) }
      }
    }
    if let grade { names.append(PaperRun(grade)) }
    if !names.isEmpty { blocks.append(.paragraph(names)) }
    blocks.append(.heading(level: 1, [PaperRun(title)]))
    blocks.append(
      .smallPrint([PaperRun(phrases["handout.edition.\(content.edition.rawValue)"])]))
    return blocks
  }

  private mutating func blocks(_ text: HandoutText) -> [PaperBlock] {
    let own = text.exercises
    let placed = text.blocks.map { block -> [PaperBlock] in
      guard case .place(let kind, let lesson) = block else { return [] }
      return place(kind, in: lesson, placedOneByOne: own)
    }
    let writer = PaperWriter(
      firstHeading: 2, value: { text.values[$0] }, block: { placed[$0] })
    var blocks: [PaperBlock] = []
    var columns: [[PaperBlock]]?
    for block in Markdown.blocks(text.text) {
      switch PaperWriter.blockIndex(block).map({ text.blocks[$0] }) {
      case .openColumns: columns = [[]]
      case .nextColumn: columns?.append([])
      case .closeColumns:
        if let columns { blocks.append(.columns(columns)) }
        columns = nil
      case .openNotes, .closeNotes: break
      case .place, nil:
        let own = writer.paper(block)
        if columns == nil { blocks += own } else { columns![columns!.count - 1] += own }
      }
    }
    return blocks
  }

  private mutating func place(
    _ kind: Directive.Kind, in id: String, placedOneByOne: Set<String>
  ) -> [PaperBlock] {
    switch kind {
    case .figure(let name): return figure(name, in: id)
    case .table, .summary:
      return ProseRenderer(values: values, headingLevel: 2).paper(kind, lesson: id)
    case .keras(let name): return code([name], in: id)
    case .handout(let directive):
      switch directive {
      case .exercise(let exercise): return exercises([exercise])
      case .exercises:
        let own = content.notebook.lessons.first { $0.id == id }?.exercises ?? []
        return exercises(own.map(\.id).filter { !placedOneByOne.contains($0) })
      case .code(let parts): return code(parts, in: id)
      case .todo(let parts): return todo(parts, in: id)
      case .sketch(let lines): return [.sketch(lines)]
      case .lines(let count): return [.ruledLines(count)]
      // A key is read, and has other lengths than the sheet that the breaks are for.
      case .page: return content.edition == .teacher ? [] : [.pageBreak]
      case .lesson, .column: return []
      }
    }
  }

  private mutating func exercises(_ ids: [String]) -> [PaperBlock] {
    let writer = ExercisePaper(
      key: AnswerKey(values: values), phrases: phrases, edition: content.edition)
    var blocks: [PaperBlock] = []
    for lesson in content.notebook.lessons {
      for exercise in lesson.exercises where ids.contains(exercise.id) {
        guard placed.insert(exercise.id).inserted else { continue }
        questionCount += 1
        points += exercise.points
        blocks += writer.blocks(exercise, lesson: lesson.id, number: questionCount)
      }
    }
    return blocks
  }

  /// Students do not get a figure that shows results.
  private mutating func figure(_ name: String, in lesson: String) -> [PaperBlock] {
    let drawn = content.figures.first {
      $0.lesson == lesson && $0.figure.name == name && $0.language == page.language
    }
    guard let drawn, let picture = picture(lesson, name) else { return [] }
    figureCount += 1
    let label = phrases["page.figure", ["number": String(figureCount)]]
    return [
      .figure(
        PaperFigure(
          picture: picture, alt: drawn.figure.alt,
          caption: [PaperRun("\(label). ", .bold), PaperRun(drawn.figure.caption)]))
    ]
  }

  private func code(_ parts: [String], in lesson: String) -> [PaperBlock] {
    beside(
      parts.compactMap { name in
        guard let study = values.study(lesson), let part = KerasPart(rawValue: name) else {
          return nil
        }
        let code = KerasCode(study).cell(part).code
        guard !code.isEmpty else { return nil }
        return step(name, [.code(code.joined(separator: "\n") + "\n")])
      })
  }

  /// For students a box with room to write in for each step.
  private func todo(_ parts: [String], in lesson: String) -> [PaperBlock] {
    guard content.edition == .student else { return code(parts, in: lesson) }
    return beside(parts.map { step($0, [.ruledLines(3)]) })
  }

  private func step(_ part: String, _ blocks: [PaperBlock]) -> [PaperBlock] {
    [.together([.paragraph([PaperRun(phrases["handout.step.\(part)"], .bold)])] + blocks)]
  }

  /// Steps one after the other, those of a row beside each other.
  private func beside(_ steps: [[PaperBlock]]) -> [PaperBlock] {
    stride(from: 0, to: steps.count, by: 2).map { index in
      .columns([steps[index], index + 1 < steps.count ? steps[index + 1] : []])
    }
  }
}
