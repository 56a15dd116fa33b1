import Archives
import Diagnostics
import Lessons

/// The phrases of one language by dotted key, read from a YAML file of nested maps.
///
/// `figure: {loss: {title: "Pérdida de {{lesson}}"}}` is looked up as
/// `catalogue["figure.loss.title", ["lesson": "celsius"]]`. Phrases are plain text; whoever puts
/// one into a page escapes it there.
public struct PhraseCatalogue: Sendable {
  /// The kinds of catalogue in a templates folder.
  public enum Folder: String, Sendable {
    /// Texts of pages, figures and tables.
    case report
    /// The program's messages: the sentences of `Message`.
    case messages
    /// Texts of the pages of a class.
    case classroom
  }

  public static let sizeLimit = 1 << 20

  public let language: Language
  /// In file order.
  public let keys: [String]
  private let phrases: [String: Phrase]

  /// Reads `TEMPLATES/FOLDER/LANGUAGE.yaml`.
  public static func load(
    templates: String, folder: Folder = .report, language: Language
  ) throws(TemplateError) -> PhraseCatalogue {
    let path = path(templates: templates, folder: folder, language: language)
    let bytes = try TemplateFile.read(path, limit: sizeLimit)
    let catalogue = try PhraseCatalogue(yaml: bytes, path: path, language: language)
    if let key = catalogue.badNumberKey { throw .badNumber(path: path, key: key) }
    return catalogue
  }

  /// Decodes a catalogue; errors name `path`.
  public init(yaml bytes: [UInt8], path: String, language: Language) throws(TemplateError) {
    let entries = try PhraseReader(path: path).entries(of: bytes)
    self.language = language
    keys = entries.map(\.key)
    phrases = Dictionary(
      entries.map { ($0.key, Phrase($0.text)) }, uniquingKeysWith: { first, _ in first })
  }

  /// Throws if this catalogue, read from `path`, lacks a phrase of `original` or uses a placeholder
  /// that `original` does not; otherwise that would be noticed only when a page is written.
  public func check(against original: PhraseCatalogue, path: String) throws(TemplateError) {
    for key in original.keys {
      guard contains(key) else { throw .missingPhrase(path: path, key: key) }
      let known = original.placeholders(of: key)
      if let name = placeholders(of: key).first(where: { !known.contains($0) }) {
        throw .unknownPlaceholder(path: path, key: key, name: "{{\(name)}}")
      }
    }
  }

  /// The catalogues of a report's languages, checked against the originals if they are copies.
  package static func checked(
    _ languages: [Language], templates: String, originals: String?
  ) throws(TemplateError) -> [Language: PhraseCatalogue] {
    var phrases: [Language: PhraseCatalogue] = [:]
    for language in languages {
      let catalogue = try load(templates: templates, language: language)
      if let originals {
        try catalogue.check(
          against: original(language, templates: originals),
          path: path(templates: templates, language: language))
      }
      phrases[language] = catalogue
    }
    return phrases
  }

  /// A language that the originals do not have is compared with one that they have.
  private static func original(
    _ language: Language, templates: String
  ) throws(TemplateError) -> PhraseCatalogue {
    do {
      return try load(templates: templates, language: language)
    } catch .missing {
      return try load(templates: templates, language: Language.allCases[0])
    }
  }

  /// The path of a language's catalogue.
  public static func path(
    templates: String, folder: Folder = .report, language: Language
  ) -> String {
    "\(templates)/\(folder.rawValue)/\(language.rawValue).yaml"
  }

  /// The phrase with its `{{name}}`s replaced; arguments it does not use are allowed. Why the system
  /// refused something (`Message.systemError`) is told in the catalogue's own words, if it has some.
  ///
  /// Precondition: the key exists and every placeholder has an argument.
  public subscript(_ key: String, _ arguments: [String: String] = [:]) -> String {
    guard let phrase = phrases[key] else {
      preconditionFailure("no phrase \(key) in the \(language.rawValue) catalogue")
    }
    var arguments = arguments
    if let words = arguments[Message.systemError].flatMap({ phrases["system.e\($0)"] }) {
      arguments["reason"] = words.text(key: key, [:])
    }
    return phrase.text(key: key, arguments)
  }

  /// SHA-256 of the phrases whose keys start with one of `prefixes`, in hexadecimal.
  package func digest(ofKeys prefixes: String...) -> String {
    var texts: [String] = []
    for key in keys where prefixes.contains(where: key.hasPrefix) {
      texts += [key] + (phrases[key]?.source ?? [])
    }
    return DataHash.of(texts: texts)
  }

  /// The phrase as it is written, with its placeholders. Precondition: the key exists.
  public func template(_ key: String) -> String {
    guard let phrase = phrases[key] else {
      preconditionFailure("no phrase \(key) in the \(language.rawValue) catalogue")
    }
    return phrase.template
  }

  public func contains(_ key: String) -> Bool {
    phrases[key] != nil
  }

  /// The placeholder names in a phrase, in order; empty for an unknown key.
  public func placeholders(of key: String) -> [String] {
    phrases[key]?.placeholders ?? []
  }

  /// The placeholder names in a sentence from outside the catalogues.
  package static func placeholders(in text: String) -> [String] {
    Phrase(text).placeholders
  }

  /// A sentence from outside the catalogues with its `{{name}}`s replaced. Precondition: each has
  /// an argument.
  package static func fill(_ text: String, _ arguments: [String: String]) -> String {
    Phrase(text).text(key: text, arguments)
  }
}

/// A phrase split at its placeholders, so that arguments are never searched for braces.
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

  /// Texts and placeholder names in turn.
  var source: [String] {
    parts.map { part in
      switch part {
      case .text(let text): text
      case .placeholder(let name): name
      }
    }
  }

  var template: String {
    parts.map { part in
      switch part {
      case .text(let text): text
      case .placeholder(let name): "{{\(name)}}"
      }
    }.joined()
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
