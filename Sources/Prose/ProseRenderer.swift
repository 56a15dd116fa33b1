import Lessons
import Paper

/// Renders checked prose as HTML or for paper with the values of a notebook in one language.
public struct ProseRenderer: Sendable {
  public let values: LessonValues
  private let headingLevel: Int

  /// `headingLevel` is the HTML heading level of `#` in a prose file.
  public init(values: LessonValues, headingLevel: Int = 3) {
    self.values = values
    self.headingLevel = headingLevel
  }

  /// Rendered prose.
  public struct Rendered: Sendable {
    public var html: String
    /// The directives actually placed, in order; sections that are left out place nothing.
    public var placed: [Directive.Kind]
  }

  /// Renders a template; `figure` returns the HTML of a figure by name.
  public func render(
    _ template: ProseTemplate, lesson: String, figure: (String) -> String
  ) -> Rendered {
    var evaluation = Evaluation(lesson: lesson, values: values)
    evaluation.take(template.nodes)
    let html = Markdown(firstHeading: headingLevel).htmlKeepingSlots(evaluation.text)
    let filled = SlotText.filled(
      html, value: { HTML.escaped(evaluation.texts[$0]) },
      block: { block(evaluation.blocks[$0], lesson: lesson, figure: figure) })
    return Rendered(html: filled, placed: evaluation.blocks)
  }

  /// The same as blocks of paper.
  package func paper(
    _ template: ProseTemplate, lesson: String, figure: (String) -> [PaperBlock]
  ) -> (blocks: [PaperBlock], placed: [Directive.Kind]) {
    var evaluation = Evaluation(lesson: lesson, values: values)
    evaluation.take(template.nodes)
    // Each once, in their order: figures are numbered.
    let placed = evaluation.blocks.map { paper($0, lesson: lesson, figure: figure) }
    let writer = PaperWriter(
      firstHeading: headingLevel, value: { evaluation.texts[$0] }, block: { placed[$0] })
    return (writer.paper(Markdown.blocks(evaluation.text)), evaluation.blocks)
  }

  /// A table, a summary or code as blocks of paper.
  package func paper(
    _ kind: Directive.Kind, lesson: String, figure: (String) -> [PaperBlock] = { _ in [] }
  ) -> [PaperBlock] {
    if case .figure(let name) = kind { return figure(name) }
    guard let study = values.study(lesson) else { return [] }
    switch kind {
    case .figure(let name): return figure(name)
    case .table(let name):
      let tables = TableName(rawValue: name).map { LessonTables(study).tables($0) } ?? []
      return tables.map { .table($0.paper) }
    case .summary: return [.output(ModelSummary(study.result.layers).text)]
    case .keras(let name):
      guard let part = KerasPart(rawValue: name) else { return [] }
      let (code, output) = KerasCode(study).cell(part)
      guard !code.isEmpty else { return [] }
      return [.code(code.joined(separator: "\n") + "\n")]
        + (output.isEmpty ? [] : [.output(output.joined(separator: "\n") + "\n")])
    case .handout: return []
    }
  }

  /// A checked template as plain text, for exercise answers.
  public func text(_ template: ProseTemplate, lesson: String) -> String {
    var evaluation = Evaluation(lesson: lesson, values: values)
    evaluation.take(template.nodes)
    return SlotText.filled(
      evaluation.text, value: { evaluation.texts[$0] }, block: { _ in "" })
  }

  /// The HTML of a table, summary or code block.
  public func block(
    _ kind: Directive.Kind, lesson: String, figure: (String) -> String = { _ in "" }
  ) -> String {
    if case .figure(let name) = kind { return figure(name) }
    guard let study = values.study(lesson) else { return "" }
    switch kind {
    case .figure(let name): return figure(name)
    case .table(let name):
      return TableName(rawValue: name).map { LessonTables(study).html($0) } ?? ""
    case .summary: return ModelSummary(study.result.layers).html
    case .keras(let name):
      return KerasPart(rawValue: name).map { KerasCode(study).html($0) } ?? ""
    case .handout: return ""
    }
  }

  /// Evaluates the tree to a text with slots, and the contents of the slots.
  private struct Evaluation {
    let lesson: String
    let values: LessonValues
    var text = ""
    var texts: [String] = []
    var blocks: [Directive.Kind] = []

    mutating func take(_ nodes: [ProseNode]) {
      for node in nodes {
        switch node {
        case .text(let piece): text += piece
        case .value(let tag):
          text += SlotText.value(texts.count)
          texts.append(values.text(tag.name, format: tag.format, in: lesson))
        case .section(let tag, let inner):
          if values.isTrue(tag.name, in: lesson) != tag.isInverted { take(inner) }
        case .directive(let directive):
          text += SlotText.block(blocks.count)
          blocks.append(directive.kind)
        }
      }
    }
  }
}
