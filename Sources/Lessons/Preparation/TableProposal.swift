import Datasets
import Diagnostics

/// A first lesson for a table: what its columns can be used for, as far as that can be seen.
public struct TableProposal: Sendable {
  /// Why a column is left out.
  public enum Reason: String, CaseIterable, Sendable {
    case identifies, personal, empty, gaps, dates, manyWords, notNumbers
  }

  public enum Goal: Equatable, Sendable {
    case number
    case classes(Int)
  }

  public let target: String
  public let goal: Goal
  public let rowCount: Int
  /// Columns of numbers among the inputs, and of words.
  public private(set) var numberCount = 0
  public private(set) var wordCount = 0
  public private(set) var left: [(column: String, reason: Reason)] = []
  /// What is to become of cells without a value; nil where every used cell has one.
  public private(set) var missing: GapPolicy.Rule?
  /// Rows that lack a value in a used column.
  public private(set) var gapRows = 0

  /// A column with a larger share of gaps is left out; rows with gaps are left out up to a smaller one.
  private static let gapLimit = GapPolicy.usualAllowance
  private static let dropLimit = 0.1

  /// - Throws: where there is no such column, or nothing can be learned about it or from the others.
  public init(_ table: Table, target name: String) throws {
    let column = try table.column(matching: name)
    target = table.columns[column]
    rowCount = table.rowCount
    let words = table.words(inColumn: column)
    goal = try Self.goal(table, column, words)
    var gaps = words.map { $0 == nil }
    let personal = PersonalColumns(
      TableSource(path: table.path, inputs: [], target: name), [table],
      place: Place(table.path))
    for other in table.columns.indices where other != column {
      let header = table.columns[other]
      if header == "#" || header.hasPrefix("Unnamed: ") { continue }
      let words = table.words(inColumn: other)
      if let reason = Self.reason(table, other, words, personal) {
        left.append((header, reason))
        continue
      }
      for row in words.indices where words[row] == nil { gaps[row] = true }
      if (try? table.survey(column: other))?.isOfWords == true {
        wordCount += 1
      } else {
        numberCount += 1
      }
    }
    guard numberCount + wordCount > 0 else { throw TableProblem.nothingForAll(path: table.path) }
    gapRows = gaps.count { $0 }
    if gapRows > 0 {
      missing = Double(gapRows) <= Self.dropLimit * Double(rowCount) ? .drop : .median
    }
  }

  private static func goal(_ table: Table, _ column: Int, _ words: [String?]) throws -> Goal {
    let survey = try table.survey(column: column)
    let distinct = Set(words.compactMap { $0.map(canonical) })
    guard survey.faults.isEmpty else {
      guard survey.isOfWords, (2...TableColumns.categoryLimit).contains(distinct.count) else {
        throw TableProblem.wordsForNumbers(
          column: table.columns[column], values: Array(orderedValues(words).prefix(5)),
          path: table.path, line: table.line(ofRow: survey.faults[0].rows[0]))
      }
      return .classes(distinct.count)
    }
    return distinct.count == 2 ? .classes(2) : .number
  }

  private static func reason(
    _ table: Table, _ column: Int, _ words: [String?], _ personal: PersonalColumns
  ) -> Reason? {
    if personal.isPersonal(column, of: table) { return .personal }
    if TableColumns.isIdentifier(table.columns[column]) { return .identifies }
    let gaps = words.count { $0 == nil }
    if gaps == words.count { return .empty }
    if Double(gaps) > gapLimit * Double(words.count) { return .gaps }
    guard let survey = try? table.survey(column: column) else { return .notNumbers }
    if survey.faults.isEmpty { return nil }
    if survey.isOfWords {
      return Set(words.compactMap { $0 }).count <= TableColumns.categoryLimit ? nil : .manyWords
    }
    return survey.faults.contains { $0.kind == .date } ? .dates : .notNumbers
  }
}
