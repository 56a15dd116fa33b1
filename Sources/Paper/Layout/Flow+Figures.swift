import Drawing

extension Flow {
  /// In the middle of the column, smaller where it would not fit, and its caption below it.
  mutating func lay(_ figure: PaperFigure) {
    let picture = figure.picture
    let scale = min(
      measures.figureScale, width / picture.width, pageHeight * 0.8 / picture.height)
    let size = (width: picture.width * scale, height: picture.height * scale)
    let own = node.child(.division)
    let drawn = own.child(.figure, alt: figure.alt)
    space(Gap(measures.blockGap * 1.2))
    let left = x + (width - size.width) / 2
    let start = pieces.count
    add(
      Piece(height: size.height) { pages, origin, _ in
        pages.draw(picture, at: Point(origin.x + left, origin.y), scale: scale, in: drawn)
      })
    if !figure.caption.isEmpty {
      space(Gap(3, stretch: 0, shrink: 0))
      let margin = min(24, max(0, (width - size.width) / 2))
      let lines = setter.lines(figure.caption, PaperLook.caption, width: width - 2 * margin)
      add(lines, PaperLook.caption, own.child(.caption), from: margin)
      keep(from: start, cost: Piece.forbidden)
    }
    space(Gap(measures.blockGap * 1.2))
  }

  mutating func logo(_ png: [UInt8]) {
    guard let image = PaperImage(png) else { return }
    let height = min(PaperLook.logoHeight, width * 0.4 * image.height / image.width)
    let x = x
    add(
      Piece(height: height) { pages, origin, _ in
        pages.unmark()
        pages.draw(image, at: Point(origin.x + x, origin.y), height: height)
      })
    space(Gap(6))
  }

  mutating func ruledLines(_ count: Int) {
    let (x, width) = (x, width)
    let pitch = measures.ruledPitch
    for index in 0..<count {
      var piece = Piece(height: pitch.usual) { pages, origin, height in
        pages.unmark()
        let y = origin.y + height - 1
        pages.rule(
          from: Point(origin.x + x, y), to: Point(origin.x + x + width, y), width: 0.45,
          PaperLook.hairline)
      }
      piece.stretch = pitch.most - pitch.usual
      piece.shrink = pitch.usual - pitch.least
      piece.breakCost = index < 2 || index == count - 1 ? Piece.forbidden : 300
      add(piece)
    }
    space(Gap(measures.blockGap))
  }

  /// Squares of 5 mm.
  mutating func sketch(_ lines: Int) {
    let square = PaperLook.squareSize
    let rows = max(1, min(lines, Int(pageHeight * 0.9 / square)))
    let (x, columns) = (x, Int(width / square))
    space(Gap(6))
    var piece = Piece(height: Double(rows) * square) { pages, origin, height in
      pages.unmark()
      let rows = Int(height / square + 1e-6)
      let (wide, high) = (Double(columns) * square, Double(rows) * square)
      for row in 0...rows {
        let y = origin.y + Double(row) * square
        pages.rule(
          from: Point(origin.x + x, y), to: Point(origin.x + x + wide, y), width: 0.3,
          PaperLook.hairline)
      }
      for column in 0...columns {
        let left = origin.x + x + Double(column) * square
        pages.rule(
          from: Point(left, origin.y), to: Point(left, origin.y + high), width: 0.3,
          PaperLook.hairline)
      }
    }
    piece.stretch = Double(rows) * square * 0.5
    add(piece)
    space(Gap(measures.blockGap))
  }

  /// Beside each other, if they fit on a page so.
  mutating func lay(_ columns: [[PaperBlock]]) {
    let count = Double(columns.count)
    let own = (width - (count - 1) * PaperLook.columnGap) / count
    let isNarrow = own < 120
    let trial = isNarrow ? [] : stacks(columns, own, StructureNode(.division))
    guard !isNarrow, trial.allSatisfy({ $0.height < pageHeight * 0.85 }) else {
      for column in columns { lay(column) }
      return
    }
    let stacks = stacks(columns, own, node)
    space(Gap(measures.blockGap))
    let height = stacks.map(\.height).max() ?? 0
    var piece = Piece(height: height) { pages, origin, given in
      for stack in stacks {
        let room = max(0, given - stack.height)
        let ratio = stack.stretch > 0 ? min(1, room / stack.stretch) : 0
        stack.draw(on: pages, at: origin, ratio: ratio)
        pages.unmark()
      }
    }
    piece.stretch = stacks.map { max(0, $0.height + $0.stretch - height) }.max() ?? 0
    piece.notes = stacks.flatMap { $0.pieces.flatMap(\.notes) }
    add(piece)
    space(Gap(measures.blockGap))
  }

  private func stacks(
    _ columns: [[PaperBlock]], _ own: Double, _ parent: StructureNode
  ) -> [Stack] {
    columns.enumerated().map { index, blocks in
      var flow = Flow(
        setter, pageHeight: pageHeight, x: x + Double(index) * (own + PaperLook.columnGap),
        width: own, node: parent.child(.division))
      flow.lay(blocks)
      return Stack(pieces: flow.pieces)
    }
  }
}
