import Datasets
import Diagnostics

/// A student's answers, each matched with its blank and read as the blank's kind asks.
public struct AnswerSheet: Sendable {
  /// In the order of the blanks.
  public let answers: [GivenAnswer]
  /// Ids of blanks without an answer: left empty, not in the file, or answered unusably.
  public let unanswered: [String]
  /// In the order of the file.
  public let problems: [AnswerProblem]
  /// What had to be assumed to read the file, for a person to be told once.
  public let assumptions: [Message]

  /// Reads a file: a table of any dialect, a spreadsheet, or lines such as `cero: 31,9`.
  ///
  /// - Parameters:
  ///   - path: what problems name.
  ///   - blanks: what may be answered.
  ///   - region: which reading of `1,234` is the likelier.
  public static func read(
    bytes: [UInt8], path: String, blanks: [ExerciseBlank], region: Region
  ) throws(TableError) -> AnswerSheet {
    let matcher = AnswerMatcher(blanks)
    do throws(TableError) {
      let table = try Table.read(bytes: bytes, path: path)
      let entries = try matcher.entries(of: table)
      return AnswerSheet(
        entries, table.assumptions, path: path, matcher: matcher, region: region)
    } catch {
      // An unquoted decimal comma or a missing header makes no table, but is no secret either.
      guard !bytes.contains(0), let text = try? Table.text(of: bytes, path: path) else {
        throw error
      }
      let entries = AnswerLines(matcher).entries(in: text)
      guard entries.contains(where: { matcher.blank($0.id) != nil }) else { throw error }
      return AnswerSheet(entries, [], path: path, matcher: matcher, region: region)
    }
  }

  /// Reads lines of text, such as those typed into a learning platform.
  public static func read(
    text: String, path: String, blanks: [ExerciseBlank], region: Region
  ) -> AnswerSheet {
    let matcher = AnswerMatcher(blanks)
    return AnswerSheet(
      AnswerLines(matcher).entries(in: text), [], path: path, matcher: matcher, region: region)
  }

  public subscript(id: String) -> GivenAnswer? {
    answers.first { $0.id.utf8.elementsEqual(id.utf8) }
  }

  private init(
    _ entries: [AnswerMatcher.Entry], _ assumptions: [Message], path: String,
    matcher: AnswerMatcher, region: Region
  ) {
    var problems: [AnswerProblem] = []
    func report(_ line: Int, _ fault: AnswerProblem.Fault) {
      problems.append(AnswerProblem(path: path, line: line, fault: fault))
    }
    var given: [(blank: ExerciseBlank, entry: AnswerMatcher.Entry)] = []
    var contradicted: [String] = []
    for entry in entries {
      guard let blank = matcher.blank(entry.id) else {
        report(entry.line, .unknownID(entry.id, suggestion: matcher.suggestion(for: entry.id)))
        continue
      }
      guard !entry.text.isEmpty else { continue }
      if let first = given.first(where: { $0.blank.id == blank.id }) {
        guard first.entry.text != entry.text else { continue }
        report(entry.line, .repeatedID(blank.id, firstLine: first.entry.line))
        contradicted.append(blank.id)
        continue
      }
      given.append((blank, entry))
    }
    var answers: [GivenAnswer] = []
    for (blank, entry) in given where !contradicted.contains(blank.id) {
      guard let value = GivenAnswer.Value(entry.text, for: blank, region: region) else {
        let letters = blank.choices.indices.map(Exercise.letter).joined(separator: ", ")
        report(
          entry.line,
          blank.kind == .choice
            ? .notAChoice(id: blank.id, text: entry.text, letters: letters)
            : .notANumber(id: blank.id, text: entry.text))
        continue
      }
      answers.append(
        GivenAnswer(id: blank.id, text: entry.text, line: entry.line, value: value))
    }
    self.answers = matcher.blanks.compactMap { blank in answers.first { $0.id == blank.id } }
    unanswered = matcher.blanks.map(\.id).filter { id in !answers.contains { $0.id == id } }
    self.problems = problems.sorted { $0.line < $1.line }
    self.assumptions = assumptions
  }
}
