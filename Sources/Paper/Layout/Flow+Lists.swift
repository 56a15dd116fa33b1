import Drawing

extension Flow {
  private static let indent = 17.0

  mutating func list(_ list: PaperList) {
    let own = node.child(.list)
    let outer = Gap(list.isTight ? 4 : 6)
    let usual = paragraphGap
    space(outer)
    if list.isTight { paragraphGap = Gap(1.5) }
    for (index, blocks) in list.items.enumerated() {
      let item = own.child(.item)
      let label = item.child(.label)
      let start = pieces.count
      inside(item.child(.body), left: list.mark == .none ? 10 : Self.indent) { $0.lay(blocks) }
      if start == pieces.count { add(Piece(height: measures.body.leading)) }
      mark(start, list.mark, index, label)
    }
    paragraphGap = usual
    space(outer)
  }

  /// Draws an item's mark beside its first line.
  private mutating func mark(
    _ start: Int, _ mark: PaperList.Mark, _ index: Int, _ label: StructureNode
  ) {
    let text: String
    switch mark {
    case .bullet: text = "•"
    case .number(let first): text = "\(first + index)."
    case .task: text = "☐"
    case .none: return
    }
    guard let line = setter.lines([PaperRun(text)], measures.ragged, width: 60).first else {
      return
    }
    let left = mark == .bullet || mark == .task ? x + 3 : x + Self.indent - 5 - line.width
    let look = measures.ragged
    change(start) { piece in
      let draw = piece.draw
      piece.draw = { pages, origin, height in
        pages.draw(
          line, at: Point(origin.x + left, origin.y + PaperLook.baseline(look)),
          in: label)
        draw(pages, origin, height)
      }
    }
  }
}
