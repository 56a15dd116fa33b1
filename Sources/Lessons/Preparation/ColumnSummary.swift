/// What a column of a lesson's table holds as it was read, before rows are left out or gaps filled.
public struct ColumnSummary: Hashable, Sendable {
  public enum Content: Hashable, Sendable {
    /// `quartiles`: least, first quartile, median, third quartile, greatest. nil without a value.
    case numbers(mean: Double, deviation: Double?, quartiles: [Double])
    /// How many rows hold each word, in the order of their numbers.
    case words([Word])
    case nothing
  }

  public struct Word: Hashable, Sendable {
    public var word: String
    public var count: Int
  }

  /// As the lesson calls it.
  public var name: String
  /// Cells with a value, and without one.
  public var count: Int
  public var missing: Int
  public var content: Content

  /// Tables with more columns than this are not described whole.
  public static let limit = 64

  /// - Parameter words: those that are known, in order; nil for the column's own numbers.
  init(_ column: ReadColumn, words known: [String]?) {
    name = column.name
    switch column.content {
    case .numbers(let all):
      let values = all.filter { !$0.isNaN }
      count = values.count
      missing = all.count - values.count
      guard known == nil else {
        content = Self.words(values.map(Decimal.text), known!)
        return
      }
      guard let mean = Statistics.mean(values) else {
        content = .nothing
        return
      }
      let sorted = values.sorted()
      content = .numbers(
        mean: mean, deviation: Statistics.sampleDeviation(values),
        quartiles: [0, 0.25, 0.5, 0.75, 1].map { Statistics.quantile(sorted, $0) })
    case .words(let all):
      let values = all.compactMap { $0 }
      count = values.count
      missing = all.count - values.count
      content = Self.words(values, known ?? orderedValues(all))
    }
  }

  private static func words(_ values: [String], _ known: [String]) -> Content {
    let counts = Dictionary(values.map { ($0, 1) }, uniquingKeysWith: +)
    return .words(known.map { Word(word: $0, count: counts[$0] ?? 0) })
  }
}
