import Drawing
import Figures
import Pages
import Paper
import Phrases

extension StudentPage {
  /// The page for paper.
  var document: PaperDocument {
    let value = value
    let blocks =
      masthead(value) + result(value) + claims(value) + figures(value) + code(value) + files(value)
    return PaperDocument(
      title: "\(value.title) – \(value.heading)", language: plan.locale,
      format: PageFormat(plan.notebook.region), footer: "\(value.title) · \(value.heading)",
      pageWord: plan.reportPhrases["handout.page"],
      blocks: blocks + [.rule, .smallPrint(Self.line(value.colophon))])
  }

  private static func line(_ items: [Value.Item]) -> PaperText {
    items.enumerated().flatMap { index, item in
      [PaperRun((index > 0 ? " · " : "") + "\(item.label)\u{A0}"), PaperRun(item.value, .bold)]
    }
  }

  private static func text(_ text: String) -> PaperBlock { .paragraph([PaperRun(text)]) }

  private static func list(_ items: [PaperText]) -> PaperBlock {
    .list(PaperList(.bullet, items: items.map { [.paragraph($0)] }))
  }

  private func masthead(_ value: Value) -> [PaperBlock] {
    (value.institution.map { [.smallPrint([PaperRun($0)])] } ?? []) + [
      .heading(level: 1, [PaperRun(value.title)]),
      .paragraph([PaperRun(value.heading, .bold)]), .smallPrint(Self.line(value.facts)),
    ]
  }

  private func result(_ value: Value) -> [PaperBlock] {
    var blocks: [PaperBlock] = [.heading(level: 2, [PaperRun(value.gradeTitle)])]
    for notice in value.notices { blocks.append(.box([Self.text(notice)])) }
    blocks.append(.paragraph([PaperRun(value.gradeText, .bold)]))
    if let comment = value.comment { blocks.append(.quote([Self.text(comment)])) }
    if value.hasProblems {
      blocks.append(.heading(level: 3, [PaperRun(value.problemsTitle)]))
      blocks.append(Self.list(value.problems.map { [PaperRun($0)] }))
    }
    if value.hasCriteria {
      blocks.append(
        .table(
          PaperTable(
            caption: [PaperRun(value.criteriaLabel)], alignments: [.left, .left, .right],
            head: value.columns.map { [PaperRun($0)] },
            rows: value.criteria.map { row in
              [
                [PaperRun("\(row.mark) \(row.verdict)")], [PaperRun(row.text)],
                [PaperRun(row.points)],
              ]
            })))
    }
    return blocks
  }

  private func claims(_ value: Value) -> [PaperBlock] {
    guard value.hasClaims else { return [] }
    var table = PaperTable(
      caption: [PaperRun(value.claimsLabel)], alignments: [.left, .right, .right, .right],
      head: value.claimColumns.map { [PaperRun($0)] },
      rows: value.claims.map { row in
        [row.name, row.claimed, row.ours, row.range].map { [PaperRun($0)] }
      })
    table.hasRowHeadings = true
    return [
      .heading(level: 2, [PaperRun(value.claimsTitle)]), .table(table), Self.text(value.claimsNote),
    ]
  }

  private func figures(_ value: Value) -> [PaperBlock] {
    guard value.hasFigures else { return [] }
    let blocks = figures.enumerated().compactMap { index, drawn -> PaperBlock? in
      guard let picture = drawn.picture else { return nil }
      let own = value.figures[index]
      return .figure(
        PaperFigure(
          picture: picture, alt: own.alt,
          caption: [PaperRun("\(own.label). ", .bold), PaperRun(own.caption)]))
    }
    return [.heading(level: 2, [PaperRun(value.figuresTitle)])] + blocks
  }

  private func code(_ value: Value) -> [PaperBlock] {
    guard value.hasCode else { return [] }
    return [
      .heading(level: 2, [PaperRun(value.codeTitle)]), Self.text(value.codeIntro),
      .code(value.code),
    ]
  }

  private func files(_ value: Value) -> [PaperBlock] {
    guard value.hasFiles else { return [] }
    return [
      .heading(level: 2, [PaperRun(value.filesTitle)]),
      Self.list(value.files.map { [PaperRun($0.label, .code), PaperRun(": \($0.value)")] }),
    ] + value.notes.map(Self.text)
  }
}
