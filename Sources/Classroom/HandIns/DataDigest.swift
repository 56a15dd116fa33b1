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
