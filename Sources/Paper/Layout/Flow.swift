import Drawing

/// Lays blocks out in a column of endless height.
struct Flow {
  let setter: Typesetter
  /// Of a page: what is higher has to be divided or made smaller.
  let pageHeight: Double
  var x: Double
  var width: Double
  var node: StructureNode
  var frames: [Frame] = []
  /// Around a paragraph.
  var paragraphGap: Gap
  private(set) var pieces: [Piece] = []
  /// Between what was laid and what comes, the larger of what both ask for.
  private var gap = Gap()
  /// What comes stays on the page of what was laid.
  private var isKept = false
  private var breakBonus = 0.0
  /// What comes begins right here, whatever it asks for.
  private var isFlush = false

  /// A page break that was asked for is worth leaving up to about half a page empty.
  private static let askedBreak = 5_000.0

  init(
    _ setter: Typesetter, pageHeight: Double, x: Double, width: Double, node: StructureNode
  ) {
    self.setter = setter
    paragraphGap = Gap(setter.measures.paragraphGap)
    self.pageHeight = pageHeight
    self.x = x
    self.width = width
    self.node = node
  }

  mutating func lay(_ blocks: [PaperBlock]) {
    for block in blocks { lay(block) }
  }

  mutating func lay(_ block: PaperBlock) {
    switch block {
    case .heading(let level, let text): heading(level, text)
    case .paragraph(let text): paragraph(text, width < 270 ? measures.ragged : measures.body)
    case .smallPrint(let text): smallPrint(text)
    case .code(let text): code(text, on: .shade)
    case .output(let text): code(text, on: .bar)
    case .quote(let blocks): quote(blocks)
    case .box(let blocks): box(blocks)
    case .list(let list): self.list(list)
    case .table(let table): lay(table)
    case .figure(let figure): lay(figure)
    case .rule: rule()
    case .logo(let png): logo(png)
    case .ruledLines(let count): ruledLines(count)
    case .sketch(let lines): sketch(lines)
    case .columns(let columns): lay(columns)
    case .together(let blocks): together(blocks)
    case .pageBreak: breakBonus = -Self.askedBreak
    }
  }

  var measures: PaperMeasures { setter.measures }

  // What the extensions for each kind of block are made of.

  mutating func add(_ piece: Piece) {
    var piece = piece
    piece.gap = isFlush ? Gap() : gap
    isFlush = false
    piece.frames = frames + piece.frames
    piece.breakCost += isKept ? Piece.forbidden : breakBonus
    gap = Gap()
    isKept = false
    breakBonus = 0
    pieces.append(piece)
  }

  mutating func space(_ wish: Gap) {
    if wish.height > gap.height { gap = wish }
  }

  mutating func keepNext() { isKept = true }

  mutating func beginFlush() { isFlush = true }

  /// Pieces from that index on stay on one page.
  mutating func keep(from start: Int, cost: Double = Piece.kept) {
    guard start + 1 < pieces.count else { return }
    for index in (start + 1)..<pieces.count where pieces[index].breakCost < Piece.forbidden {
      pieces[index].breakCost += cost
    }
  }

  mutating func change(_ index: Int, _ body: (inout Piece) -> Void) { body(&pieces[index]) }

  /// Lays out a part of the column for an element of its own.
  mutating func inside(
    _ inner: StructureNode, left: Double = 0, right: Double = 0, frame: Frame? = nil,
    _ body: (inout Flow) -> Void
  ) {
    let outer = (x, width, node, frames)
    x += left
    width = max(20, width - left - right)
    node = inner
    if let frame { frames.append(frame) }
    body(&self)
    (x, width, node, frames) = outer
  }

  /// Lines of text, no first or last one of which is alone on a page.
  mutating func add(
    _ lines: [TypesetLine], _ look: TextLook, _ node: StructureNode?, from left: Double = 0
  ) {
    let x = x + left
    for (index, line) in lines.enumerated() {
      var piece = Piece(height: look.leading) { pages, origin, _ in
        pages.draw(
          line, at: Point(origin.x + x, origin.y + PaperLook.baseline(look)), in: node)
      }
      piece.notes = line.notes
      if index == 1 || (index > 0 && index == lines.count - 1) {
        piece.breakCost = Piece.forbidden
      } else if index > 0, lines[index - 1].isDivided {
        piece.breakCost = 30
      }
      add(piece)
    }
  }

  private mutating func paragraph(_ text: PaperText, _ look: TextLook) {
    guard !text.plain.allSatisfy(\.isWhitespace) || text.contains(where: { $0.kind != .text })
    else { return }
    space(paragraphGap)
    add(setter.lines(text, look, width: width), look, node.child(.paragraph))
    space(paragraphGap)
  }

  private mutating func smallPrint(_ text: PaperText) {
    let usual = paragraphGap
    paragraphGap = Gap(2)
    paragraph(text, PaperLook.small)
    paragraphGap = usual
  }

  private mutating func heading(_ level: Int, _ text: PaperText) {
    let look = measures.heading(level)
    let own = node.child(.heading(level))
    let lines = setter.lines(text, look, width: width)
    space(Gap(level == 1 ? 4 : look.size * 0.45 + measures.paragraphGap * 1.7))
    let start = pieces.count
    add(lines, look, own)
    keep(from: start, cost: Piece.forbidden)
    if start < pieces.count {
      if pieces[start].breakCost == 0 { pieces[start].breakCost = -40 }
      let draw = pieces[start].draw
      pieces[start].draw = { pages, origin, height in
        pages.bookmark(text.plain, level: level, at: origin)
        draw(pages, origin, height)
      }
    }
    space(Gap(look.size * 0.35, stretch: 0, shrink: 0))
    keepNext()
  }

  private mutating func quote(_ blocks: [PaperBlock]) {
    space(Gap(measures.blockGap))
    let frame = Frame(.bar, x: x, width: 2)
    inside(node.child(.quote), left: 12, frame: frame) { $0.lay(blocks) }
    space(Gap(measures.blockGap))
  }

  private mutating func box(_ blocks: [PaperBlock]) {
    space(Gap(measures.blockGap))
    let frame = Frame(.box, x: x, width: width)
    inside(node.child(.division), left: 8, right: 8, frame: frame) { flow in
      flow.add(Piece(height: 5))
      flow.keepNext()
      flow.beginFlush()
      flow.lay(blocks)
      flow.beginFlush()
      flow.keepNext()
      flow.add(Piece(height: 7))
    }
    space(Gap(measures.blockGap))
  }

  private mutating func rule() {
    space(Gap(measures.blockGap))
    let (x, width) = (x, width)
    add(
      Piece(height: 1) { pages, origin, _ in
        pages.unmark()
        pages.rule(
          from: Point(origin.x + x, origin.y + 0.5),
          to: Point(origin.x + x + width, origin.y + 0.5), width: 0.6, PaperLook.hairline)
      })
    space(Gap(measures.blockGap))
  }

  private mutating func together(_ blocks: [PaperBlock]) {
    let start = pieces.count
    lay(blocks)
    keep(from: start)
  }
}
