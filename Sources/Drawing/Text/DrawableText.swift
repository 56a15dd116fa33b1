/// The characters of a text that can be drawn glyph by glyph from left to right.
///
/// Line breaks, tabs and control characters become spaces; invisible joiners are dropped; a letter
/// with a combining accent becomes the accented letter. A run of characters that the font lacks
/// (emoji) or that need shaping (Arabic, Hebrew and other right-to-left scripts) becomes one
/// U+FFFD.
func drawableScalars(of text: String, hasGlyph: (Unicode.Scalar) -> Bool) -> [Unicode.Scalar] {
  // ASCII, which most texts are, needs no lookup.
  if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return Array(text.unicodeScalars) }
  let replacement: Unicode.Scalar = "\u{FFFD}"
  var result: [Unicode.Scalar] = []
  func append(_ scalar: Unicode.Scalar) {
    if scalar == replacement && result.last == replacement { return }
    result.append(scalar)
  }
  for character in text {
    // A letter of these tables has three scalars at most, a hostile Character may have millions.
    if (2...3).contains(character.unicodeScalars.prefix(4).count),
      let single = accentedLetters[character]
    {
      append(single)
      continue
    }
    for scalar in character.unicodeScalars {
      let properties = scalar.properties
      switch properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: append(" ")
      case .format: continue
      case _ where properties.isVariationSelector: continue
      case _ where scalar == " ": append(scalar)
      default:
        let isDrawable = !isRightToLeft(scalar) && hasGlyph(scalar)
        append(isDrawable ? scalar : replacement)
      }
    }
  }
  return result
}

/// Hebrew, Arabic, Syriac, Thaana, N'Ko and their presentation forms.
package func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
  default: false
  }
}

/// Accented Latin letters by their canonically equivalent sequence.
private let accentedLetters: [Character: Unicode.Scalar] = {
  var letters: [Character: Unicode.Scalar] = [:]
  for value in UInt32(0xC0)...0x24F {
    if let scalar = Unicode.Scalar(value) { letters[Character(scalar)] = scalar }
  }
  return letters
}()
