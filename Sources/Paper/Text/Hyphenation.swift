import Glibc

/// Where words may be divided: Liang's patterns as LibreOffice's dictionaries hold them.
public final class Hyphenation {
  /// No dictionary has a megabyte.
  private static let sizeLimit = 4 << 20
  /// A longer word is no word.
  private static let longestWord = 60

  private static let folder = "/usr/share/hyphen/"
  private static let files = [
    (language: "es", name: "hyph_es_ES.dic", package: "hyphen-es"),
    (language: "en", name: "hyph_en_US.dic", package: "hyphen-en-us"),
  ]

  /// The dictionaries of all languages.
  static func paths() -> [String] { files.map { folder + $0.name } }

  private var levels: [[UInt32]: [UInt8]] = [:]
  private var longest = 0
  private var leftMinimum = 2
  private var rightMinimum = 2
  private var known: [String: [Int]] = [:]

  /// Reads the patterns of a language; any but English and Spanish is not hyphenated.
  ///
  /// - Parameter language: a BCP 47 tag.
  public init(language: String) throws(PaperError) {
    guard let (_, name, package) = Self.files.first(where: { language.hasPrefix($0.language) })
    else { return }
    let path = Self.folder + name
    guard let text = Self.read(path) else {
      throw .hyphenationMissing(path: path, package: package)
    }
    for line in text.split(whereSeparator: \.isNewline) { take(line) }
  }

  private static func read(_ path: String) -> String? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= sizeLimit {
      let count = fread(&chunk, 1, chunk.count, file)
      guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
      bytes += chunk[..<count]
    }
    return nil
  }

  private func take(_ line: Substring) {
    let words = line.split(separator: " ")
    if words.count == 2, let value = Int(words[1]) {
      if words[0] == "LEFTHYPHENMIN" { leftMinimum = value }
      if words[0] == "RIGHTHYPHENMIN" { rightMinimum = value }
    }
    // The first line names the character set.
    guard words.count == 1, line != "UTF-8", !line.hasPrefix("%") else { return }
    var letters: [UInt32] = []
    var values: [UInt8] = [0]
    for scalar in line.unicodeScalars {
      if ("0"..."9").contains(scalar) {
        values[values.count - 1] = UInt8(scalar.value - 48)
      } else {
        letters.append(scalar.value)
        values.append(0)
      }
    }
    levels[letters] = values
    longest = max(longest, letters.count)
  }

  /// The places, counted in characters from the word's start, where it may be divided.
  func places(in word: String) -> [Int] {
    if let found = known[word] { return found }
    let letters = word.lowercased().unicodeScalars.map(\.value)
    guard letters.count == word.count, letters.count <= Self.longestWord,
      letters.count >= leftMinimum + rightMinimum
    else { return [] }
    let dotted = [46] + letters + [46]
    var values = [UInt8](repeating: 0, count: dotted.count + 1)
    for start in dotted.indices {
      for end in (start + 1)...max(start + 1, min(dotted.count, start + longest)) {
        guard let pattern = levels[Array(dotted[start..<end])] else { continue }
        for (index, value) in pattern.enumerated() {
          values[start + index] = max(values[start + index], value)
        }
      }
    }
    let places = (leftMinimum...(letters.count - rightMinimum)).filter { values[$0 + 1] % 2 == 1 }
    known[word] = places
    return places
  }
}
