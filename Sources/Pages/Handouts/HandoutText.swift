import Prose

/// A figure placed by a hand-out's text.
struct PlacedFigure {
  let lesson: String
  let name: String
  /// Whether it is in a column, half as wide as the page.
  let isNarrow: Bool
}

/// A hand-out's text after evaluating sections and values: Markdown with slots.
struct HandoutText {
  enum Block {
    /// A directive and the lesson it refers to.
    case place(Directive.Kind, lesson: String)
    /// Side-by-side columns: start, separator, end.
    case openColumns, nextColumn, closeColumns
    /// The notes after the sheet, for teachers only.
    case openNotes, closeNotes
  }

  private(set) var text = ""
  private(set) var values: [String] = []
  private(set) var blocks: [Block] = []
  /// Without duplicates.
  private(set) var figures: [PlacedFigure] = []

  private let source: LessonValues
  private let edition: HandoutEdition
  private let isNotebook: Bool
  private var lesson: String
  private var isInColumns = false

  /// - Parameters:
  ///   - templates: the sheet, optionally followed by notes; each starts with the names of the
  ///     first lesson.
  ///   - isNotebook: keeps the sections for notebooks instead of those for paper.
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

  /// Drops empty columns; a single remaining one is not a column.
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

  /// Adds a block on a line of its own.
  private mutating func add(_ block: Block) {
    text += "\n\n" + SlotText.block(blocks.count) + "\n\n"
    blocks.append(block)
  }
}

/// Sections that exist only in hand-outs.
enum HandoutSection: String, CaseIterable {
  case teacher, student
  /// Only on paper, or only in the Colab notebook.
  case paper, notebook
  /// Side-by-side columns, separated by `{{column}}`.
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
