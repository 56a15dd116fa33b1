/// The sizes that differ between what is read and what is written on, in points of 1/72 inch.
struct PaperMeasures {
  var sideMargin: Double
  var topMargin: Double
  var bottomMargin: Double
  var size: Double
  var leading: Double
  var paragraphGap: Double
  /// Of titles, from the document's own down.
  var headings: [Double]
  /// Of a figure's own points.
  var figureScale: Double
  /// From one line to write on to the next: a hand needs no less and no more than these.
  var ruledPitch: (least: Double, usual: Double, most: Double)
  /// Of a table's cell to write in.
  var cellHeight: Double

  static func measures(_ kind: PaperKind) -> PaperMeasures {
    switch kind {
    case .reading:
      PaperMeasures(
        sideMargin: 56, topMargin: 46, bottomMargin: 50, size: 9.8, leading: 12,
        paragraphGap: 4, headings: [19, 13.5, 11.5, 10.5], figureScale: 0.45,
        ruledPitch: (17, 20, 31), cellHeight: 22)
    case .sheet:
      PaperMeasures(
        sideMargin: 43, topMargin: 38, bottomMargin: 42, size: 10.2, leading: 12.3,
        paragraphGap: 3.4, headings: [16.5, 12.5, 11, 10.2], figureScale: 0.5,
        ruledPitch: (16.5, 18, 30), cellHeight: 16.8)
    case .key:
      PaperMeasures(
        sideMargin: 43, topMargin: 40, bottomMargin: 38, size: 9, leading: 10.6,
        paragraphGap: 2.4, headings: [15, 12, 10.5, 9.5], figureScale: 0.38,
        ruledPitch: (16.5, 18, 30), cellHeight: 13)
    }
  }

  /// Around tables, code and figures.
  var blockGap: Double { paragraphGap * 1.3 }

  var body: TextLook {
    TextLook(
      size: size, color: PaperLook.ink, leading: leading, isJustified: true, isHyphenated: true)
  }

  var ragged: TextLook {
    TextLook(size: size, color: PaperLook.ink, leading: leading, isHyphenated: true)
  }

  func heading(_ level: Int) -> TextLook {
    let size = headings[min(headings.count, max(1, level)) - 1]
    return TextLook(size: size, color: PaperLook.ink, leading: size * 1.2, isBold: true)
  }
}
