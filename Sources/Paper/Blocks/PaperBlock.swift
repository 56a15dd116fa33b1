import Drawing

/// A block of a document that is laid out on pages.
public indirect enum PaperBlock: Sendable {
  /// Level 1 to 6, the document's own title being 1.
  case heading(level: Int, PaperText)
  case paragraph(PaperText)
  /// Smaller, ragged and grey: what a colophon says.
  case smallPrint(PaperText)
  /// Lines end with a line feed.
  case code(String)
  /// What running it prints.
  case output(String)
  case quote([PaperBlock])
  /// In a frame.
  case box([PaperBlock])
  case list(PaperList)
  case table(PaperTable)
  case figure(PaperFigure)
  case rule
  /// A PNG's bytes, at the height of two lines; one that cannot be read is left out.
  case logo([UInt8])
  /// Lines to write on; where a page has room left, they move apart.
  case ruledLines(Int)
  /// Squared paper, so many lines high.
  case sketch(Int)
  /// Beside each other, as wide as each other; one below the other where they are higher than a page.
  case columns([[PaperBlock]])
  /// On one page, as long as it fits.
  case together([PaperBlock])
  /// The best place for a new page: taken unless most of the page would stay empty.
  case pageBreak
}

public struct PaperList: Sendable {
  public enum Mark: Hashable, Sendable {
    case bullet
    /// The first has that number.
    case number(from: Int)
    /// A box to tick.
    case task
    case none
  }

  public var mark: Mark
  /// Without space between its items.
  public var isTight: Bool
  public var items: [[PaperBlock]]

  public init(_ mark: Mark, isTight: Bool = true, items: [[PaperBlock]]) {
    self.mark = mark
    self.isTight = isTight
    self.items = items
  }
}

public struct PaperTable: Sendable {
  public enum Alignment: Hashable, Sendable {
    case left, center, right
  }

  public var caption: PaperText
  /// As many as each row has cells.
  public var alignments: [Alignment]
  /// Empty for a table without.
  public var head: [PaperText]
  public var rows: [[PaperText]]
  /// The first cell of a row is its heading.
  public var hasRowHeadings = false
  /// With lines between cells and room to write.
  public var isForm = false
  /// The last row sums up the others.
  public var hasFooter = false

  /// Precondition: each row has a cell for each alignment, and so has a head that is not empty.
  public init(
    caption: PaperText = [], alignments: [Alignment], head: [PaperText] = [], rows: [[PaperText]]
  ) {
    precondition(
      head.isEmpty || head.count == alignments.count,
      "a head of \(head.count) cells over \(alignments.count) columns")
    if let row = rows.first(where: { $0.count != alignments.count }) {
      preconditionFailure("a row of \(row.count) cells under \(alignments.count) columns")
    }
    self.caption = caption
    self.alignments = alignments
    self.head = head
    self.rows = rows
  }
}

/// A picture drawn on the page itself, without pixels of its own.
public struct PaperFigure: Sendable {
  public var picture: Picture
  /// What it shows, for those who do not see it.
  public var alt: String
  public var caption: PaperText

  public init(picture: Picture, alt: String, caption: PaperText) {
    self.picture = picture
    self.alt = alt
    self.caption = caption
  }
}
