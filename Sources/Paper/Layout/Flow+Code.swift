import Drawing

extension Flow {
  /// Lines that are too long go on in the next, indented.
  mutating func code(_ text: String, on kind: Frame.Kind) {
    var source = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if source.last == "" { source.removeLast() }
    guard !source.isEmpty else { return }
    let inner = width - 14
    let advance = setter.fonts.width("0", .code)
    let longest = source.map(\.count).max() ?? 1
    let size = max(
      PaperLook.smallestCode,
      min(PaperLook.codeSize, inner / (advance * Double(max(1, longest)))))
    let limit = max(8, Int(inner / (advance * size)))
    let lines = source.flatMap { Self.cut($0, limit: limit) }
    let own = node.child(.code)
    space(Gap(measures.blockGap))
    let start = pieces.count
    let frame = Frame(kind, x: x, width: kind == .bar ? 2 : width)
    let x = x + 7
    let letters = Letters(face: .code, size: size, color: PaperLook.ink)
    let leading = size * PaperLook.codeLeading
    frames.append(frame)
    add(Piece(height: 4))
    for (index, line) in lines.enumerated() {
      let line = TypesetLine(code: line, letters, fonts: setter.fonts)
      var piece = Piece(height: leading) { pages, origin, _ in
        pages.draw(line, at: Point(origin.x + x, origin.y + leading * 0.76), in: own)
      }
      let isNearEnd = index <= 2 || index >= lines.count - 2
      piece.breakCost = isNearEnd ? Piece.kept : 150
      if index == 0 { piece.breakCost = Piece.forbidden }
      add(piece)
    }
    keepNext()
    add(Piece(height: 4))
    frames.removeLast()
    if lines.count <= 14 { keep(from: start, cost: 400) }
    space(Gap(measures.blockGap))
  }

  private static func cut(_ line: String, limit: Int) -> [String] {
    var rest = Array(line)[...]
    var lines = [String(rest.prefix(limit))]
    rest = rest.dropFirst(limit)
    while !rest.isEmpty {
      lines.append("    " + String(rest.prefix(limit - 4)))
      rest = rest.dropFirst(limit - 4)
    }
    return lines
  }
}

extension TypesetLine {
  /// A line of code with all its spaces.
  init(code: String, _ letters: Letters, fonts: PaperFonts) {
    self.init()
    for part in fonts.parts(of: code, in: letters.face ?? .code) {
      var letters = letters
      letters.face = part.face
      let factor = part.face.map { fonts.width(part.text, $0) }
      add(
        Fragment(
          text: part.text, letters: letters,
          width: letters.size * (factor ?? Self.missingWidth * Double(part.text.count))), fonts)
    }
    end(fonts)
  }
}
