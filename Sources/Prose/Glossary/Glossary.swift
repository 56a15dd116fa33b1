import Lessons
import Phrases

/// The terms of the field and their explanations, in one language.
///
/// `templates/report/glossary.LANGUAGE.yaml` maps a term and, after vertical bars, its other forms
/// to an explanation: `"época | épocas": "..."`. A copy of the templates may change, add and remove
/// terms.
package struct Glossary: Sendable {
  package struct Term: Sendable, Equatable {
    package var name: String
    /// The name and its other forms.
    var forms: [String]
    package var explanation: String

    /// The name reduced to lower-case ASCII, for anchors.
    var slug: String {
      let folds: [Character: Character] = [
        "á": "a", "é": "e", "í": "i", "ó": "o", "ú": "u", "ü": "u", "ñ": "n",
      ]
      let plain = name.lowercased().map { folds[$0] ?? $0 }
      return String(plain.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
    }
  }

  let terms: [Term]

  package static func load(templates: String, language: Language) throws(TemplateError) -> Glossary
  {
    let path = "\(templates)/report/glossary.\(language.rawValue).yaml"
    let bytes = try TemplateFile.read(path, limit: PhraseCatalogue.sizeLimit)
    return try Glossary(yaml: bytes, path: path)
  }

  /// Decodes a glossary; errors name `path`.
  init(yaml bytes: [UInt8], path: String) throws(TemplateError) {
    terms = try PhraseReader(path: path).entries(of: bytes).compactMap { key, text in
      let forms = key.split(separator: "|").map(Self.trimmed).filter { !$0.isEmpty }
      return forms.first.map { Term(name: $0, forms: forms, explanation: text) }
    }
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
