import Diagnostics
import Lessons
import Pages
import Phrases
import Publishing

/// The program's messages in the user's language.
struct Speech: Sendable {
  static let current = Speech(language: preferredLanguage, catalogues: TemplatesFolder.spoken)

  let language: Language
  let numbers: NumberStyle
  private let catalogue: PhraseCatalogue?

  /// Without a catalogue, a message is shown as its key and arguments, except the one about the
  /// missing catalogue.
  init(language: Language, catalogues: String?) {
    self.language = language
    catalogue = catalogues.flatMap {
      try? PhraseCatalogue.load(templates: $0, folder: .messages, language: language)
    }
    let example = catalogue.flatMap { $0.contains("command.numbers") ? $0["command.numbers"] : nil }
    numbers = example.flatMap(NumberStyle.init(example:)) ?? .english
  }

  func callAsFunction(_ key: String, _ arguments: [String: String] = [:]) -> String {
    // Arguments may come from files, so control characters are made visible.
    let arguments = arguments.mapValues(\.visibleLine)
    guard let catalogue, catalogue.contains(key),
      catalogue.placeholders(of: key).allSatisfy({ arguments[$0] != nil })
    else {
      if key == "command.noTemplates" { return Self.noTemplates(language) }
      let values = arguments.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
      return values.isEmpty ? key : "\(key) (\(values.joined(separator: ", ")))"
    }
    return catalogue[key, arguments]
  }

  /// The only sentence that cannot come from a catalogue.
  private static func noTemplates(_ language: Language) -> String {
    language == .es
      ? "No encuentro la carpeta «templates» junto al programa ni más arriba. Indícala con --templates o instala de nuevo con «make install»."
      : "I cannot find the folder “templates” beside the program or above it. Name it with --templates or install again with “make install”."
  }

  /// Describes changed table rows in the words of reports.
  func rows(_ changes: RowChanges) -> String {
    guard
      let phrases = try? TemplatesFolder.spoken.map({
        try PhraseCatalogue.load(templates: $0, language: language)
      })
    else { return "" }
    return RowChangesText(phrases: phrases, numbers: numbers).text(changes).visibleLine
  }

  func callAsFunction(_ message: Message) -> String {
    self(message.key, message.arguments.mapValues(Self.shortened))
  }

  /// Longer arguments, such as a list of all column names, are cut.
  static let longestArgument = 1_000

  private static func shortened(_ text: String) -> String {
    let start = text.prefix(longestArgument)
    return start.endIndex == text.endIndex ? text : start + "…"
  }

  /// LC_ALL, LC_MESSAGES, LANG: the first that is set decides.
  static var preferredLanguage: Language {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(Terminal.environment).first
    return Language.allCases.first { locale?.lowercased().hasPrefix($0.rawValue) == true } ?? .en
  }
}
