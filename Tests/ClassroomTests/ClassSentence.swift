import Diagnostics
import Lessons
import Phrases

/// What people read of a message.
enum ClassSentence {
  static func of(_ message: Message, _ language: Language) -> String {
    let catalogue = try? PhraseCatalogue.load(
      templates: ExportFixture.templates, folder: .messages, language: language)
    return catalogue?[message.key, message.arguments] ?? "no catalogue"
  }

  /// The catalogue of a class's pages.
  static func classroom(_ language: Language) -> PhraseCatalogue {
    try! .load(templates: ExportFixture.templates, folder: .classroom, language: language)
  }
}
