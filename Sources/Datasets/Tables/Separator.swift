import Diagnostics

/// How the cells of a table are told apart.
package enum Separator: UInt8, CaseIterable {
  case comma = 0x2c
  case semicolon = 0x3b
  case tab = 0x09
  case bar = 0x7c
  /// One blank or several, tabs among them.
  case blanks = 0x20

  /// Said where it is not the usual comma.
  var assumption: Message? {
    switch self {
    case .comma: nil
    case .semicolon: Message("table.assumedSemicolon")
    case .tab: Message("table.assumedTab")
    case .bar: Message("table.assumedBar")
    case .blanks: Message("table.assumedBlanks")
    }
  }
}

extension Separator {
  /// How well a separator fits the first records; greater is better.
  private struct Score {
    /// Whether a record holds all names that are used.
    var isNamed = false
    /// Records with as many cells as the header.
    var fitting = 0
    /// Records in which it occurs at all.
    var occurring = 0
    var records = 0
    /// The share of the cells below the header that are numbers.
    var numbers = 0.0
    var columns = 1

    func isBetter(than other: Score) -> Bool {
      if isNamed != other.isNamed { return isNamed }
      if fitting * other.records != other.fitting * records {
        return fitting * other.records > other.fitting * records
      }
      if numbers != other.numbers { return numbers > other.numbers }
      return columns > other.columns
    }
  }

  /// The separator that cuts the first records into as many cells as the header, and those into
  /// numbers; the semicolon where there is one column only, because then a comma is a decimal one.
  package static func vote(
    _ bytes: UnsafeBufferPointer<UInt8>, position: Int, line: Int, used: UsedNames? = nil,
    hasNames: Bool = true
  ) -> Separator {
    var best: (separator: Separator, score: Score)?
    for separator in allCases {
      // Blanks stand in texts and beside every other separator: only where nothing else separates.
      if separator == .blanks,
        used == nil || best.map({ $0.score.isNamed || !hasNames }) ?? false
      {
        break
      }
      let source = RecordReader(
        bytes, separator: separator.rawValue, position: position, line: line)
      let sample = TableSample(source, bytes, used: used)
      let score = score(sample)
      guard score.columns > 1, score.records == 0 || score.occurring > 0 else { continue }
      if separator == .blanks, !isTable(score, sample) { continue }
      if best.map({ score.isBetter(than: $0.score) }) ?? true { best = (separator, score) }
    }
    return best?.separator ?? .semicolon
  }

  /// Words of a title are separated by blanks as well: all rows fit, and hold numbers.
  private static func isTable(_ score: Score, _ sample: TableSample) -> Bool {
    score.records > 0 && score.numbers > 0.3
      && (score.fitting == score.records || sample.hasRowNames)
  }

  private static func score(_ sample: TableSample) -> Score {
    var score = Score(isNamed: sample.isNamed, columns: sample.columns)
    var numbers = 0
    var cells = 0
    for record in sample.records.dropFirst(sample.headerIndex + 1) {
      score.records += 1
      if record.cellCount > 1 { score.occurring += 1 }
      if record.width <= score.columns, record.cellCount >= score.columns { score.fitting += 1 }
      cells += record.cellCount
      numbers += record.numbers
    }
    score.numbers = cells == 0 ? 0 : Double(numbers) / Double(cells)
    return score
  }
}

extension NumberShape {
  var isNumber: Bool {
    switch self {
    case .whole, .decimal, .ambiguous: true
    case .empty, .hexadecimal, .notFinite, .notANumber: false
    }
  }
}
