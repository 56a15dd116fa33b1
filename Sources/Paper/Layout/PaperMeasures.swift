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
        sideMargin: 60, topMargin: 50, bottomMargin: 54, size: 10.3, leading: 12.9,
        paragraphGap: 5, headings: [20, 14.5, 12, 11], figureScale: 0.54,
        ruledPitch: (17, 20, 31), cellHeight: 22)
    case .sheet:
      PaperMeasures(
        sideMargin: 43, topMargin: 38, bottomMargin: 42, size: 10.2, leading: 12.3,
        paragraphGap: 3.4, headings: [16.5, 12.5, 11, 10.2], figureScale: 0.5,
        ruledPitch: (16.5, 18, 30), cellHeight: 16.8)
    case .key:
      PaperMeasures(
        sideMargin: 43, topMargin: 44, bottomMargin: 42, size: 9.2, leading: 11,
        paragraphGap: 2.6, headings: [15, 12, 10.5, 9.5], figureScale: 0.42,
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
