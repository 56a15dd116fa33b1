/// Headers compared as people do: without regard to case, accents, blanks, `_` and how accents are
/// encoded.
package enum ColumnName {
  /// Of a header in bytes, so that folding one costs little whatever a file holds.
  static let lengthLimit = 1_000

  package static func folded(_ name: String) -> [UInt8] {
    var folded: [UInt8] = []
    if name.utf8.allSatisfy({ $0 < 0x80 }) {
      for byte in name.utf8 where byte > 0x20 && byte != UInt8(ascii: "_") {
        folded.append(byte &- 65 < 26 ? byte | 0x20 : byte)
      }
      return folded
    }
    for character in name.lowercased() {
      if character == "_" || character.isWhitespace { continue }
      folded += plain(character).utf8
    }
    return folded
  }

  /// A lower-case Latin letter without its accent; anything else as it is.
  package static func plain(_ character: Character) -> Character {
    plainLetters[character] ?? character
  }

  /// Without blanks at either end.
  package static func trimmed(_ name: String) -> String {
    let start = name.drop { $0.isWhitespace || $0 == "\u{feff}" }
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...last])
  }

  /// Latin letters with one accent, in either encoding: Character compares them as equal.
  private static let plainLetters: [Character: Character] = {
    let accents = [
      "\u{300}", "\u{301}", "\u{302}", "\u{303}", "\u{304}", "\u{306}", "\u{307}", "\u{308}",
      "\u{30a}", "\u{30b}", "\u{30c}", "\u{327}", "\u{328}",
    ]
    var letters: [Character: Character] = [:]
    for letter in "abcdefghijklmnopqrstuvwxyz" {
      for accent in accents { letters[Character(String(letter) + accent)] = letter }
    }
    return letters
  }()
}
