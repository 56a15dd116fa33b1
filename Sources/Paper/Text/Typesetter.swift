import Drawing

/// Makes lines of text.
final class Typesetter {
  let fonts: PaperFonts
  let measures: PaperMeasures
  private let hyphenation: Hyphenation
  /// Addresses of links in the order in which they are met, each once: the notes.
  private(set) var notes: [String] = []

  init(_ fonts: PaperFonts, _ hyphenation: Hyphenation, _ measures: PaperMeasures) {
    self.fonts = fonts
    self.measures = measures
    self.hyphenation = hyphenation
  }

  /// - Parameter hasNotes: whether links are spelled out in notes.
  func lines(
    _ text: PaperText, _ look: TextLook, width: Double, hasNotes: Bool = true
  ) -> [TypesetLine] {
    var builder = ParagraphBuilder(fonts, hyphenation, look, width: width)
    for (index, run) in text.enumerated() {
      builder.take(run)
      // After the last run of a link.
      if hasNotes, let link = run.link, index + 1 == text.count || text[index + 1].link != link,
        let number = note(link, shownAs: run.text)
      {
        builder.take(
          PaperRun(String(number + 1), run.style.union(.raised), link: link), note: number)
      }
    }
    return LineBreaker(builder.items, width: width, isJustified: look.isJustified).lines().map {
      TypesetLine($0, of: builder.items, width: width, fonts: fonts)
    }
  }

  /// The widths of the longest word and of the whole text on one line.
  func extent(_ text: PaperText, _ look: TextLook) -> (least: Double, most: Double) {
    var look = look
    look.isHyphenated = false
    var builder = ParagraphBuilder(fonts, hyphenation, look, width: .infinity)
    for run in text { builder.take(run) }
    var (least, most, word, line) = (0.0, 0.0, 0.0, 0.0)
    for item in builder.items {
      switch item {
      case .box(let fragment):
        word += fragment.width
        line += fragment.width
      case .glue(_, let width, _, _):
        word = 0
        line += width
      case .penalty: word = 0
      case .lineBreak: (word, line) = (0, 0)
      }
      least = max(least, word)
      most = max(most, line)
    }
    // What is measured in parts may be wider by what numbers are rounded, or by kerning.
    return (least * 1.01 + 0.5, most * 1.01 + 0.5)
  }

  /// The note of an address; nil for one that the text shows itself, and within the document.
  private func note(_ link: String, shownAs text: String) -> Int? {
    guard !link.hasPrefix("#"), !link.hasPrefix("mailto:"), !link.hasSuffix(text) else {
      return nil
    }
    if let place = notes.firstIndex(of: link) { return place }
    notes.append(link)
    return notes.count - 1
  }
}
