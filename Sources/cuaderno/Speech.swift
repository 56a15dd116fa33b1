import Diagnostics
import Lessons
import Pages
import Phrases
import Publishing

/// What the program says to the person at the terminal, in their language.
struct Speech: Sendable {
  static let current = Speech(language: preferredLanguage, catalogues: TemplatesFolder.own)

  let language: Language
  let numbers: NumberStyle
  private let catalogue: PhraseCatalogue?

  /// Without a catalogue, messages are their keys and arguments: still something to go by.
  init(language: Language, catalogues: String?) {
    self.language = language
    numbers = NumberStyle(language: language, region: .mx)
    catalogue = catalogues.flatMap {
      try? PhraseCatalogue.load(templates: $0, folder: .messages, language: language)
    }
  }

  func callAsFunction(_ key: String, _ arguments: [String: String] = [:]) -> String {
    // Names and values come from files and from the command line: none may steer the terminal.
    let arguments = arguments.mapValues(\.visibleLine)
    guard let catalogue, catalogue.contains(key),
      catalogue.placeholders(of: key).allSatisfy({ arguments[$0] != nil })
    else {
      let values = arguments.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
      return values.isEmpty ? key : "\(key) (\(values.joined(separator: ", ")))"
    }
    return catalogue[key, arguments]
  }

  /// What happened to the rows of a table, in the words of reports.
  func rows(_ changes: RowChanges) -> String {
    guard
      let phrases = try? TemplatesFolder.own.map({
        try PhraseCatalogue.load(templates: $0, language: language)
      })
    else { return "" }
    return RowChangesText(phrases: phrases, numbers: numbers).text(changes).visibleLine
  }

  func callAsFunction(_ message: Message) -> String {
    self(message.key, message.arguments.mapValues(Self.shortened))
  }

  /// What an input can make longer than anybody wants to read, such as the names of its columns.
  static let longestArgument = 1_000

  private static func shortened(_ text: String) -> String {
    let start = text.prefix(longestArgument)
    return start.endIndex == text.endIndex ? text : start + "…"
  }

  /// LC_ALL, LC_MESSAGES, LANG: the first that is set decides.
  static var preferredLanguage: Language {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(Terminal.environment).first
    return locale?.lowercased().hasPrefix("es") == true ? .es : .en
  }
}
