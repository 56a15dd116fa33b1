import TestSupport

/// What the program's sources mention: its string literals and its identifiers.
struct SourceWords {
  /// Literals without interpolation, and the pieces between the interpolations of the others.
  private(set) var literals: Set<String> = []
  private(set) var identifiers: Set<String> = []
  /// Names after `let` or `var`: what a template can show.
  private(set) var properties: Set<String> = []

  /// Of every Swift file below `folder`.
  init(folder: String) {
    for (name, text) in TemporaryFolder.contents(of: folder) where name.hasSuffix(".swift") {
      for line in text.split(separator: "\n") { read(line) }
    }
  }

  private mutating func read(_ line: Substring) {
    let bytes = Array(line.utf8)
    var code: [UInt8] = []
    var at = 0
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "/"), at + 1 < bytes.count, bytes[at + 1] == bytes[at] { break }
      if bytes[at] == UInt8(ascii: "\"") {
        at = readLiteral(bytes, from: at + 1)
        code.append(UInt8(ascii: " "))
      } else {
        code.append(bytes[at])
        at += 1
      }
    }
    let words = String(decoding: code, as: UTF8.self)
      .split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init)
    identifiers.formUnion(words)
    for (word, name) in zip(words, words.dropFirst()) where word == "let" || word == "var" {
      properties.insert(name)
    }
  }

  /// The place after the literal that begins at `start`. What is interpolated counts as code.
  private mutating func readLiteral(_ bytes: [UInt8], from start: Int) -> Int {
    var piece: [UInt8] = []
    var at = start
    func keep(_ piece: [UInt8], in literals: inout Set<String>) {
      let text = String(decoding: piece, as: UTF8.self)
      literals.insert(text.hasSuffix(".") ? String(text.dropLast()) : text)
      if text.hasPrefix(".") { literals.insert(String(text.dropFirst())) }
    }
    while at < bytes.count, bytes[at] != UInt8(ascii: "\"") {
      if bytes[at] == UInt8(ascii: "\\"), at + 1 < bytes.count {
        guard bytes[at + 1] == UInt8(ascii: "(") else {
          at += 2
          continue
        }
        keep(piece, in: &literals)
        piece = []
        at = readInterpolation(bytes, from: at + 2)
      } else {
        piece.append(bytes[at])
        at += 1
      }
    }
    keep(piece, in: &literals)
    return at + 1
  }

  private mutating func readInterpolation(_ bytes: [UInt8], from start: Int) -> Int {
    var depth = 1
    var code: [UInt8] = []
    var at = start
    while at < bytes.count, depth > 0 {
      if bytes[at] == UInt8(ascii: "\"") {
        at = readLiteral(bytes, from: at + 1)
        continue
      }
      if bytes[at] == UInt8(ascii: "(") { depth += 1 }
      if bytes[at] == UInt8(ascii: ")") { depth -= 1 }
      code.append(bytes[at])
      at += 1
    }
    let words = String(decoding: code, as: UTF8.self)
      .split { !$0.isLetter && !$0.isNumber && $0 != "_" }
    identifiers.formUnion(words.map(String.init))
    return at
  }

  /// Whether `key` can be put together from literals and names of the sources, part by part or, where
  /// a suffix is appended to one, piece by piece.
  func canSpell(_ key: String) -> Bool {
    let parts = key.split(separator: ".")
    let isSpelled = canJoin(parts.count) { range in
      let piece = parts[range].joined(separator: ".")
      return literals.contains(piece) || (range.count == 1 && identifiers.contains(piece))
    }
    if isSpelled { return true }
    let letters = Array(key)
    return canJoin(letters.count) { range in
      range.count == 1
        ? letters[range.lowerBound] == "."
        : range.count > 2 && literals.contains(String(letters[range]))
    }
  }

  /// Whether `count` items fall into ranges, one after the other, that all are known.
  private func canJoin(_ count: Int, isKnown: (Range<Int>) -> Bool) -> Bool {
    var reached = [true] + [Bool](repeating: false, count: count)
    for end in 1...count {
      reached[end] = (0..<end).contains { reached[$0] && isKnown($0..<end) }
    }
    return reached[count]
  }
}
