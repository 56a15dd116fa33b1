import Datasets
import Diagnostics

/// The file of two columns in which a student hands in answers: ids of exercises and what was
/// answered.
public enum AnswerFile {
  /// `respuestas.csv` or `answers.csv`.
  public static func name(_ language: Language) -> String { "\(stem(language)).csv" }

  /// What the sheets of a notebook save, in whichever of its languages they are: a class hands in
  /// files of one name.
  public static func name(for notebook: Notebook) -> String { name(notebook.languages[0]) }

  /// Patterns of the names that answer files arrive under, those of `language` first: numbered by a
  /// browser, saved anew by a spreadsheet, from a sheet in another language.
  public static func patterns(_ language: Language) -> [String] {
    let languages = [language] + Language.allCases.filter { $0 != language }
    return languages.flatMap { language in
      ["csv", "xlsx", "txt"].map { "\(stem(language))*.\($0)" }
    }
  }

  private static func stem(_ language: Language) -> String {
    switch language {
    case .es: "respuestas"
    case .en: "answers"
    }
  }

  /// The header: `pregunta,respuesta` or `question,answer`.
  public static func columns(_ language: Language) -> (question: String, answer: String) {
    switch language {
    case .es: ("pregunta", "respuesta")
    case .en: ("question", "answer")
    }
  }

  /// What either column may be called; the first is what a missing one is asked for by.
  static let questionNames = ["pregunta", "question", "id", "ejercicio", "exercise"]
  static let answerNames = ["respuesta", "answer", "valor", "value"]

  /// The whole file, as the form of a hand-out page writes it: UTF-8 with a byte order mark (without
  /// one, spreadsheets misread accents), CRLF, quotes where a cell needs them.
  public static func write(
    _ answers: [(id: String, text: String)], language: Language
  ) -> [UInt8] {
    let header = columns(language)
    let rows = [(header.question, header.answer)] + answers.map { ($0.id, $0.text) }
    let lines = rows.map { "\(cell($0.0)),\(cell($0.1))\r\n" }
    return [0xef, 0xbb, 0xbf] + Array(lines.joined().utf8)
  }

  private static func cell(_ text: String) -> String {
    let needsQuotes =
      text.contains { ",;\"\t|\n\r\r\n".contains($0) } || text.first == " " || text.last == " "
    guard needsQuotes else { return text }
    return
      "\"\(text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\""))\""
  }
}
