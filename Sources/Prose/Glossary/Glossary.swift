import Lessons
import Phrases

/// The terms of the field with their explanations, in one language.
///
/// The file `templates/report/glossary.LANGUAGE.yaml` is a map from the term and, after vertical
/// bars, other forms under which a text may use it, to the explanation: `"época | épocas": "..."`.
/// A copy of the templates may change, add and leave out terms.
package struct Glossary: Sendable {
  package struct Term: Sendable, Equatable {
    package var name: String
    /// The name and its other forms.
    var forms: [String]
    package var explanation: String

    /// For anchors: what is left of the name in lower-case ASCII.
    var slug: String {
      let folds: [Character: Character] = [
        "á": "a", "é": "e", "í": "i", "ó": "o", "ú": "u", "ü": "u", "ñ": "n",
      ]
      let plain = name.lowercased().map { folds[$0] ?? $0 }
      return String(plain.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
    }
  }

  let terms: [Term]

  package static func load(templates: String, language: Language) throws(TemplateError) -> Glossary {
    let path = "\(templates)/report/glossary.\(language.rawValue).yaml"
    let bytes = try TemplateFile.read(path, limit: PhraseCatalogue.sizeLimit)
    return try Glossary(yaml: bytes, path: path)
  }

  /// Decodes the bytes of a glossary; `path` is what errors name.
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
