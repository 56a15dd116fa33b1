/// A pattern of file names: `*` for any letters, `?` for one, without regard to case and to how
/// accents are encoded.
public struct FilePattern: Hashable, Sendable {
  public let text: String

  public init(_ text: String) {
    self.text = text
  }

  public func matches(_ name: String) -> Bool {
    let pattern = Array(text.lowercased())
    let letters = Array(name.lowercased())
    // Where the last `*` stood and what it had taken: on a mismatch it takes one more.
    var (place, letter) = (0, 0)
    var star: (place: Int, letter: Int)?
    while letter < letters.count {
      if place < pattern.count, pattern[place] == "*" {
        star = (place, letter)
        place += 1
      } else if place < pattern.count, pattern[place] == "?" || pattern[place] == letters[letter] {
        place += 1
        letter += 1
      } else if let last = star {
        star = (last.place, last.letter + 1)
        place = last.place + 1
        letter = last.letter + 1
      } else {
        return false
      }
    }
    return pattern[place...].allSatisfy { $0 == "*" }
  }
}
