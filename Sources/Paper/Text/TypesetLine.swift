import Drawing

/// A line of text with every glyph at its place.
struct TypesetLine {
  /// The width of the box drawn for a character that no face has, in parts of the letters' size.
  static let missingWidth = 0.62

  struct Glyph {
    var index: UInt32
    var x: Double
    /// Downwards from the baseline.
    var y: Double
  }

  /// Letters that look alike, with the spaces between and after them.
  struct Part {
    var letters: Letters
    var text = ""
    var glyphs: [Glyph] = []
    /// For each group of glyphs, the bytes of text it shows and how many glyphs it has.
    var clusters: [(bytes: Int, glyphs: Int)] = []
    /// Of characters that no face has.
    var boxes: [Double] = []
    /// A line to write on.
    var blank: (start: Double, end: Double)?
    var start = 0.0
    var end = 0.0
  }

  private(set) var parts: [Part] = []
  private(set) var width = 0.0
  var isDivided = false

  /// Numbers of the notes it mentions.
  var notes: [Int] {
    parts.reduce(into: []) { notes, part in
      if let note = part.letters.note, !notes.contains(note) { notes.append(note) }
    }
  }

  init() {}

  /// - Parameter width: of the whole line, for those that are filled.
  init(_ line: LineBreaker.Line, of items: [ParagraphItem], width full: Double, fonts: PaperFonts) {
    var words: [(fragment: Fragment, glue: (width: Double, stretch: Double, shrink: Double)?)] = []
    for item in items[line.items] {
      switch item {
      case .box(let fragment):
        // Parts of one word are shaped as one.
        if let last = words.last, last.glue == nil, !fragment.isBlank, !last.fragment.isBlank,
          last.fragment.letters == fragment.letters
        {
          words[words.count - 1].fragment.text += fragment.text
        } else {
          words.append((fragment, nil))
        }
      case .glue(_, let width, let stretch, let shrink):
        if !words.isEmpty { words[words.count - 1].glue = (width, stretch, shrink) }
      case .penalty, .lineBreak: break
      }
    }
    isDivided = line.hyphen != nil
    if !words.isEmpty { words[words.count - 1].glue = nil }
    for index in words.indices {
      words[index].fragment.width = Self.width(of: words[index].fragment, fonts)
    }
    let natural =
      words.reduce(0) { $0 + $1.fragment.width + ($1.glue?.width ?? 0) } + (line.hyphen?.width ?? 0)
    let room = full - natural
    let elastic = words.reduce(0) { sum, word in
      sum + (room > 0 ? word.glue?.stretch ?? 0 : word.glue?.shrink ?? 0)
    }
    let isElastic = elastic > 0 && (line.isFilled || room < 0)
    let ratio = isElastic ? max(-1, room / elastic) : 0
    for word in words {
      add(word.fragment, fonts)
      if let glue = word.glue {
        space(glue.width + ratio * (ratio > 0 ? glue.stretch : glue.shrink), fonts)
      }
    }
    if let hyphen = line.hyphen, let face = hyphen.letters.face, !parts.isEmpty {
      // Copied or read out, the word is whole: the sign says "soft hyphen".
      append(fonts.shape(hyphen.text, face), "\u{AD}")
      width += hyphen.width
    }
    end(fonts)
  }

  /// Puts a space that takes no room behind the last word, but not within a divided one.
  mutating func end(_ fonts: PaperFonts) {
    if !isDivided { space(0, fonts) }
  }

  private static func width(of fragment: Fragment, _ fonts: PaperFonts) -> Double {
    guard !fragment.isBlank, let face = fragment.letters.face else {
      return fragment.isBlank
        ? fragment.width
        : missingWidth * fragment.letters.size * Double(fragment.text.count)
    }
    return fonts.width(fragment.text, face) * fragment.letters.size
  }

  mutating func add(_ fragment: Fragment, _ fonts: PaperFonts) {
    let letters = fragment.letters
    if parts.last?.letters != letters || fragment.isBlank || parts.last?.blank != nil {
      parts.append(Part(letters: letters, start: width))
    }
    let last = parts.count - 1
    if fragment.isBlank {
      parts[last].blank = (width, width + fragment.width)
    } else if let face = letters.face {
      append(fonts.shape(fragment.text, face), fragment.text)
    } else {
      for index in fragment.text.indices.enumerated() {
        parts[last].boxes.append(width + Self.missingWidth * letters.size * Double(index.offset))
      }
    }
    width += fragment.width
    parts[last].end = width
  }

  private mutating func append(_ shaped: ShapedText, _ text: String) {
    let last = parts.count - 1
    let size = parts[last].letters.size
    let length = text.utf8.count
    var index = 0
    while index < shaped.glyphs.count {
      let cluster = shaped.glyphs[index].cluster
      var end = index
      while end < shaped.glyphs.count, shaped.glyphs[end].cluster == cluster {
        let glyph = shaped.glyphs[end]
        parts[last].glyphs.append(
          Glyph(
            index: glyph.index, x: width + glyph.x * size,
            y: glyph.y * size - parts[last].letters.rise))
        end += 1
      }
      let next = end < shaped.glyphs.count ? shaped.glyphs[end].cluster : length
      parts[last].clusters.append((next - cluster, end - index))
      index = end
    }
    parts[last].text += text
  }

  /// A space that belongs to the letters before it, so that words stay apart where text is copied.
  private mutating func space(_ advance: Double, _ fonts: PaperFonts) {
    if let face = parts.last?.letters.face, parts.last?.blank == nil {
      append(fonts.shape(" ", face), " ")
    }
    width += advance
  }
}
