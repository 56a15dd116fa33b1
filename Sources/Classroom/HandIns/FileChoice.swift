/// Which of a student's files is meant by a pattern of class.yaml.
enum FileChoice {
  case none
  case one(SubmittedFile)
  /// Named otherwise than asked, but nothing else can be meant.
  case likely(SubmittedFile)
  /// Several fit, and nobody has decided.
  case several([SubmittedFile])
  /// The teacher named a file that is not there.
  case decidedMissing(String)

  /// What spreadsheets and editors save tables as.
  private static let tableEndings = [".csv", ".txt", ".tsv", ".xlsx"]

  var file: SubmittedFile? {
    switch self {
    case .one(let file), .likely(let file): file
    case .none, .several, .decidedMissing: nil
    }
  }

  /// - Parameters:
  ///   - others: patterns of what else is handed in: those files are not likely to be meant.
  ///   - decided: what the teacher wrote; nil for nothing.
  static func choose(
    _ files: [SubmittedFile], _ patterns: [FilePattern], others: [FilePattern], decided: String?
  ) -> FileChoice {
    let uploads = files.filter { !$0.owner.isOnlineText }
    if let decided {
      guard let file = uploads.first(where: { $0.name == decided || $0.baseName == decided })
      else { return .decidedMissing(decided) }
      return .one(file)
    }
    let named = uploads.filter { file in patterns.contains { $0.matches(file.baseName) } }
    // A file that cannot be opened is no rival of a sound one.
    let sound = named.filter { $0.entry.fault == nil }
    let fitting = sound.isEmpty ? named : sound
    if fitting.count > 1 { return .several(fitting) }
    if let file = fitting.first { return .one(file) }
    let likely = uploads.filter { file in
      let name = file.baseName.lowercased()
      return tableEndings.contains { name.hasSuffix($0) }
        && !others.contains { $0.matches(file.baseName) }
    }
    let openable = likely.filter { $0.entry.fault == nil }
    return openable.count == 1
      ? .likely(openable[0]) : likely.count == 1 ? .likely(likely[0]) : .none
  }
}

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
