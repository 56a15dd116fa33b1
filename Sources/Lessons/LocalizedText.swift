/// A language of notebooks, pages and messages, by the code that file names carry: `es`, `en`.
///
/// Everything that is said or named in a language is in the catalogues of the templates folder, so
/// that another language is its files and one line here: docs/first-language.md.
public struct Language: RawRepresentable, Hashable, Codable, CaseIterable, Comparable, Sendable {
  public static let es = Language(rawValue: "es")
  public static let en = Language(rawValue: "en")

  /// The languages that notebooks may be written in.
  public static let allCases = [es, en]

  public let rawValue: String

  public init(rawValue: String) { self.rawValue = rawValue }

  /// In the order of `allCases`; languages that are not among them follow by their codes.
  public static func < (left: Language, right: Language) -> Bool {
    func place(_ language: Language) -> (Int, String) {
      (allCases.firstIndex(of: language) ?? allCases.count, language.rawValue)
    }
    return place(left) < place(right)
  }
}

/// A text in several languages.
///
///     let text = LocalizedText([.es: "Recta", .en: "Line"])
///     text[.en]  // "Line"
public struct LocalizedText: Hashable, Codable, Sendable {
  /// Not private: what reflection says of private types holds an address, and keys are made of it.
  struct Part: Hashable, Codable, Sendable {
    var language: Language
    var text: String
  }

  /// Sorted by language, so that equal texts are written as equal bytes.
  private let parts: [Part]

  public init(_ texts: [Language: String]) {
    parts = texts.map { Part(language: $0.key, text: $0.value) }
      .sorted { $0.language < $1.language }
  }

  /// The text that `text` gives for each of `languages`; those for which it gives nil are left out.
  public init(_ languages: some Sequence<Language>, _ text: (Language) -> String?) {
    self.init(
      languages.reduce(into: [:]) { texts, language in texts[language] = text(language) })
  }

  /// One text for all languages: a number, a name.
  public init(plain text: String) { self.init(Language.allCases) { _ in text } }

  public var languages: [Language] { parts.map(\.language) }

  /// The texts of all languages.
  public var texts: [String] { parts.map(\.text) }

  /// The text in `language`; nil if there is none.
  public func text(in language: Language) -> String? {
    parts.first { $0.language == language }?.text
  }

  /// The text in `language`, otherwise that of another language, otherwise empty.
  public subscript(language: Language) -> String {
    text(in: language) ?? parts.first?.text ?? ""
  }

  /// Several texts as one, in every language that one of them has.
  public static func joined(_ texts: [LocalizedText], separator: String) -> LocalizedText {
    LocalizedText(Set(texts.flatMap(\.languages))) { language in
      texts.map { $0[language] }.filter { !$0.isEmpty }.joined(separator: separator)
    }
  }
}
