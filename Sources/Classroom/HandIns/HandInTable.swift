import Archives
import Lessons

extension HandIn.ReadTable {
  /// Tables with more rows are not searched for copies row by row.
  private static let rowLimit = 2_000

  /// The rows as numbers, inputs first.
  private var values: [[Double]] {
    guard case .table(let rows) = lesson.data.source else { return [] }
    return rows.targets.indices.map { rows.inputs[$0] + [rows.targets[$0]] }
  }

  private static func digest(_ rows: [[Double]]) -> String {
    let lines = rows.map { $0.map { String($0) }.joined(separator: ",") }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return SHA256.hash(Array(lines.joined(separator: "\n").utf8)).hexadecimal
  }

  /// The same for tables with the same rows in any order, however their numbers are spelled.
  var digest: String { Self.digest(values) }

  /// The same for tables that differ by the order of rows and by the unit and origin of each column;
  /// nil for fewer than `CopySearch.leastRows` rows, which agree by chance.
  var shapeDigest: String? {
    var rows = values
    guard rows.count >= CopySearch.leastRows, let width = rows.first?.count else { return nil }
    for column in 0..<width {
      let (least, most) = (rows.map { $0[column] }.min()!, rows.map { $0[column] }.max()!)
      guard least < most else { return nil }
      for row in rows.indices {
        rows[row][column] = ((rows[row][column] - least) / (most - least) * 1e5).rounded()
      }
    }
    return Self.digest(rows)
  }

  /// Short hashes of the rows, sorted.
  var rowHashes: [String] {
    let rows = values
    guard (CopySearch.leastRows...Self.rowLimit).contains(rows.count) else { return [] }
    return rows.map { String(Self.digest([$0]).prefix(10)) }.sorted()
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
