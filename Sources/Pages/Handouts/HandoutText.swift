import Lessons
import Prose

/// A figure that a hand-out's text places.
struct PlacedFigure {
  let lesson: String
  let name: String
  /// It stands in a column, half as wide as the page.
  let isNarrow: Bool
}

/// A hand-out's text with its sections decided and its values worked out: Markdown with slots.
struct HandoutText {
  enum Block {
    /// What is placed, and the lesson it is about.
    case place(Directive.Kind, lesson: String)
    /// Columns beside each other: their beginning, the next one, their end.
    case openColumns, nextColumn, closeColumns
    /// What follows the sheet for teachers alone.
    case openNotes, closeNotes
  }

  private(set) var text = ""
  private(set) var values: [String] = []
  private(set) var blocks: [Block] = []
  /// Each once.
  private(set) var figures: [PlacedFigure] = []

  private let source: LessonValues
  private let edition: HandoutEdition
  private let isNotebook: Bool
  private var lesson: String
  private var isInColumns = false

  /// - Parameters:
  ///   - templates: the sheet, perhaps followed by notes; each begins with the names of the first lesson.
  ///   - isNotebook: what is for paper alone is left out, what is for notebooks is kept.
  init(
    _ templates: [ProseTemplate], values: LessonValues, edition: HandoutEdition, isNotebook: Bool
  ) {
    source = values
    self.edition = edition
    self.isNotebook = isNotebook
    lesson = ""
    for (index, template) in templates.enumerated() {
      lesson = values.names.notebook.lessons.first?.id ?? ""
      if index > 0 { add(.openNotes) }
      take(template.nodes)
      text += "\n"
      if index > 0 { add(.closeNotes) }
    }
  }

  private mutating func take(_ nodes: [ProseNode]) {
    for node in nodes {
      switch node {
      case .text(let piece): text += piece
      case .value(let tag):
        text += SlotText.value(values.count)
        values.append(source.text(tag.name, format: tag.format, in: lesson))
      case .section(let tag, let inner): take(tag, inner)
      case .directive(let directive): take(directive)
      }
    }
  }

  private mutating func take(_ tag: SectionTag, _ inner: [ProseNode]) {
    switch HandoutSection(rawValue: tag.name) {
    case .columns where isNotebook: take(inner)
    case .columns: takeColumns(inner)
    case let section?:
      if section.isMet(edition, isNotebook: isNotebook) != tag.isInverted { take(inner) }
    case nil:
      if source.isTrue(tag.name, in: lesson) != tag.isInverted { take(inner) }
    }
  }

  /// Columns that turn out empty are left out, and what remains alone is no column.
  private mutating func takeColumns(_ inner: [ProseNode]) {
    let before = text
    text = ""
    let firstBlock = blocks.count
    let wasInColumns = isInColumns
    isInColumns = true
    take(inner)
    isInColumns = wasInColumns
    var columns = [text]
    for index in firstBlock..<blocks.count {
      guard case .nextColumn = blocks[index] else { continue }
      let last = columns.removeLast()
      let parts = last.split(
        separator: SlotText.block(index), maxSplits: 1, omittingEmptySubsequences: false)
      columns += parts.map(String.init)
    }
    columns = columns.filter { !$0.allSatisfy(\.isWhitespace) }
    text = before
    guard columns.count > 1 else { return text += columns.joined() }
    add(.openColumns)
    for (index, column) in columns.enumerated() {
      if index > 0 { add(.nextColumn) }
      text += column
    }
    add(.closeColumns)
  }

  private mutating func take(_ directive: Directive) {
    switch directive.kind {
    case .handout(.lesson(let id)): lesson = id
    case .handout(.column): if !isNotebook { add(.nextColumn) }
    default:
      text += SlotText.block(blocks.count)
      blocks.append(.place(directive.kind, lesson: lesson))
      if case .figure(let name) = directive.kind,
        !figures.contains(where: { $0.lesson == lesson && $0.name == name })
      {
        figures.append(PlacedFigure(lesson: lesson, name: name, isNarrow: isInColumns))
      }
    }
  }

  /// A block between lines of its own.
  private mutating func add(_ block: Block) {
    text += "\n\n" + SlotText.block(blocks.count) + "\n\n"
    blocks.append(block)
  }
}

/// The sections that only hand-outs have.
enum HandoutSection: String, CaseIterable {
  case teacher, student
  /// What is printed, and what is in the notebook for Colab.
  case paper, notebook
  /// Beside each other, divided by `{{column}}`.
  case columns

  func isMet(_ edition: HandoutEdition, isNotebook: Bool) -> Bool {
    switch self {
    case .teacher: edition == .teacher
    case .student: edition == .student
    case .paper: !isNotebook
    case .notebook: isNotebook
    case .columns: true
    }
  }
}
