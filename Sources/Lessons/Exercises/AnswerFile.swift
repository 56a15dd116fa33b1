import Datasets
import Diagnostics

/// The file of two columns in which a student hands in answers: ids of exercises and what was
/// answered.
public struct AnswerFile: Sendable {
  /// The name without its ending: `answers`.
  let stem: String
  /// The header: `question,answer`.
  public let question: String
  public let answer: String

  public init(stem: String, question: String, answer: String) {
    self.stem = stem
    self.question = question
    self.answer = answer
  }

  public var name: String { "\(stem).csv" }

  /// Patterns of the names that answer files arrive under: numbered by a browser, saved again by a
  /// spreadsheet.
  public var patterns: [String] { ["csv", "xlsx", "txt"].map { "\(stem)*.\($0)" } }

  /// What either column may be called; the first is what a missing one is asked for by.
  static let questionNames = ["pregunta", "question", "id", "ejercicio", "exercise"]
  static let answerNames = ["respuesta", "answer", "valor", "value"]

  /// The whole file, as the form of a hand-out page writes it: UTF-8 with a byte order mark (without
  /// one, spreadsheets misread accents), CRLF, quotes where a cell needs them.
  public func write(_ answers: [(id: String, text: String)]) -> [UInt8] {
    let rows = [(question, answer)] + answers.map { ($0.id, $0.text) }
    let lines = rows.map { "\(Self.cell($0.0)),\(Self.cell($0.1))\r\n" }
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
