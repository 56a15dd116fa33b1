import Diagnostics

/// How the cells of a table are told apart.
enum Separator: UInt8, CaseIterable {
  case comma = 0x2c
  case semicolon = 0x3b
  case tab = 0x09
  case bar = 0x7c

  /// Said where it is not the usual comma.
  var assumption: Message? {
    switch self {
    case .comma: nil
    case .semicolon: Message("table.assumedSemicolon")
    case .tab: Message("table.assumedTab")
    case .bar: Message("table.assumedBar")
    }
  }
}

extension Separator {
  /// How many records take part in the vote.
  private static let sampleSize = 50

  /// How well a separator fits the first records; greater is better.
  private struct Score {
    /// Records with as many cells as the header, if those are two or more.
    var fitting = 0
    /// Records in which it occurs at all.
    var occurring = 0
    var records = 0
    /// The share of the cells below the header that are numbers.
    var numbers = 0.0
    var columns = 1

    func isBetter(than other: Score) -> Bool {
      if fitting * other.records != other.fitting * records {
        return fitting * other.records > other.fitting * records
      }
      if numbers != other.numbers { return numbers > other.numbers }
      return columns > other.columns
    }
  }

  /// The separator that cuts the first records into as many cells as the header, and those into
  /// numbers; the semicolon where there is one column only, because then a comma is a decimal one.
  static func vote(
    _ bytes: UnsafeBufferPointer<UInt8>, position: Int, line: Int
  ) -> Separator {
    var best: (separator: Separator, score: Score)?
    for separator in allCases {
      let score = score(separator, bytes, position: position, line: line)
      guard score.columns > 1, score.records == 0 || score.occurring > 0 else { continue }
      if best.map({ score.isBetter(than: $0.score) }) ?? true { best = (separator, score) }
    }
    return best?.separator ?? .semicolon
  }

  private static func score(
    _ separator: Separator, _ bytes: UnsafeBufferPointer<UInt8>, position: Int, line: Int
  ) -> Score {
    var reader = RecordReader(bytes, separator: separator.rawValue, position: position, line: line)
    var cells: [TableCell] = []
    var score = Score()
    var hasHeader = false
    var numbers = 0
    var filled = 0
    while score.records < sampleSize {
      cells.removeAll(keepingCapacity: true)
      let record: RecordReader.Record?
      do throws(RecordReader.Fault) {
        record = try reader.next(&cells)
      } catch {
        // Only the separator in use finds the quote that is never closed.
        if !hasHeader { score.columns = error.cell + 1 }
        break
      }
      guard let record else { break }
      if record.isBlank { continue }
      let texts = cells.map { UnsafeBufferPointer(rebasing: bytes[$0.range]) }
      let count = (texts.lastIndex { !NumberText.trimmed($0[...]).isEmpty } ?? -1) + 1
      guard hasHeader else {
        hasHeader = true
        score.columns = max(1, count)
        continue
      }
      if count == 0 { continue }
      score.records += 1
      if record.cellCount > 1 { score.occurring += 1 }
      if count <= score.columns, record.cellCount >= score.columns, score.columns > 1 {
        score.fitting += 1
      }
      filled += record.cellCount
      numbers += texts.count { NumberCell($0).shape.isNumber }
    }
    score.numbers = filled == 0 ? 0 : Double(numbers) / Double(filled)
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
