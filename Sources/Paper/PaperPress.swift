import CHarfBuzz
import Drawing

/// Lays documents out and draws them as PDF; one for each thread that draws.
///
/// The bytes depend on the document, the font files, the dictionary and the versions of Cairo,
/// FreeType and HarfBuzz alone.
public final class PaperPress {
  private let fonts: PaperFonts
  private let hyphenation: Hyphenation
  private let language: String

  /// A PDF and what is to be known of it.
  public struct Printed: Sendable {
    public var bytes: [UInt8]
    public var pageCount: Int
    /// Characters that no font has, in the order in which they were met: drawn as boxes.
    public var missing: [Unicode.Scalar]
    /// The height of each page's text, before it is stretched or shrunk, in parts of the page's.
    package var fills: [Double]
  }

  /// The font files and dictionaries that decide the bytes of PDFs in any language.
  public static func files() throws -> [String] {
    try PaperFonts.paths() + Hyphenation.paths()
  }

  /// Of the library that decides them besides those that figures are drawn with.
  public static var libraryVersion: String { "HarfBuzz \(String(cString: hb_version_string()))" }

  /// Opens the fonts and the patterns of hyphenation.
  ///
  /// - Parameter language: a BCP 47 tag, such as `es-MX`.
  public init(language: String) throws {
    self.language = language
    fonts = try PaperFonts(language: language)
    hyphenation = try Hyphenation(language: language)
  }

  public func print(_ document: PaperDocument) -> Printed {
    fonts.forgetMissing()
    let root = StructureNode(.document)
    let measures = PaperMeasures.measures(document.kind)
    let setter = Typesetter(fonts, hyphenation, measures)
    let format = document.format
    let height = format.height - measures.topMargin - measures.bottomMargin
    let width = format.width - 2 * measures.sideMargin
    var flow = Flow(setter, pageHeight: height, x: 0, width: width, node: root)
    flow.lay(document.blocks)
    let notes = setter.notes.enumerated().map { index, address in
      setter.lines(
        [PaperRun(String(index + 1), .raised), PaperRun(" " + address, link: address)],
        PaperLook.note, width: width, hasNotes: false)
    }
    let pieces = flow.pieces
    let pages = PageBreaker(
      pieces: pieces, height: height,
      noteHeights: notes.map { Double($0.count) * PaperLook.note.leading }
    ).pages()
    let sheet = PDFPages(
      width: format.width, height: format.height, title: document.title, fonts: fonts)
    let origin = Point(measures.sideMargin, measures.topMargin)
    for (index, page) in pages.enumerated() {
      Stack(pieces: Array(pieces[page.pieces])).draw(
        on: sheet, at: origin, ratio: page.ratio, beginsPage: true)
      sheet.unmark()
      draw(page.notes.map { notes[$0] }, on: sheet, format, measures, under: root)
      drawRunning(document, page: index + 1, of: pages.count, on: sheet, setter)
      sheet.endPage()
    }
    let bytes = sheet.finish(root, language: document.language)
    return Printed(
      bytes: bytes, pageCount: pages.count, missing: fonts.missing,
      fills: pages.map { page in
        Stack(pieces: Array(pieces[page.pieces])).height / height
      })
  }

  /// A figure on a page of its own size.
  public func print(_ picture: Picture, title: String, alt: String) -> [UInt8] {
    // A picture's point is a CSS pixel.
    let scale = 0.75
    let sheet = PDFPages(
      width: picture.width * scale, height: picture.height * scale, title: title, fonts: fonts)
    let root = StructureNode(.document)
    sheet.draw(picture, at: Point(0, 0), scale: scale, in: root.child(.figure, alt: alt))
    sheet.endPage()
    return sheet.finish(root, language: language)
  }

  /// At the foot of the page, under a short line.
  private func draw(
    _ notes: [[TypesetLine]], on sheet: PDFPages, _ format: PageFormat, _ measures: PaperMeasures,
    under root: StructureNode
  ) {
    guard !notes.isEmpty else { return }
    let look = PaperLook.note
    let lines = notes.flatMap { $0 }
    let top = format.height - measures.bottomMargin - Double(lines.count) * look.leading
    let left = measures.sideMargin
    sheet.rule(
      from: Point(left, top - 5), to: Point(left + 90, top - 5), width: 0.5, PaperLook.hairline)
    var y = top
    for note in notes {
      let node = root.child(.note)
      for line in note {
        sheet.draw(line, at: Point(left, y + PaperLook.baseline(look)), in: node)
        y += look.leading
      }
    }
    sheet.unmark()
  }

  private func drawRunning(
    _ document: PaperDocument, page: Int, of count: Int, on sheet: PDFPages, _ setter: Typesetter
  ) {
    let format = document.format
    let look = PaperLook.running
    let width = format.width - 2 * setter.measures.sideMargin
    func line(_ text: String, isBold: Bool = false) -> TypesetLine? {
      setter.lines(
        [PaperRun(text, isBold ? .bold : [])], look, width: width - 90, hasNotes: false
      ).first
    }
    let y = format.height - setter.measures.bottomMargin * 0.5
    if let left = line(document.footer) {
      sheet.draw(left, at: Point(setter.measures.sideMargin, y), in: nil)
    }
    if let right = line("\(document.pageWord) \(page) / \(count)") {
      sheet.draw(
        right, at: Point(format.width - setter.measures.sideMargin - right.width, y), in: nil)
    }
    if let stamp = line(document.stamp, isBold: true) {
      sheet.draw(
        stamp, at: Point((format.width - stamp.width) / 2, setter.measures.topMargin * 0.6), in: nil
      )
    }
  }
}
