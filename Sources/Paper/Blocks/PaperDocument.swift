/// What a PDF is made of.
public struct PaperDocument: Sendable {
  public var title: String
  /// A BCP 47 tag, such as `es-MX`; its first part chooses how words are hyphenated.
  public var language: String
  public var format: PageFormat
  public var kind = PaperKind.reading
  /// Above every page; empty for none.
  public var stamp = ""
  /// At the left below every page.
  public var footer: String
  /// `Page`, before the page's number.
  public var pageWord: String
  public var blocks: [PaperBlock]

  public init(
    title: String, language: String, format: PageFormat, footer: String, pageWord: String,
    blocks: [PaperBlock]
  ) {
    self.title = title
    self.language = language
    self.format = format
    self.footer = footer
    self.pageWord = pageWord
    self.blocks = blocks
  }
}

/// What a document is for.
public enum PaperKind: Sendable {
  /// To be read from end to end: wide margins, large letters.
  case reading
  /// To be written on, and copied for a class: as much on a page as can be read well.
  case sheet
  /// To be looked up beside a sheet: small letters and small figures.
  case key
}

/// The sheet that is printed on.
public enum PageFormat: String, CaseIterable, Sendable {
  case letter, a4

  /// In points of 1/72 inch.
  var width: Double { self == .letter ? 612 : 595.276 }
  var height: Double { self == .letter ? 792 : 841.89 }
}
