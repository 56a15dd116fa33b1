/// Reads answers from lines of text: `cero: 31,9`, `- cero = 31.9 °F`, `cero,31,9`.
///
/// The first separator ends the id; a line that starts with no id goes on with the text before it.
struct AnswerLines {
  private let matcher: AnswerMatcher

  init(_ matcher: AnswerMatcher) { self.matcher = matcher }

  func entries(in text: String) -> [AnswerMatcher.Entry] {
    var entries: [AnswerMatcher.Entry] = []
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() {
      if let entry = entry(line, number: index + 1, after: entries.last) {
        entries.append(entry)
      } else if !entries.isEmpty, isText(entries[entries.count - 1]) {
        let addition = line.trimmingBlanks
        guard !addition.isEmpty else { continue }
        entries[entries.count - 1].text +=
          (entries[entries.count - 1].text.isEmpty ? "" : "\n") + addition
      }
    }
    return entries
  }

  private func entry(
    _ line: Substring, number: Int, after previous: AnswerMatcher.Entry?
  ) -> AnswerMatcher.Entry? {
    var line = line.drop { $0.isWhitespace || $0 == "\u{feff}" }
    if let mark = line.first, "-*•–".contains(mark) {
      line = line.dropFirst().drop(while: \.isWhitespace)
    }
    guard let end = line.firstIndex(where: { ":=\t;,|→".contains($0) }) else { return nil }
    let id = unquoted(line[..<end].trimmingBlanks)
    let text = unquoted(line[line.index(after: end)...].trimmingBlanks)
    if matcher.blank(id) == nil {
      // `Hola, profe` greets; `promedio,4` answers.
      let isSentence =
        line[end] == "," && line[line.index(after: end)...].first?.isWhitespace == true
      guard !isSentence, looksLikeID(id), !AnswerFile.questionNames.contains(id.lowercased()) else {
        return nil
      }
      // Inside a written answer `Nota: ...` is a sentence, unless it is nearly an id.
      if let previous, isText(previous), matcher.suggestion(for: id) == nil { return nil }
    }
    return AnswerMatcher.Entry(id: id, text: text, line: number)
  }

  private func isText(_ entry: AnswerMatcher.Entry) -> Bool {
    matcher.blank(entry.id)?.kind == .text
  }

  private func looksLikeID(_ text: String) -> Bool {
    (1...64).contains(text.utf8.count) && text.contains(where: \.isLetter)
      && text.allSatisfy { $0.isLetter || $0.isNumber || "-_.".contains($0) }
  }

  private func unquoted(_ text: String) -> String {
    guard text.count > 1, text.first == "\"", text.last == "\"" else { return text }
    return text.dropFirst().dropLast().trimmingBlanks
  }
}
