/// Writes blocks as HTML, one per line.
package struct HTMLWriter {
  let firstHeading: Int
  let image: (String) -> String?

  func html(_ blocks: [MarkdownBlock]) -> String {
    blocks.reduce(into: "") { $0 += html($1) + "\n" }
  }

  private func html(_ block: MarkdownBlock) -> String {
    switch block {
    case .heading(let level, let text):
      let tag = "h\(min(6, level + firstHeading - 1))"
      return "<\(tag)>\(inline(text))</\(tag)>"
    case .paragraph(let text):
      return "<p>\(inline(text))</p>"
    case .code(let language, let text):
      return Self.code(text, language: language)
    case .quote(let blocks):
      return "<blockquote>\n\(html(blocks))</blockquote>"
    case .list(let start, let isTight, let items):
      let tag = start == nil ? "ul" : "ol"
      let first = (start ?? 1) == 1 ? "" : " start=\"\(start ?? 1)\""
      let rows = items.reduce(into: "") { $0 += item($1, isTight: isTight) }
      return "<\(tag)\(first)>\n\(rows)</\(tag)>"
    case .table(let table):
      return html(table)
    case .rule:
      return "<hr>"
    case .slot(let text):
      return String(String.UnicodeScalarView(text))
    }
  }

  /// A code block, focusable by keyboard because long lines scroll.
  package static func code(_ text: String, language: String) -> String {
    let name = language.isEmpty ? "" : " class=\"language-\(language)\""
    return "<pre tabindex=\"0\" translate=\"no\"><code\(name)>\(HTML.escaped(text))</code></pre>"
  }

  private func item(_ blocks: [MarkdownBlock], isTight: Bool) -> String {
    var content = ""
    var endsInText = true
    for (index, block) in blocks.enumerated() {
      if isTight, case .paragraph(let text) = block {
        if index > 0 && !endsInText { content += "\n" }
        content += inline(text)
        endsInText = true
      } else {
        content += "\n" + html(block)
        endsInText = false
      }
    }
    return "<li>\(content)\(endsInText ? "" : "\n")</li>\n"
  }

  /// A table inside a block that scrolls horizontally on narrow screens, focusable by keyboard and
  /// labelled by its columns. Alignment is a class because the page's Content-Security-Policy
  /// refuses `style` attributes.
  private func html(_ table: MarkdownBlock.Table) -> String {
    func row(_ cells: [String], _ tag: String, _ scope: String) -> String {
      zip(cells, table.alignments).reduce(into: "") { result, cell in
        let name = cell.1.map { " class=\"\($0.rawValue)\"" } ?? ""
        result += "<\(tag)\(scope)\(name)>\(cell.0)</\(tag)>"
      }
    }
    let headings = table.head.map(inline)
    let label = headings.map(HTML.withoutTags).filter { !$0.isEmpty }.joined(separator: ", ")
    let head = row(headings, "th", " scope=\"col\"")
    let body = table.rows.reduce(into: "") { $0 += "<tr>\(row($1.map(inline), "td", ""))</tr>\n" }
    return "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"\(label)\">\n"
      + "<table>\n<thead>\n<tr>\(head)</tr>\n</thead>\n"
      + (table.rows.isEmpty ? "" : "<tbody>\n\(body)</tbody>\n") + "</table>\n</div>"
  }

  private func inline(_ text: MarkdownBlock.Text) -> String {
    var parser = InlineParser(text, image: image)
    return parser.tokens().reduce(into: "") { $0 += $1.html }
  }
}
