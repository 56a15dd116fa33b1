import Drawing

/// How letters look.
struct Letters: Hashable {
  /// nil for characters that no face has, which are drawn as boxes.
  var face: PaperFonts.Face?
  var size: Double
  var color: Color
  /// Above the baseline.
  var rise = 0.0
  var link: String?
  /// The note that these letters are the number of.
  var note: Int?
}

/// A part of a word that is never divided.
struct Fragment {
  var text: String
  var letters: Letters
  var width: Double
  var isBlank = false
}

/// What a paragraph consists of, as Knuth and Plass see it.
enum ParagraphItem {
  case box(Fragment)
  /// A space; it vanishes where a line ends.
  case glue(Letters, width: Double, stretch: Double, shrink: Double)
  /// A place to divide a word, with the hyphen to be added there.
  case penalty(Double, hyphen: Fragment?)
  case lineBreak
}

/// The size, colour and justification of a paragraph.
struct TextLook {
  var size: Double
  var color: Color
  var leading: Double
  var isJustified = false
  var isHyphenated = false
  /// Every letter is bold.
  var isBold = false
}
