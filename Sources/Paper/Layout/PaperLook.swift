import Drawing

/// Sizes in points of 1/72 inch and colours of a printed page.
enum PaperLook {
  static let ink = Color(0x111111)
  static let muted = Color(0x555555)
  static let hairline = Color(0x8A8A8A)
  static let shade = Color(0xF3F3F1)
  static let accent = Color(0x1F3F77)

  static let caption = TextLook(
    size: 9.4, color: Color(0x333333), leading: 11.8, isHyphenated: true)
  static let note = TextLook(size: 8.6, color: ink, leading: 10.6)
  static let small = TextLook(size: 9, color: muted, leading: 11.4)
  static let running = TextLook(size: 9, color: muted, leading: 11)

  static func cell(_ size: Double) -> TextLook {
    TextLook(size: size, color: ink, leading: size * 1.25)
  }

  static let cellSizes = [9.6, 9, 8.4, 7.8, 7.2, 6.6]
  static let cellPadding = 5.0
  static let codeSize = 8.3
  static let smallestCode = 7.0
  static let codeLeading = 1.3

  static let squareSize = 14.17
  static let logoHeight = 36.0
  static let columnGap = 20.0
  /// Where a line's baseline lies below its top.
  static func baseline(_ look: TextLook) -> Double { look.leading / 2 + look.size * 0.27 }
}
