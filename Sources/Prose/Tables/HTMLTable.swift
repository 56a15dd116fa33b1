import Paper

/// A table of a page: headings and cells as text, which is escaped here; numbers are right-aligned
/// by class.
public struct HTMLTable: Sendable {
  public struct Column: Sendable {
    public var heading: String
    public var isNumber: Bool

    public init(_ heading: String, isNumber: Bool = true) {
      self.heading = heading
      self.isNumber = isNumber
    }
  }

  public var caption: String
  public var columns: [Column]
  public var rows: [[String]]
  /// Whether the first cell of a row is its heading.
  public var hasRowHeadings = false
  /// A last row with totals.
  public var footer: [String]?

  public init(
    caption: String, columns: [Column], rows: [[String]], hasRowHeadings: Bool = false,
    footer: [String]? = nil
  ) {
    self.caption = caption
    self.columns = columns
    self.rows = rows
    self.hasRowHeadings = hasRowHeadings
    self.footer = footer
  }

  /// The table in a block that scrolls horizontally on narrow screens and is focusable by keyboard.
  /// End tags of rows and cells are omitted, as HTML allows, because a report has thousands.
  public var html: String {
    let caption = HTML.escaped(caption)
    let head = columns.reduce(into: "") { text, column in
      text += "<th scope=\"col\"\(name(column))>\(HTML.escaped(column.heading))"
    }
    let body = rows.reduce(into: "") { $0 += row($1) }
    let foot = footer.map { "<tfoot translate=\"no\">\n\(row($0))</tfoot>\n" } ?? ""
    return """
      <div class="scroll" tabindex="0" role="group" aria-label="\(caption)">
      <table class="data">
      <caption>\(caption)</caption>
      <thead>
      <tr>\(head)
      </thead>
      <tbody translate="no">
      \(body)</tbody>
      \(foot)</table>
      </div>

      """
  }

  /// The same for paper.
  package var paper: PaperTable {
    var table = PaperTable(
      caption: [PaperRun(caption)], alignments: columns.map { $0.isNumber ? .right : .left },
      head: columns.map { [PaperRun($0.heading)] },
      rows: (rows + (footer.map { [$0] } ?? [])).map { row in row.map { [PaperRun($0)] } })
    table.hasRowHeadings = hasRowHeadings
    table.hasFooter = footer != nil
    return table
  }

  private func name(_ column: Column) -> String { column.isNumber ? " class=\"n\"" : "" }

  private func row(_ cells: [String]) -> String {
    let text = zip(cells, columns).enumerated().reduce(into: "") { text, item in
      let (place, (cell, column)) = item
      if place == 0 && hasRowHeadings {
        text += "<th scope=\"row\"\(name(column))>\(HTML.escaped(cell))"
      } else {
        text += "<td\(name(column))>\(HTML.escaped(cell))"
      }
    }
    return "<tr>\(text)\n"
  }
}
