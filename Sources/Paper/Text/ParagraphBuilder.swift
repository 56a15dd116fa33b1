import Drawing

/// Cuts runs of text into boxes, glue and penalties for lines of one width.
struct ParagraphBuilder {
  let fonts: PaperFonts
  let hyphenation: Hyphenation
  let look: TextLook
  /// Of a line: what is longer is cut.
  let width: Double
  private(set) var items: [ParagraphItem] = []

  private static let raised = 0.66
  /// Code's letters are wide and high.
  static let codeSize = 0.82
  private static let mutedColor = Color(0x555555)
  private static let linkColor = Color(0x1F3F77)
  private static let shortestHyphenated = 5
  private static let hyphenCost = 50.0
  /// Between two characters of a word longer than the line.
  private static let cutCost = 300.0

  init(_ fonts: PaperFonts, _ hyphenation: Hyphenation, _ look: TextLook, width: Double) {
    self.fonts = fonts
    self.hyphenation = hyphenation
    self.look = look
    self.width = width
  }

  /// - Parameter note: the number of the note that spells out the run's link.
  mutating func take(_ run: PaperRun, note: Int? = nil) {
    switch run.kind {
    case .lineBreak: items.append(.lineBreak)
    case .blank(let wish):
      let letters = letters(run)
      items.append(
        .box(Fragment(text: "", letters: letters, width: min(wish, width), isBlank: true)))
    case .text: takeText(run, note)
    }
  }

  private mutating func takeText(_ run: PaperRun, _ note: Int?) {
    var letters = letters(run)
    letters.note = note
    let face = letters.face ?? .serif
    let space = fonts.width(" ", face) * letters.size
    let words = run.text.split(omittingEmptySubsequences: false) {
      $0.isWhitespace && $0 != "\u{A0}"
    }
    for (index, word) in words.enumerated() {
      if index > 0, !endsInGlue {
        let isElastic = look.isJustified && !run.style.contains(.code)
        items.append(
          .glue(
            letters, width: space, stretch: isElastic ? space * 0.6 : 0,
            shrink: isElastic ? space * 0.3 : 0))
      }
      for part in fonts.parts(of: String(word), in: face) {
        letters.face = part.face
        add(part.text, letters, isCode: run.style.contains(.code))
      }
    }
  }

  private var endsInGlue: Bool {
    switch items.last {
    case .glue, .lineBreak, nil: true
    case .box, .penalty: false
    }
  }

  private func letters(_ run: PaperRun) -> Letters {
    let style = run.style
    let isBold = style.contains(.bold) || look.isBold
    let face: PaperFonts.Face =
      if style.contains(.code) {
        isBold ? .codeBold : .code
      } else if style.contains(.italic) {
        isBold ? .serifBoldItalic : .serifItalic
      } else {
        isBold ? .serifBold : .serif
      }
    var letters = Letters(face: face, size: look.size, color: look.color, link: run.link)
    if style.contains(.code) { letters.size *= Self.codeSize }
    if style.contains(.raised) {
      letters.rise = look.size * 0.36
      letters.size *= Self.raised
    }
    if style.contains(.muted) { letters.color = Self.mutedColor }
    if run.link != nil { letters.color = Self.linkColor }
    return letters
  }

  /// Adds a part of a word in one face.
  private mutating func add(_ text: String, _ letters: Letters, isCode: Bool) {
    var rest = Array(text)[...]
    while !rest.isEmpty {
      let run = rest.prefix { $0.isLetter }
      if run.isEmpty {
        // Signs up to the next letter, with a place to divide after some.
        var signs = rest.prefix { !$0.isLetter }
        if let cut = signs.firstIndex(where: { Self.dividesAfter($0, isCode: isCode) }) {
          signs = signs[...cut]
        }
        box(String(signs), letters)
        rest = rest.dropFirst(signs.count)
        if let last = signs.last, Self.dividesAfter(last, isCode: isCode), !rest.isEmpty {
          items.append(.penalty(isCode ? 80 : 30, hyphen: nil))
        }
      } else {
        word(String(run), letters, isCode: isCode)
        rest = rest.dropFirst(run.count)
      }
    }
  }

  private static func dividesAfter(_ character: Character, isCode: Bool) -> Bool {
    switch character {
    case "-", "–", "—", "/": true
    case ".", "_", "(", ",", "=": isCode
    default: false
    }
  }

  private mutating func word(_ text: String, _ letters: Letters, isCode: Bool) {
    guard look.isHyphenated, !isCode, let face = letters.face,
      text.count >= Self.shortestHyphenated
    else { return box(text, letters) }
    let characters = Array(text)
    var start = 0
    for place in hyphenation.places(in: text) {
      box(String(characters[start..<place]), letters)
      let hyphen = Fragment(
        text: "-", letters: letters, width: fonts.width("-", face) * letters.size)
      items.append(.penalty(Self.hyphenCost, hyphen: hyphen))
      start = place
    }
    box(String(characters[start...]), letters)
  }

  private mutating func box(_ text: String, _ letters: Letters) {
    let width = width(of: text, letters)
    guard width > self.width, text.count > 1 else {
      items.append(.box(Fragment(text: text, letters: letters, width: width)))
      return
    }
    for (index, character) in text.enumerated() {
      if index > 0 { items.append(.penalty(Self.cutCost, hyphen: nil)) }
      let text = String(character)
      items.append(
        .box(Fragment(text: text, letters: letters, width: self.width(of: text, letters))))
    }
  }

  private func width(of text: String, _ letters: Letters) -> Double {
    guard let face = letters.face else {
      return TypesetLine.missingWidth * letters.size * Double(text.count)
    }
    return fonts.width(text, face) * letters.size
  }
}
