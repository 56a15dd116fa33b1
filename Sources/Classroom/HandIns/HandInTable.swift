import Archives
import Lessons

extension HandIn.ReadTable {
  /// The same for tables with the same rows in any order and of any spelling of their numbers.
  var digest: String {
    guard case .table(let rows) = lesson.data.source else { return "" }
    let lines = rows.targets.indices.map { row in
      (rows.inputs[row] + [rows.targets[row]]).map { String($0) }.joined(separator: ",")
    }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return SHA256.hash(Array(lines.joined(separator: "\n").utf8)).hexadecimal
  }
}

/// A value outside what the lesson calls plausible for its column.
struct RangeViolation: Equatable {
  let line: Int
  let column: String
  let value: Double
  let range: ClosedRange<Double>

  /// In the order of the rows, within a row in that of the lesson's columns.
  static func all(in table: HandIn.ReadTable, _ lesson: Lesson) -> [RangeViolation] {
    guard case .table(let source)? = lesson.training?.data,
      case .table(let rows) = table.lesson.data.source
    else { return [] }
    var found: [RangeViolation] = []
    for row in rows.targets.indices {
      for (index, column) in (source.inputs + [source.target]).enumerated() {
        let value = index < source.inputs.count ? rows.inputs[row][index] : rows.targets[row]
        guard let range = source.columns[column]?.range, !range.contains(value) else { continue }
        found.append(
          RangeViolation(
            line: table.table.line(ofRow: row), column: column, value: value, range: range))
      }
    }
    return found
  }
}
