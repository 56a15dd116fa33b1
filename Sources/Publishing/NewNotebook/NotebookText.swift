/// The text of a notebook.yaml; replaces top-level keys and keeps everything else, including
/// comments.
struct NotebookText {
  private var lines: [Substring]

  init(_ text: String) {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  var text: String { lines.joined(separator: "\n") }

  /// Replaces the lines of a key by `key: value`; inserts it after `id` if it is missing.
  mutating func set(_ key: String, to value: String) {
    let line = Substring("\(key): \(value)")
    guard let start = lines.firstIndex(where: { Self.key(of: $0) == key }) else {
      let place = lines.firstIndex { Self.key(of: $0) == "id" } ?? 0
      lines.insert(line, at: place + 1)
      return
    }
    var end = start + 1
    while end < lines.count, Self.continues(lines[end]) { end += 1 }
    // Blank lines and comments before the next key belong to that key.
    while end > start + 1, Self.isAside(lines[end - 1]) { end -= 1 }
    lines.replaceSubrange(start..<end, with: [line])
  }

  /// The path of the schema in the comment for editors, relative to the file.
  var schema: String? {
    get { lines.lazy.compactMap(Self.schema).first }
    set {
      guard let place = lines.firstIndex(where: { Self.schema($0) != nil }) else { return }
      lines.replaceSubrange(
        place...place, with: newValue.map { [Substring(Self.schemaMark + $0)] } ?? [])
    }
  }

  private static let schemaMark = "# yaml-language-server: $schema="

  private static func schema(_ line: Substring) -> String? {
    line.hasPrefix(schemaMark) ? String(line.dropFirst(schemaMark.count)) : nil
  }

  /// A YAML string that may contain anything.
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for character in text {
      if character == "\"" || character == "\\" { quoted.append("\\") }
      quoted.append(character)
    }
    return quoted + "\""
  }

  /// The key at the start of a line without indentation.
  private static func key(of line: Substring) -> String? {
    guard let colon = line.firstIndex(of: ":"), let first = line.first, first.isLetter else {
      return nil
    }
    return String(line[..<colon])
  }

  /// Whether a line may continue the value of the key above.
  private static func continues(_ line: Substring) -> Bool {
    isAside(line) || line.first == " " || line.hasPrefix("- ") || line == "-" || line.first == "}"
      || line.first == "]"
  }

  private static func isAside(_ line: Substring) -> Bool {
    line.allSatisfy(\.isWhitespace) || line.first == "#"
  }
}
