import Diagnostics
import Lessons
import Pages
import Phrases
import Publishing

/// The program's messages in the user's language.
struct Speech: Sendable {
  static let current = Speech(language: preferredLanguage, catalogues: TemplatesFolder.ofMessages)

  let language: Language
  let numbers: NumberStyle
  private let catalogue: PhraseCatalogue?

  /// Whether it has words; without them `LastWords` has some.
  var hasWords: Bool { catalogue != nil }

  /// Without a catalogue, messages are their keys and arguments: still something to go by.
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
      let values = arguments.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
      return values.isEmpty ? key : "\(key) (\(values.joined(separator: ", ")))"
    }
    return catalogue[key, arguments]
  }

  /// Describes changed table rows in the words of reports.
  func rows(_ changes: RowChanges) -> String {
    guard
      let phrases = try? TemplatesFolder.ofMessages.map({
        try PhraseCatalogue.load(templates: $0, language: language)
      })
    else { return "" }
    return RowChangesText(phrases: phrases, numbers: numbers).text(changes).visibleLine
  }

  /// What the argument parser says, which is English.
  func parser(_ text: String) -> String {
    guard language != .en, let catalogue, let folder = TemplatesFolder.ofMessages,
      let english = try? PhraseCatalogue.load(
        templates: folder, folder: .messages, language: .en)
    else { return text }
    return ParserWords(english: english, catalogue: catalogue).translated(text)
  }

  func callAsFunction(_ message: Message) -> String {
    self(message.key, message.arguments.mapValues { $0.shortened(to: Self.longestArgument) })
  }

  /// Longer arguments, such as a list of all column names, are cut.
  static let longestArgument = 1_000

  /// LC_ALL, LC_MESSAGES, LANG: the first that is set decides.
  static var preferredLanguage: Language {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(Terminal.environment).first
    return Language.allCases.first { locale?.lowercased().hasPrefix($0.rawValue) == true } ?? .en
  }
}
