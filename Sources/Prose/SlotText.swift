/// Placeholders for what is inserted after Markdown has been rendered: U+0000, a kind, a decimal
/// index, U+0000. Markdown treats a slot as a word, so that no value can become Markdown or HTML.
package enum SlotText {
  static let valueKind: Unicode.Scalar = "v"
  /// A slot that is a whole block.
  package static let blockKind: Unicode.Scalar = "b"

  package static func value(_ index: Int) -> String { "\u{0}\(valueKind)\(index)\u{0}" }
  package static func block(_ index: Int) -> String { "\u{0}\(blockKind)\(index)\u{0}" }

  /// Replaces every slot of `html` in one pass.
  package static func filled(
    _ html: String, value: (Int) -> String, block: (Int) -> String
  ) -> String {
    var result = ""
    for (place, part) in html.unicodeScalars.split(
      separator: Markdown.slotMark, omittingEmptySubsequences: false
    ).enumerated() {
      let text = Substring(part)
      if place % 2 == 0 {
        result += text
      } else if part.first == blockKind, let index = Int(text.dropFirst()) {
        result += block(index)
      } else if let index = Int(text.dropFirst()) {
        result += value(index)
      }
    }
    return result
  }
}
