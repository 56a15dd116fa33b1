import Archives
import Lessons

/// The phrases of one language by dotted key, from a YAML file of nested maps.
///
/// `figure: {loss: {title: "Pérdida de {{lesson}}"}}` is read by
/// `catalogue["figure.loss.title", ["lesson": "celsius"]]`. Phrases are plain text: who puts one
/// into a page escapes it there.
public struct PhraseCatalogue: Sendable {
  /// The catalogues beside each other in a templates folder.
  public enum Folder: String, Sendable {
    /// What pages, figures and tables say.
    case report
    /// What the program says: the sentences of `Message`.
    case messages
    /// What the pages of a class say.
    case classroom
  }

  public static let sizeLimit = 1 << 20

  public let language: Language
  /// In the file's order.
  public let keys: [String]
  private let phrases: [String: Phrase]

  /// Reads `TEMPLATES/FOLDER/LANGUAGE.yaml`.
  public static func load(
    templates: String, folder: Folder = .report, language: Language
  ) throws(TemplateError) -> PhraseCatalogue {
    let path = path(templates: templates, folder: folder, language: language)
    let bytes = try TemplateFile.read(path, limit: sizeLimit)
    return try PhraseCatalogue(yaml: bytes, path: path, language: language)
  }

  /// Decodes the bytes of a catalogue; `path` is what errors name.
  public init(yaml bytes: [UInt8], path: String, language: Language) throws(TemplateError) {
    let entries = try PhraseReader(path: path).entries(of: bytes)
    self.language = language
    keys = entries.map(\.key)
    phrases = Dictionary(
      entries.map { ($0.key, Phrase($0.text)) }, uniquingKeysWith: { first, _ in first })
  }

  /// Refuses a catalogue, read from `path`, that lacks a phrase of `original` or puts a name into one
  /// that `original` does not: it would be missed only when the page is written.
  public func check(against original: PhraseCatalogue, path: String) throws(TemplateError) {
    for key in original.keys {
      guard contains(key) else { throw .missingPhrase(path: path, key: key) }
      let known = original.placeholders(of: key)
      if let name = placeholders(of: key).first(where: { !known.contains($0) }) {
        throw .unknownPlaceholder(path: path, key: key, name: "{{\(name)}}")
      }
    }
  }

  /// Those of a report in several languages; where they are copies, against the originals.
  package static func checked(
    _ languages: [Language], templates: String, originals: String?
  ) throws(TemplateError) -> [Language: PhraseCatalogue] {
    var phrases: [Language: PhraseCatalogue] = [:]
    for language in languages {
      let catalogue = try load(templates: templates, language: language)
      if let originals {
        try catalogue.check(
          against: load(templates: originals, language: language),
          path: path(templates: templates, language: language))
      }
      phrases[language] = catalogue
    }
    return phrases
  }

  /// The path of a language's catalogue in a templates folder.
  public static func path(
    templates: String, folder: Folder = .report, language: Language
  ) -> String {
    "\(templates)/\(folder.rawValue)/\(language.rawValue).yaml"
  }

  /// The phrase with its `{{name}}`s replaced; arguments it does not use are allowed.
  ///
  /// A key or an argument that is missing is our mistake, not the user's: precondition.
  public subscript(_ key: String, _ arguments: [String: String] = [:]) -> String {
    guard let phrase = phrases[key] else {
      preconditionFailure("no phrase \(key) in the \(language.rawValue) catalogue")
    }
    return phrase.text(key: key, arguments)
  }

  /// SHA-256 of the phrases whose keys begin with `prefix`, in hexadecimal.
  package func digest(ofKeys prefix: String) -> String {
    var texts: [String] = []
    for key in keys where key.hasPrefix(prefix) { texts += [key] + (phrases[key]?.source ?? []) }
    return DataHash.of(texts: texts)
  }

  public func contains(_ key: String) -> Bool {
    phrases[key] != nil
  }

  /// The names between braces in a phrase, in order of appearance; empty for an unknown key.
  public func placeholders(of key: String) -> [String] {
    phrases[key]?.placeholders ?? []
  }

  /// The names between braces in a sentence that stands in no catalogue.
  package static func placeholders(in text: String) -> [String] {
    Phrase(text).placeholders
  }

  /// Such a sentence with its `{{name}}`s replaced. Precondition: each has an argument.
  package static func fill(_ text: String, _ arguments: [String: String]) -> String {
    Phrase(text).text(key: text, arguments)
  }
}

/// A phrase cut at its placeholders, so that an argument is never searched for braces.
private struct Phrase: Sendable {
  private enum Part: Sendable {
    case text(String)
    case placeholder(String)
  }

  private var parts: [Part] = []

  init(_ text: String) {
    var rest = Substring(text)
    while let open = rest.firstRange(of: "{{"),
      let close = rest[open.upperBound...].firstRange(of: "}}")
    {
      parts.append(.text(String(rest[..<open.lowerBound])))
      let name = rest[open.upperBound..<close.lowerBound]
      parts.append(.placeholder(String(name.filter { $0 != " " })))
      rest = rest[close.upperBound...]
    }
    parts.append(.text(String(rest)))
  }

  /// Texts and names by turns.
  var source: [String] {
    parts.map { part in
      switch part {
      case .text(let text): text
      case .placeholder(let name): name
      }
    }
  }

  var placeholders: [String] {
    parts.compactMap { if case .placeholder(let name) = $0 { name } else { nil } }
  }

  func text(key: String, _ arguments: [String: String]) -> String {
    var result = ""
    for part in parts {
      switch part {
      case .text(let text): result += text
      case .placeholder(let name):
        guard let argument = arguments[name] else {
          preconditionFailure("phrase \(key) needs an argument \(name)")
        }
        result += argument
      }
    }
    return result
  }
}
