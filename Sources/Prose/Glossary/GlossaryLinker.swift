import Lessons

/// Links the first use of each term in a report's running text to its explanation.
///
/// Skips headings, code, tables, figures and existing links. Terms match as whole words in any
/// case; of several at the same position, the longest is used.
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
  /// Prefix of the anchors, unique for each language of a page.
  private let prefix: String
  private var isUsed: [Bool]
  /// Forms of terms that were not used yet, longest first.
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

  /// The terms used so far, in the glossary's order.
  package var used: [Glossary.Term] {
    zip(glossary.terms, isUsed).filter(\.1).map(\.0)
  }

  package func anchor(of term: Glossary.Term) -> String { "\(prefix)-term-\(term.slug)" }

  /// The anchor of the term's first use.
  package func useAnchor(of term: Glossary.Term) -> String { "\(prefix)-use-\(term.slug)" }

  /// `html` with links. Precondition: tags are closed in order, and `<`, `>` and `&` occur only in
  /// tags and entities, as `HTMLWriter` writes them.
  package mutating func link(_ html: String) -> String {
    var result = ""
    result.reserveCapacity(html.utf8.count + 4096)
    var depth = 0
    var rest = html[...]
    // Searches bytes, because a single-file page contains megabytes of pictures in its tags.
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
    /// The text before this index is in the result.
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

  /// The lower-case scalar; a scalar with several lower-case scalars is in no term.
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
