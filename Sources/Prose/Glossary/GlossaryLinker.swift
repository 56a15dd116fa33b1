import Lessons

/// Makes the first use of each term in the running text of a report a link to its explanation.
///
/// Headings, code, tables, figures and what is a link already are left alone. Terms are found as
/// whole words, whatever their case; where several begin at one place, the longest is taken.
package struct GlossaryLinker {
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

  package init(_ glossary: Glossary, language: Language) {
    self.glossary = glossary
    prefix = language.rawValue
    isUsed = Array(repeating: false, count: glossary.terms.count)
    forms = glossary.terms.enumerated().flatMap { place, term in
      term.forms.map { Form(scalars: Array($0.lowercased().unicodeScalars), term: place) }
    }
    .sorted { $0.scalars.count > $1.scalars.count }
  }

  /// Those that the texts so far have used, in the glossary's order.
  package var used: [Glossary.Term] {
    zip(glossary.terms, isUsed).filter(\.1).map(\.0)
  }

  package func anchor(of term: Glossary.Term) -> String { "\(prefix)-term-\(term.slug)" }

  /// Of the first use.
  package func useAnchor(of term: Glossary.Term) -> String { "\(prefix)-use-\(term.slug)" }

  /// The same HTML with links in it. Precondition: tags are closed in order, and `<`, `>` and `&`
  /// stand in no text or attribute but as tags and entities, as our own writer has it.
  package mutating func link(_ html: String) -> String {
    var result = ""
    result.reserveCapacity(html.utf8.count + 4096)
    var depth = 0
    var rest = html[...]
    // Bytes: a page of one file holds megabytes of pictures in its tags.
    while let start = rest.utf8.firstIndex(of: UInt8(ascii: "<")) {
      result += depth == 0 ? linkText(rest[..<start]) : rest[..<start]
      let end = rest.utf8[start...].firstIndex(of: UInt8(ascii: ">"))
      let next = end.map(rest.utf8.index(after:)) ?? rest.endIndex
      let tag = rest[start..<next]
      let isClosing = tag.utf8.dropFirst().first == UInt8(ascii: "/")
      let name = tag.utf8.dropFirst(isClosing ? 2 : 1).prefix {
        $0 > UInt8(ascii: "/") && $0 != UInt8(ascii: ">")
      }
      if Self.leftAlone.contains(String(Substring(name))) { depth += isClosing ? -1 : 1 }
      result += tag
      rest = rest[next...]
    }
    return result + (depth == 0 ? linkText(rest) : rest)
  }

  private mutating func linkText(_ text: Substring) -> Substring {
    let scalars = Array(text.unicodeScalars)
    let lower = scalars.map(Self.lowercase)
    let isWord = scalars.map(Self.isWord)
    var result = ""
    /// What stands before it is in the result.
    var written = 0
    var place = 0
    while place < scalars.count {
      guard isWord[place], place == 0 || !isWord[place - 1],
        let form = form(at: place, in: lower, isWord)
      else {
        place += 1
        continue
      }
      let term = glossary.terms[form.term]
      isUsed[form.term] = true
      forms.removeAll { $0.term == form.term }
      let end = place + form.scalars.count
      result.unicodeScalars += scalars[written..<place]
      result += "<a class=\"term\" id=\"\(useAnchor(of: term))\" href=\"#\(anchor(of: term))\">"
      result.unicodeScalars += scalars[place..<end]
      result += "</a>"
      place = end
      written = end
    }
    if written == 0 { return text }
    result.unicodeScalars += scalars[written...]
    return result[...]
  }

  private func form(at place: Int, in text: [Unicode.Scalar], _ isWord: [Bool]) -> Form? {
    forms.first { form in
      let end = place + form.scalars.count
      return end <= text.count && text[place] == form.scalars[0]
        && text[place..<end].elementsEqual(form.scalars)
        && (end == text.count || !isWord[end])
    }
  }

  /// A scalar whose lower case is several is no part of a term.
  private static func lowercase(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if scalar.isASCII {
      return "A"..."Z" ~= scalar ? Unicode.Scalar(UInt8(scalar.value) | 0x20) : scalar
    }
    let mapping = scalar.properties.lowercaseMapping.unicodeScalars
    return mapping.count == 1 ? mapping.first! : scalar
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return "a"..."z" ~= scalar || "A"..."Z" ~= scalar || "0"..."9" ~= scalar || scalar == "_"
    }
    return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }
}
