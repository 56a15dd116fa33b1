import Prose

extension Quiz {
  /// The quiz in Moodle's GIFT format: one question per paragraph, named after its blank.
  func gift() -> String {
    var text = "// \(Self.line(title))\n\n"
    for question in questions {
      // `[html]`: the text is escaped as HTML, so that the course's default format does not change
      // it.
      text +=
        "::\(Self.escaped(question.name))::[html]<p>\(Self.html(question.text))</p>\(answer(question))\n\n"
    }
    return text
  }

  private func answer(_ question: Question) -> String {
    switch question.kind {
    case .essay: return "{}"
    case .number(_, let low, let high):
      let (middle, size) = Question.tolerance(low, high)
      return "{#\(middle):\(size)}"
    case .choice(let choices, let right):
      let items = choices.indices.map { "\($0 == right ? "=" : "~")\(Self.choice(choices[$0]))" }
      return "{\n\(items.joined(separator: "\n"))\n}"
    }
  }

  /// A choice; a leading `%50%` would be read as a share of the points.
  private static func choice(_ text: String) -> String {
    let html = html(text)
    return html.hasPrefix("%") ? "&\\#37;" + html.dropFirst() : html
  }

  /// Escapes HTML, then GIFT's own special characters: `~ = # { } :` and the backslash.
  private static func html(_ text: String) -> String {
    escaped(
      HTML.escaped(text).split(separator: "\n", omittingEmptySubsequences: false)
        .joined(separator: "<br>"))
  }

  private static func escaped(_ text: String) -> String {
    text.reduce(into: "") { result, character in
      if "~=#{}:\\".contains(character) { result.append("\\") }
      result.append(character)
    }
  }

  private static func line(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}
