import Datasets
import Diagnostics

/// Columns of dates, and of several numbers in a cell.
extension TableColumns {
  mutating func readCalendar(_ column: inout ReadColumn, _ reading: CalendarReading) {
    do throws(TableError) {
      let first = try table.calendar(column: column.index, as: reading, codes: column.codes)
      var numbers = first.numbers
      for (other, index) in zip(tables, try indices(column)).dropFirst() {
        let more = try other.calendar(column: index, as: reading, codes: column.codes)
        numbers += more.numbers.map { $0 + more.origin - first.origin }
      }
      column.content = .numbers(numbers)
      column.encodings = [
        .calendar(reading, isDayFirst: first.isDayFirst, origin: first.origin)
      ]
      if reading == .days {
        assumptions.append(
          Message("data.firstDay", ["column": column.header, "value": first.first]))
      }
      if first.hasYearLast, reading != .hours {
        assumptions.append(
          Message(
            first.isDayFirst ? "data.dayFirst" : "data.monthFirst", ["column": column.header]))
      }
      refuseGaps(of: column, numbers)
    } catch {
      faults.append(error)
      column.content = .numbers(
        [Double](repeating: 0, count: tables.reduce(0) { $0 + $1.rowCount }))
    }
  }

  private mutating func refuseGaps(of column: ReadColumn, _ numbers: [Double]) {
    guard column.policy.rule == .error, let row = numbers.firstIndex(where: \.isNaN) else { return }
    let gaps = numbers.indices.filter { numbers[$0].isNaN }
    let (table, first) = place(row)
    faults.append(
      TableError(
        table.path, line: table.line(ofRow: first),
        .cells(
          .missing, column: column.header, count: gaps.count,
          lines: gaps.prefix(5).map { "\(place($0).table.line(ofRow: place($0).row))" }
            .joined(separator: ", ") + (gaps.count > 5 ? "…" : ""), values: "")))
  }

  func split(of name: String) -> (whole: String, separator: String, index: Int)? {
    for (whole, description) in source.columns.sorted(by: { $0.key < $1.key }) {
      if case .split(let separator, let names)? = description.reading,
        let index = names.firstIndex(of: name)
      {
        return (whole, separator, index)
      }
    }
    return nil
  }

  mutating func readPart(
    _ name: String, of whole: String, separator: String, index part: Int
  ) throws(TableError) -> ReadColumn {
    let described = description(whole)
    let index = try column(whole)
    var read = ReadColumn(
      name: name, header: table.columns[index], index: index, content: .numbers([]),
      policy: described.missing ?? source.missing ?? GapPolicy(.error),
      codes: described.missingValues, limits: nil,
      encodings: [.part(separator: separator, index: part)])
    var count = 0
    if case .split(_, let names)? = described.reading { count = names.count }
    var texts: [String?] = []
    for table in tables {
      let place = try table.column(matching: whole, aliases: described.aliases)
      texts += table.words(inColumn: place, codes: read.codes)
    }
    var numbers: [Double] = []
    for (row, text) in texts.enumerated() {
      guard let text else {
        numbers.append(.nan)
        continue
      }
      let parts = text.split(separator: Character(separator), omittingEmptySubsequences: false)
        .map { String($0).trimmedBlanks }
      guard parts.count == count, let value = Decimal.number(parts[part].replacingComma) else {
        let (table, place) = place(row)
        faults.append(
          TableProblem.notSplit(
            column: read.header, value: text, separator: separator, count: count,
            path: table.path, line: table.line(ofRow: place)))
        numbers += [Double](repeating: 0, count: texts.count - row)
        break
      }
      numbers.append(value)
    }
    read.content = .numbers(numbers)
    refuseGaps(of: read, numbers)
    return read
  }
}

extension String {
  /// With a decimal point where a comma may be one.
  var replacingComma: String { String(map { $0 == "," ? "." : $0 }) }

  var trimmedBlanks: String {
    let start = drop(while: \.isWhitespace)
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...last])
  }
}
