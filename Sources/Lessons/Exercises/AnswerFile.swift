import Datasets
import Diagnostics

/// The file of two columns in which a student hands in answers: ids of exercises and what was
/// answered.
public enum AnswerFile {
  /// `respuestas.csv` or `answers.csv`.
  public static func name(_ language: Language) -> String {
    switch language {
    case .es: "respuestas.csv"
    case .en: "answers.csv"
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
