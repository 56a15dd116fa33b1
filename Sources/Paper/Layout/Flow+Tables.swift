import Drawing

extension Flow {
  /// As wide as it needs; letters get smaller where that is more than the column, and columns that
  /// have no room even so go into a table of their own below.
  mutating func lay(_ table: PaperTable) {
    guard let (size, widths) = fitted(table) else {
      for part in Self.halves(of: table) { lay(part) }
      return
    }
    let look = PaperLook.cell(size)
    let own = node.child(.table)
    space(Gap(measures.blockGap))
    let start = pieces.count
    if !table.caption.isEmpty {
      add(
        setter.lines(table.caption, PaperLook.caption, width: width), PaperLook.caption,
        own.child(.caption))
      keep(from: start, cost: Piece.forbidden)
      space(Gap(3, stretch: 0, shrink: 0))
      keepNext()
    }
    let total = widths.reduce(0, +)
    let rows = Rows(
      setter: setter, table: table, widths: widths, look: look, x: x, width: total)
    var head: (height: Double, draw: Piece.Draw)?
    if !table.head.isEmpty {
      let piece = rows.piece(table.head, in: own, role: .head)
      let copy = rows.piece(table.head, in: nil, role: .head)
      head = (piece.height, copy.draw)
      add(piece)
      keepNext()
    }
    for (index, cells) in table.rows.enumerated() {
      let isLast = index == table.rows.count - 1
      let role: Rows.Role = isLast ? (table.hasFooter ? .footer : .last) : .body
      for var piece in rows.pieces(cells, in: own, role: role, limit: pageHeight * 0.3) {
        piece.head = head
        if index == 1 || (isLast && index > 0) { piece.breakCost += Piece.forbidden }
        if table.rows.count <= 12 { piece.breakCost += 500 }
        add(piece)
      }
    }
    space(Gap(measures.blockGap))
  }

  /// The size of letters and the columns' widths; nil where no size is small enough.
  private func fitted(_ table: PaperTable) -> (size: Double, widths: [Double])? {
    let padding = 2 * PaperLook.cellPadding
    let isOneColumn = table.alignments.count <= (table.hasRowHeadings ? 2 : 1)
    for size in PaperLook.cellSizes {
      let look = PaperLook.cell(size)
      let extents = table.alignments.indices.map { column in
        ([table.head] + table.rows).reduce((least: 0.0, most: 0.0)) { extent, row in
          guard !row.isEmpty else { return extent }
          let isHeading = row == table.head || (column == 0 && table.hasRowHeadings)
          var look = look
          look.isBold = isHeading
          let cell = setter.extent(row[column], look)
          return (max(extent.least, cell.least), max(extent.most, cell.most))
        }
      }
      let least = extents.map { $0.least + padding }
      let most = extents.map { $0.most + padding }
      let (sum, whole) = (least.reduce(0, +), most.reduce(0, +))
      if whole <= width {
        guard table.isForm else { return (size, most) }
        // Room to write.
        return (size, most.map { $0 + (width - whole) / Double(most.count) })
      }
      // A long word is divided rather than everything made tiny.
      guard sum <= width || isOneColumn else { continue }
      if sum >= width {
        return (size, least.map { $0 * width / sum })
      }
      let share = (width - sum) / (whole - sum)
      return (size, zip(least, most).map { $0 + share * ($1 - $0) })
    }
    return nil
  }

  private static func halves(of table: PaperTable) -> [PaperTable] {
    let count = table.alignments.count
    let first = table.hasRowHeadings ? [0] : []
    let rest = Array((table.hasRowHeadings ? 1 : 0)..<count)
    let middle = rest.count / 2
    return [Array(rest[..<middle]), Array(rest[middle...])].enumerated().map { index, part in
      var half = table
      let columns = first + part
      half.caption = index == 0 ? table.caption : []
      half.alignments = columns.map { table.alignments[$0] }
      half.head = table.head.isEmpty ? [] : columns.map { table.head[$0] }
      half.rows = table.rows.map { row in columns.map { row[$0] } }
      return half
    }
  }

  /// Makes the rows of a table.
  private struct Rows {
    enum Role {
      case head, body, last, footer
    }

    let setter: Typesetter
    let table: PaperTable
    let widths: [Double]
    let look: TextLook
    let x: Double
    let width: Double

    private var above: Double { table.isForm ? 2.5 : 1.8 }

    /// A row in one piece; one higher than `limit`, a piece for each of its lines.
    func pieces(
      _ cells: [PaperText], in parent: StructureNode?, role: Role, limit: Double
    ) -> [Piece] {
      let whole = piece(cells, in: nil, role: role)
      guard whole.height > limit else { return [piece(cells, in: parent, role: role)] }
      let row = parent?.child(.row)
      let lines = typeset(cells, role)
      let nodes = nodes(cells, in: row, role)
      let count = lines.map(\.count).max() ?? 1
      return (0..<count).map { index in
        let part = lines.map { $0.indices.contains(index) ? [$0[index]] : [] }
        return piece(
          part, nodes, role: index == count - 1 ? role : .body, hasRule: index == count - 1)
      }
    }

    func piece(_ cells: [PaperText], in parent: StructureNode?, role: Role) -> Piece {
      piece(
        typeset(cells, role), nodes(cells, in: parent?.child(.row), role), role: role,
        hasRule: true)
    }

    private func typeset(_ cells: [PaperText], _ role: Role) -> [[TypesetLine]] {
      cells.enumerated().map { column, text in
        var look = look
        look.isBold = role == .head || role == .footer || (column == 0 && table.hasRowHeadings)
        return setter.lines(text, look, width: widths[column] - 2 * PaperLook.cellPadding)
      }
    }

    private func nodes(
      _ cells: [PaperText], in row: StructureNode?, _ role: Role
    ) -> [StructureNode?] {
      cells.indices.map { column in
        let isHeading = role == .head || (column == 0 && table.hasRowHeadings)
        return row?.child(isHeading ? .headCell : .cell)
      }
    }

    private func piece(
      _ lines: [[TypesetLine]], _ nodes: [StructureNode?], role: Role, hasRule: Bool
    ) -> Piece {
      let count = max(1, lines.map(\.count).max() ?? 1)
      let least = table.isForm && role != .head ? setter.measures.cellHeight : 0
      let height = max(least, Double(count) * look.leading + above * (hasRule ? 2 : 1))
      var piece = Piece(height: height) { pages, origin, given in
        var left = origin.x + x
        for (column, cell) in lines.enumerated() {
          for (index, line) in cell.enumerated() {
            let room = widths[column] - 2 * PaperLook.cellPadding - line.width
            let shift: Double
            switch table.alignments[column] {
            case .left: shift = 0
            case .center: shift = room / 2
            case .right: shift = room
            }
            let y = origin.y + above + Double(index) * look.leading + PaperLook.baseline(look)
            if nodes[column] == nil { pages.unmark() }
            pages.draw(
              line, at: Point(left + PaperLook.cellPadding + max(0, shift), y), in: nodes[column])
          }
          left += widths[column]
        }
        pages.unmark()
        rules(pages, Rect(origin.x + x, origin.y, width, given), role, hasRule)
      }
      piece.notes = lines.flatMap { $0.flatMap(\.notes) }
      return piece
    }

    private func rules(_ pages: PDFPages, _ rect: Rect, _ role: Role, _ hasRule: Bool) {
      func horizontal(_ y: Double, _ thickness: Double, _ color: Color) {
        pages.rule(
          from: Point(rect.minX, y), to: Point(rect.maxX, y), width: thickness, color)
      }
      if table.isForm {
        var left = rect.minX
        for edge in [0] + widths {
          left += edge
          pages.rule(
            from: Point(left, rect.minY), to: Point(left, rect.maxY), width: 0.5,
            PaperLook.hairline)
        }
        horizontal(rect.minY, 0.5, PaperLook.hairline)
        horizontal(rect.maxY, 0.5, PaperLook.hairline)
        return
      }
      guard hasRule else { return }
      switch role {
      case .head:
        horizontal(rect.minY, 0.9, PaperLook.ink)
        horizontal(rect.maxY, 0.5, PaperLook.ink)
      case .last: horizontal(rect.maxY, 0.9, PaperLook.ink)
      case .footer:
        horizontal(rect.minY, 0.5, PaperLook.ink)
        horizontal(rect.maxY, 0.9, PaperLook.ink)
      case .body: break
      }
    }
  }
}
