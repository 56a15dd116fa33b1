extension FontBook {
  /// The largest size, from the style's down to `smallest`, at which the text fits in the given
  /// number of lines without an ellipsis, and those lines.
  public func shrunk(
    _ text: String, _ style: TextStyle, width: Double, lines limit: Int, smallest: Double
  ) -> (lines: [String], style: TextStyle) {
    var style = style
    while true {
      let lines = wrapped(text, style, width: width, lines: limit)
      let isWhole = !lines.contains { $0.hasSuffix("…") }
      if isWhole || style.size <= smallest { return (lines, style) }
      style = style.sized(max(smallest, style.size - 0.5))
    }
  }

  /// The text, or as much of its start as fits, followed by an ellipsis.
  public func fitted(_ text: String, _ style: TextStyle, width: Double) -> String {
    // A text shrunk to exactly this width may exceed it by a rounding error.
    let width = width + 1e-6
    guard self.width(of: text, style) > width else { return text }
    let characters = Array(text)
    var low = 0
    var high = characters.count
    while low < high {
      let middle = (low + high + 1) / 2
      let candidate = String(characters[..<middle]) + "…"
      if self.width(of: candidate, style) <= width { low = middle } else { high = middle - 1 }
    }
    var kept = characters[..<low]
    while kept.last == " " { kept.removeLast() }
    return String(kept) + "…"
  }

  /// The text broken at spaces into lines that fit; the last one ends in an ellipsis if text is
  /// left over.
  public func wrapped(_ text: String, _ style: TextStyle, width: Double, lines limit: Int)
    -> [String]
  {
    var lines: [String] = []
    var rest = text.split(whereSeparator: \.isWhitespace).map(String.init)[...]
    while !rest.isEmpty && lines.count < limit {
      if lines.count == limit - 1 {
        lines.append(fitted(rest.joined(separator: " "), style, width: width))
        return lines
      }
      var line = rest.removeFirst()
      while let word = rest.first, self.width(of: line + " " + word, style) <= width {
        line += " " + word
        rest.removeFirst()
      }
      let cut = fitted(line, style, width: width)
      lines.append(cut)
    }
    return lines
  }
}
