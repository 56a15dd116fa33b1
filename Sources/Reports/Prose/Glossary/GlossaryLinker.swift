import Lessons

/// Makes the first use of each term in the running text of a report a link to its explanation.
///
/// Headings, code, tables, figures and what is a link already are left alone. Terms are found as
/// whole words, whatever their case; where several begin at one place, the longest is taken.
struct GlossaryLinker {
  private struct Form {
    /// Lower-case.
    var scalars: [Unicode.Scalar]
    var term: Int
  }

  private static let leftAlone: Set<String> = [
    "a", "code", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "table", "figure", "details", "section",
    "div", "dl",
  ]

  private let glossary: Glossary
  /// Before each anchor, so that pages with several languages have each once.
  private let prefix: String
  private var isUsed: [Bool]
  /// Of terms not used so far, longest first.
  private var forms: [Form]

  init(_ glossary: Glossary, language: Language) {
    self.glossary = glossary
    prefix = language.rawValue
    isUsed = Array(repeating: false, count: glossary.terms.count)
    forms = glossary.terms.enumerated().flatMap { place, term in
      term.forms.map { Form(scalars: Array($0.lowercased().unicodeScalars), term: place) }
    }
    .sorted { $0.scalars.count > $1.scalars.count }
  }

  /// Those that the texts so far have used, in the glossary's order.
  var used: [Glossary.Term] {
    zip(glossary.terms, isUsed).filter(\.1).map(\.0)
  }

  func anchor(of term: Glossary.Term) -> String { "\(prefix)-term-\(term.slug)" }

  /// Of the first use.
  func useAnchor(of term: Glossary.Term) -> String { "\(prefix)-use-\(term.slug)" }

  /// The same HTML with links in it. Precondition: tags are closed in order, and `<`, `>` and `&`
  /// stand in no text or attribute but as tags and entities, as our own writer has it.
  mutating func link(_ html: String) -> String {
    var result = ""
    var depth = 0
    var rest = html[...]
    while let start = rest.firstIndex(of: "<") {
      result += depth == 0 ? linkText(rest[..<start]) : String(rest[..<start])
      let end = rest[start...].firstIndex(of: ">").map(rest.index(after:)) ?? rest.endIndex
      let tag = rest[start..<end]
      let isClosing = tag.dropFirst().first == "/"
      let name = tag.drop { $0 == "<" || $0 == "/" }.prefix { $0.isLetter || $0.isNumber }
      if Self.leftAlone.contains(String(name)) { depth += isClosing ? -1 : 1 }
      result += tag
      rest = rest[end...]
    }
    return result + (depth == 0 ? linkText(rest) : String(rest))
  }

  private mutating func linkText(_ text: Substring) -> String {
    let scalars = Array(text.unicodeScalars)
    // A scalar whose lower case is several is no part of a term.
    let lower = scalars.map { scalar in
      let mapping = scalar.properties.lowercaseMapping.unicodeScalars
      return mapping.count == 1 ? mapping.first! : scalar
    }
    var result = String.UnicodeScalarView()
    var place = 0
    while place < scalars.count {
      let isStart = place == 0 || !Self.isWord(scalars[place - 1])
      guard isStart, Self.isWord(scalars[place]), let form = form(at: place, in: lower) else {
        result.append(scalars[place])
        place += 1
        continue
      }
      let term = glossary.terms[form.term]
      isUsed[form.term] = true
      forms.removeAll { $0.term == form.term }
      let end = place + form.scalars.count
      result +=
        """
        <a class="term" id="\(useAnchor(of: term))" href="#\(anchor(of: term))">
        """.unicodeScalars
      result += scalars[place..<end]
      result += "</a>".unicodeScalars
      place = end
    }
    return String(result)
  }

  private func form(at place: Int, in text: [Unicode.Scalar]) -> Form? {
    forms.first { form in
      let end = place + form.scalars.count
      return end <= text.count && text[place] == form.scalars[0]
        && text[place..<end].elementsEqual(form.scalars)
        && (end == text.count || !Self.isWord(text[end]))
    }
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "_"
  }
}
