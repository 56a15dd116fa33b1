import Diagnostics
import Phrases
import Publishing

/// Describes the changed rows of a table: `1 fila editada: la 14`.
public struct RowChangesText {
  /// Maximum number of lines listed.
  private static let listLimit = 6

  private let phrases: PhraseCatalogue
  private let numbers: NumberStyle

  /// - Parameter phrases: the catalogue of reports.
  public init(phrases: PhraseCatalogue, numbers: NumberStyle) {
    self.phrases = phrases
    self.numbers = numbers
  }

  /// Empty if nothing changed.
  public func text(_ changes: RowChanges) -> String {
    guard !changes.isReordered else { return phrases["changes.rows.reordered"] }
    let parts = [
      ("edited", changes.edited.map(\.line)), ("added", changes.added),
      ("removed", changes.removed),
    ]
    return parts.filter { !$1.isEmpty }.map { name, lines in
      phrases[
        "changes.rows.\(name)\(lines.count == 1 ? "One" : "")",
        ["count": numbers.string(lines.count), "lines": list(lines)]]
    }.joined(separator: "; ")
  }

  /// `2, 5 a 9 y 14`.
  private func list(_ lines: [Int]) -> String {
    var runs: [ClosedRange<Int>] = []
    for line in lines {
      if let last = runs.last, line == last.upperBound + 1 {
        runs[runs.count - 1] = last.lowerBound...line
      } else {
        runs.append(line...line)
      }
    }
    var texts = runs.flatMap { run -> [String] in
      switch run.count {
      case 1: [String(run.lowerBound)]
      case 2: [String(run.lowerBound), String(run.upperBound)]
      default:
        [
          phrases[
            "changes.range", ["first": String(run.lowerBound), "last": String(run.upperBound)]]
        ]
      }
    }
    guard texts.count <= Self.listLimit else {
      return texts.prefix(Self.listLimit).joined(separator: ", ") + ", …"
    }
    let last = texts.removeLast()
    return texts.isEmpty
      ? last : phrases["changes.and", ["first": texts.joined(separator: ", "), "last": last]]
  }
}
