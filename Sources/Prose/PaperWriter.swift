import Paper

/// Blocks of Markdown as blocks of paper, with what goes into their slots.
package struct PaperWriter {
  /// The level of `#`, the document's own title having 1.
  private let firstHeading: Int
  private let value: (Int) -> String
  private let block: (Int) -> [PaperBlock]

  package init(
    firstHeading: Int, value: @escaping (Int) -> String, block: @escaping (Int) -> [PaperBlock]
  ) {
    self.firstHeading = firstHeading
    self.value = value
    self.block = block
  }

  func paper(_ blocks: [MarkdownBlock]) -> [PaperBlock] { blocks.flatMap(paper) }

  package func paper(_ block: MarkdownBlock) -> [PaperBlock] {
    switch block {
    case .heading(let level, let text):
      [.heading(level: level + firstHeading - 1, inline(text))]
    case .paragraph(let text): [.paragraph(inline(text))]
    case .code(_, let text): [.code(text)]
    case .quote(let blocks): [.quote(paper(blocks))]
    case .list(let start, let isTight, let items): [list(start, isTight, items)]
    case .table(let table): [.table(self.table(table))]
    case .rule: [.rule]
    case .slot(let text):
      Self.slot(String(String.UnicodeScalarView(text.dropFirst().dropLast()))).map {
        $0.isBlock ? self.block($0.index) : [.paragraph([PaperRun(value($0.index))])]
      } ?? []
    }
  }

  /// The index of the block that a line of its own places.
  package static func blockIndex(_ block: MarkdownBlock) -> Int? {
    guard case .slot(let text) = block,
      let slot = slot(String(String.UnicodeScalarView(text.dropFirst().dropLast()))), slot.isBlock
    else { return nil }
    return slot.index
  }

  /// What stands between the two marks of a slot.
  private static func slot(_ text: String) -> (isBlock: Bool, index: Int)? {
    guard let kind = text.unicodeScalars.first, let index = Int(text.dropFirst()) else {
      return nil
    }
    return (kind == SlotText.blockKind, index)
  }

  private static let task = "☐ "

  private func list(_ start: Int?, _ isTight: Bool, _ items: [[MarkdownBlock]]) -> PaperBlock {
    let isTask =
      start == nil
      && items.allSatisfy {
        guard case .paragraph(let text)? = $0.first else { return false }
        return text.starts(with: Self.task.unicodeScalars)
      }
    let contents = items.map { item -> [PaperBlock] in
      var item = item
      if isTask, case .paragraph(let text) = item[0] {
        item[0] = .paragraph(Array(text.dropFirst(Self.task.unicodeScalars.count)))
      }
      return paper(item)
    }
    let mark: PaperList.Mark = isTask ? .task : start.map { .number(from: $0) } ?? .bullet
    return .list(PaperList(mark, isTight: isTight, items: contents))
  }

  private func table(_ table: MarkdownBlock.Table) -> PaperTable {
    PaperTable(
      alignments: table.alignments.map { alignment in
        switch alignment {
        case .left, nil: .left
        case .center: .center
        case .right: .right
        }
      }, head: table.head.map(inline), rows: table.rows.map { $0.map(inline) })
  }

  func inline(_ text: MarkdownBlock.Text) -> PaperText {
    var parser = InlineParser(text, image: { _ in nil })
    var runs: PaperText = []
    var open: [InlineToken.Span] = []
    func add(_ text: String, _ own: PaperRun.Style = []) {
      var run = PaperRun(text, own)
      for span in open {
        switch span {
        case .emphasis: run.style.insert(.italic)
        case .strong: run.style.insert(.bold)
        // A place in the page is none on paper.
        case .link(let url, _): run.link = url.hasPrefix("#") ? nil : url
        }
      }
      runs.append(run)
    }
    for token in parser.tokens() {
      switch token {
      case .text(let text): add(filled(text))
      case .code(let text): add(filled(text), .code)
      case .lineBreak: runs.append(.lineBreak)
      case .image(_, let alt, _): add(filled(alt))
      case .open(let span): open.append(span)
      case .close: open.removeLast()
      }
    }
    return runs
  }

  private func filled(_ text: String) -> String {
    text.unicodeScalars.split(separator: Markdown.slotMark, omittingEmptySubsequences: false)
      .enumerated().map { place, part in
        guard place % 2 == 1 else { return String(part) }
        return Self.slot(String(part)).map { $0.isBlock ? "" : value($0.index) } ?? ""
      }.joined()
  }
}
