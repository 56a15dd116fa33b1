/// Pipe tables as in GitHub Flavored Markdown, section 4.10.
extension BlockParser {
  /// The column alignments in the next line, if the current line is a table head with as many
  /// cells.
  func tableColumns() -> [MarkdownBlock.Alignment?]? {
    guard at + 1 < lines.count, lines[at].contains("|"), LineShape.indent(lines[at]) < 4,
      let alignments = Self.alignments(lines[at + 1]),
      Self.cells(lines[at]).count == alignments.count
    else { return nil }
    return alignments
  }

  mutating func table() -> MarkdownBlock? {
    guard let alignments = tableColumns() else { return nil }
    var table = MarkdownBlock.Table(
      alignments: alignments, head: Self.cells(lines[at]), rows: [])
    at += 2
    while at < lines.count, !LineShape.isBlank(lines[at]),
      !LineShape.interruptsParagraph(lines[at], canNest: true)
    {
      var cells = Array(Self.cells(lines[at]).prefix(alignments.count))
      while cells.count < alignments.count { cells.append([]) }
      table.rows.append(cells)
      at += 1
    }
    return .table(table)
  }

  ///  --- | :-: |`|-
  private static func alignments(_ line: Line) -> [MarkdownBlock.Alignment?]? {
    guard line.contains("-"), line.allSatisfy({ "|-: \t".unicodeScalars.contains($0) }),
      line.contains("|") || line.contains(":")
    else { return nil }
    var result: [MarkdownBlock.Alignment?] = []
    for cell in cells(line) {
      let opens = cell.first == ":"
      let closes = cell.count > 1 && cell.last == ":"
      let dashes = cell.dropFirst(opens ? 1 : 0).dropLast(closes ? 1 : 0)
      guard !dashes.isEmpty, dashes.allSatisfy({ $0 == "-" }) else { return nil }
      switch (opens, closes) {
      case (true, true): result.append(.center)
      case (true, false): result.append(.left)
      case (false, true): result.append(.right)
      case (false, false): result.append(nil)
      }
    }
    return result
  }

  /// Cells between unescaped pipes, trimmed; `\|` is a pipe, also inside code.
  private static func cells(_ line: Line) -> [MarkdownBlock.Text] {
    var row = LineShape.trimmed(line)
    if row.first == "|" { row = row.dropFirst() }
    var cells: [MarkdownBlock.Text] = []
    var cell: MarkdownBlock.Text = []
    var isEscaped = false
    for scalar in row {
      if scalar == "|", !isEscaped {
        cells.append(Array(LineShape.trimmed(cell[...])))
        cell = []
      } else {
        if scalar == "|" { cell.removeLast() }
        cell.append(scalar)
      }
      isEscaped = scalar == "\\" && !isEscaped
    }
    let last = LineShape.trimmed(cell[...])
    if !last.isEmpty || cells.isEmpty { cells.append(Array(last)) }
    return cells
  }
}
