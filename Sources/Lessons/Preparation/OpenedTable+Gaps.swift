import Datasets
import Diagnostics

/// Rows that are left out, cells that are filled, and what is said of them.
extension OpenedTable {
  /// For each column whose gaps leave rows out: how many, and of which class.
  func droppedMessages(_ kept: [Int]) -> [Message] {
    var messages: [Message] = []
    for column in inputs + [target] {
      if column.codeCount > 0 {
        messages.append(
          Message(
            "data.codes",
            [
              "column": column.header, "count": "\(column.codeCount)",
              "values": column.codes.joined(separator: ", "),
            ]))
      }
      guard column.policy.rule == .drop else { continue }
      let gone = (0..<rowCount).filter { column.isGap($0) }
      guard !gone.isEmpty else { continue }
      var arguments = [
        "column": column.header, "count": "\(gone.count)", "rows": "\(rowCount)",
      ]
      let classes = source.plan?.classes
      let counts = classes?.indices.map { code in gone.count { targets[$0] == Double(code) } } ?? []
      if let classes, counts.contains(where: { $0 > 0 }) {
        arguments["classes"] = classes.indices.map { "\(classes[$0].values[0]) \(counts[$0])" }
          .joined(separator: ", ")
        messages.append(Message("data.droppedByClass", arguments))
      } else {
        messages.append(Message("data.dropped", arguments))
      }
    }
    let count = rowCount - kept.count
    if messages.count(where: { $0.key.hasPrefix("data.dropped") }) > 1 {
      messages.append(
        Message("data.droppedTogether", ["count": "\(count)", "rows": "\(rowCount)"]))
    }
    return messages
  }

  /// What gaps are filled with, by number that goes in: learned on training rows alone.
  func fills(
    _ kept: [Int], isTest: [Bool], learning: Int
  ) throws(TableProblem) -> (values: [Double], messages: [Message]) {
    let training = Array(kept.indices.filter { !isTest[$0] }.prefix(learning)).map { kept[$0] }
    var values: [Double] = []
    var messages: [Message] = []
    for column in inputs {
      let gaps = kept.indices.filter { column.isGap(kept[$0]) }
      guard !gaps.isEmpty, column.policy.rule != .error, column.policy.rule != .drop else {
        values += column.encodings.map { _ in .nan }
        continue
      }
      guard Double(gaps.count) <= column.policy.allow * Double(kept.count) else {
        throw .tooManyGaps(
          column: column.header, count: gaps.count, rows: kept.count,
          allow: column.policy.allow, path: table.path)
      }
      let (fill, text) = Fill(column, rows: training).value
      guard let fill else { throw .noRowsLeft(path: table.path) }
      values += column.encodings.map { encoding in
        switch (encoding, fill) {
        case (.category(let word), .word(let chosen)): word == chosen ? 1 : 0
        case (.rare(let list), .word(let chosen)): list.contains(chosen) ? 1 : 0
        case (.ordinal(let list), .word(let chosen)): Double(list.firstIndex(of: chosen)!)
        case (_, .number(let number)): number
        case (_, .word): .nan
        }
      }
      messages.append(
        Message(
          "data.filled.\(Fill.rule(column).rawValue)",
          [
            "column": column.header, "count": "\(gaps.count)", "value": text,
            "test": "\(gaps.count { isTest[$0] })",
          ]))
    }
    return (values, messages)
  }
}

/// What fills the gaps of a column.
private struct Fill {
  enum Value {
    case number(Double)
    case word(String)
  }

  let value: (Value?, text: String)

  /// Words have neither mean nor median.
  static func rule(_ column: ReadColumn) -> GapPolicy.Rule {
    if case .words = column.content { .mostFrequent } else { column.policy.rule }
  }

  init(_ column: ReadColumn, rows: [Int]) {
    switch column.content {
    case .words(let words):
      let present = rows.compactMap { words[$0] }
      let counts = Dictionary(present.map { ($0, 1) }, uniquingKeysWith: +)
      // The first of several equally frequent ones, as pandas takes it.
      let most = counts.values.max()
      let first = orderedValues(Array(counts.keys)).first { counts[$0] == most }
      value = (first.map { .word($0) }, first ?? "")
    case .numbers(let numbers):
      let present = rows.map { numbers[$0] }.filter { !$0.isNaN }.sorted()
      guard !present.isEmpty else {
        value = (nil, "")
        return
      }
      let number: Double
      switch column.policy.rule {
      case .mean: number = present.reduce(0, +) / Double(present.count)
      case .mostFrequent: number = Self.mode(present)
      case .median, .error, .drop:
        let middle = present.count / 2
        number =
          present.count % 2 == 1 ? present[middle] : (present[middle - 1] + present[middle]) / 2
      }
      value = (.number(number), Decimal.text(number))
    }
  }

  /// The smallest of the most frequent numbers.
  private static func mode(_ sorted: [Double]) -> Double {
    var best = (count: 0, value: sorted[0])
    var run = (count: 0, value: sorted[0])
    for value in sorted {
      run = value == run.value ? (run.count + 1, value) : (1, value)
      if run.count > best.count { best = run }
    }
    return best.value
  }
}
