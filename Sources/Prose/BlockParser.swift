/// Parses lines into blocks. The lines of a container are stripped of its markers and parsed again,
/// at most `Markdown.depthLimit` times.
struct BlockParser {
  typealias Line = ArraySlice<Unicode.Scalar>

  let lines: [Line]
  let depth: Int
  var at = 0
  /// Whether a blank line separated two of the blocks, which makes a list loose.
  private(set) var isSeparated = false

  init(lines: [Line], depth: Int) {
    self.lines = lines
    self.depth = depth
  }

  private var canNest: Bool { depth < Markdown.depthLimit }

  mutating func blocks() -> [MarkdownBlock] {
    var blocks: [MarkdownBlock] = []
    var sawBlank = false
    while at < lines.count {
      if LineShape.isBlank(lines[at]) {
        sawBlank = true
        at += 1
        continue
      }
      if sawBlank && !blocks.isEmpty { isSeparated = true }
      sawBlank = false
      blocks.append(block())
    }
    return blocks
  }

  private mutating func block() -> MarkdownBlock {
    let line = lines[at]
    if LineShape.isSlot(line) {
      at += 1
      return .slot(Array(LineShape.trimmed(line)))
    }
    if let fence = LineShape.fence(line) { return code(fence) }
    if let heading = LineShape.heading(line) {
      at += 1
      return .heading(level: heading.level, Array(heading.text))
    }
    if LineShape.isRule(line) {
      at += 1
      return .rule
    }
    if canNest, LineShape.quoted(line) != nil { return quote() }
    if canNest, let marker = LineShape.marker(line) { return list(marker) }
    if let table = table() { return table }
    return paragraph()
  }

  private mutating func code(_ fence: LineShape.Fence) -> MarkdownBlock {
    at += 1
    var text = String.UnicodeScalarView()
    while at < lines.count {
      let line = lines[at]
      at += 1
      if LineShape.closes(line, fence) { break }
      text.append(contentsOf: line.dropFirst(min(fence.indent, LineShape.indent(line))))
      text.append("\n")
    }
    return .code(language: fence.language, String(text))
  }

  private mutating func paragraph() -> MarkdownBlock {
    var text: MarkdownBlock.Text = []
    while at < lines.count {
      let line = lines[at]
      if LineShape.isBlank(line) { break }
      if !text.isEmpty {
        if let level = LineShape.underline(line) {
          at += 1
          return .heading(level: level, trimmedEnd(text))
        }
        if interruptsParagraph(line) || tableColumns() != nil { break }
        text.append("\n")
      }
      text += line.dropFirst(LineShape.indent(line))
      at += 1
    }
    return .paragraph(trimmedEnd(text))
  }

  private func trimmedEnd(_ text: MarkdownBlock.Text) -> MarkdownBlock.Text {
    Array(LineShape.trimmed(text[...]))
  }

  private func interruptsParagraph(_ line: Line) -> Bool {
    LineShape.interruptsParagraph(line, canNest: canNest)
  }

  /// Whether a line after a container starts a block of its own instead of continuing a paragraph
  /// inside it; any list marker does.
  private func startsBlock(_ line: Line) -> Bool {
    interruptsParagraph(line) || (canNest && LineShape.marker(line) != nil)
  }

  private mutating func quote() -> MarkdownBlock {
    var inner: [Line] = []
    var tail = ParagraphTail()
    while at < lines.count {
      let line = lines[at]
      if let rest = LineShape.quoted(line) {
        inner.append(rest)
        tail.follow(rest)
      } else if tail.isOpen, !LineShape.isBlank(line), !startsBlock(line) {
        inner.append(LineShape.asContinuation(line))
      } else {
        break
      }
      at += 1
    }
    var parser = BlockParser(lines: inner, depth: depth + 1)
    return .quote(parser.blocks())
  }

  private mutating func list(_ first: LineShape.Marker) -> MarkdownBlock {
    var items: [[MarkdownBlock]] = []
    var isTight = true
    while let marker = nextMarker(like: first) {
      var parser = BlockParser(lines: itemLines(marker), depth: depth + 1)
      items.append(parser.blocks())
      if parser.isSeparated { isTight = false }
      if at < lines.count, LineShape.isBlank(lines[at]), nextMarker(like: first) != nil {
        isTight = false
      }
    }
    return .list(start: first.number, isTight: isTight, items: items)
  }

  /// The marker of the list's next item after blank lines; if there is none, the position stays.
  private mutating func nextMarker(like first: LineShape.Marker) -> LineShape.Marker? {
    guard let next = lines[at...].firstIndex(where: { !LineShape.isBlank($0) }),
      let marker = LineShape.marker(lines[next]), marker.kind == first.kind,
      !LineShape.isRule(lines[next])
    else { return nil }
    at = next
    return marker
  }

  /// The lines of one item without its marker, its indentation and trailing blank lines.
  private mutating func itemLines(_ marker: LineShape.Marker) -> [Line] {
    var inner = [marker.rest]
    var tail = ParagraphTail()
    tail.follow(marker.rest)
    at += 1
    // An item may begin with one blank line, not with two.
    if LineShape.isBlank(marker.rest), at < lines.count, LineShape.isBlank(lines[at]) { return [] }
    while at < lines.count {
      let line = lines[at]
      if LineShape.isBlank(line) {
        inner.append([])
        tail.follow([])
      } else if LineShape.indent(line) >= marker.width {
        inner.append(line.dropFirst(marker.width))
        tail.follow(line.dropFirst(marker.width))
      } else if tail.isOpen, !startsBlock(line) {
        inner.append(LineShape.asContinuation(line))
      } else {
        break
      }
      at += 1
    }
    while inner.count > 1, let last = inner.last, LineShape.isBlank(last) {
      inner.removeLast()
      at -= 1
    }
    return inner
  }
}
