import Datasets
import Diagnostics

/// The values of one column of a lesson, over the rows of the table and of a test table behind them.
struct ReadColumn {
  enum Content {
    /// NaN without a value.
    case numbers([Double])
    /// nil without a value.
    case words([String?])
  }

  var name: String
  var header: String
  var index: Int
  var content: Content
  var policy: GapPolicy
  var codes: [String]
  var limits: LimitPolicy?
  var encodings: [TablePlan.Encoding]
  /// Cells that held a code.
  var codeCount = 0

  func isGap(_ row: Int) -> Bool {
    switch content {
    case .numbers(let numbers): numbers[row].isNaN
    case .words(let words): words[row] == nil
    }
  }

  /// What a row gives for an encoding; NaN in a gap that is to be filled.
  func value(_ row: Int, _ encoding: TablePlan.Encoding) -> Double {
    switch (encoding, content) {
    case (.indicator, _): return isGap(row) ? 1 : 0
    case (.category(let word), .words(let words)):
      return words[row].map { $0 == word ? 1 : 0 } ?? .nan
    case (.ordinal(let list), .words(let words)):
      return words[row].flatMap { list.firstIndex(of: $0) }.map(Double.init) ?? .nan
    case (_, .numbers(let numbers)): return numbers[row]
    case (_, .words): preconditionFailure("\(encoding) of words")
    }
  }
}

/// A text as categories and classes are told apart: numbers by their value.
func canonical(_ text: String) -> String {
  Decimal.number(text).map(Decimal.text) ?? text
}

/// The different texts: numbers by size, then words by the code points of their NFC form.
func orderedValues(_ texts: [String?]) -> [String] {
  Set(texts.compactMap { $0.map(canonical) }).sorted { left, right in
    switch (Decimal.number(left), Decimal.number(right)) {
    case (let a?, let b?): a < b
    case (.some, nil): true
    case (nil, .some): false
    case (nil, nil): left < right
    }
  }
}

/// Reads the columns of a lesson from its table, and from its test table where there is one. What is
/// wrong with cells is kept for later; what is wrong with headers is thrown.
struct TableColumns {
  let source: TableSource
  let tables: [Table]
  private(set) var faults: [any UserError] = []
  private(set) var assumptions: [Message] = []

  /// More different words than this are no categories unless they are listed.
  static let categoryLimit = 20

  init(_ source: TableSource, tables: [Table]) {
    self.source = source
    self.tables = tables
  }

  private var table: Table { tables[0] }

  private func description(_ name: String) -> ColumnDescription {
    source.columns[name] ?? ColumnDescription()
  }

  func column(_ name: String) throws(TableError) -> Int {
    try table.column(matching: name, aliases: description(name).aliases)
  }

  // MARK: Which columns

  /// The names of the input columns, ranges and `all` written out.
  func inputNames() throws -> [String] {
    switch source.selection {
    case .named(let names):
      var all: [String] = []
      for name in names {
        guard let range = ColumnRange(name), (try? column(name)) == nil else {
          all.append(name)
          continue
        }
        let (first, last) = (try column(range.first), try column(range.last))
        guard first <= last else {
          throw TableProblem.reversedRange(range: name, path: table.path)
        }
        all += table.columns[first...last]
      }
      return all
    case .all(let except): return try allNames(except: except)
    }
  }

  private func allNames(except: [String]) throws -> [String] {
    var left = [try column(source.target)]
    for name in except { left.append(try column(name)) }
    if let group = source.group { left.append(try column(group)) }
    if case .column(let name, _)? = source.testPart { left.append(try column(name)) }
    var names: [String] = []
    var refused: [String] = []
    for index in table.columns.indices where !left.contains(index) {
      let header = table.columns[index]
      if header == "#" || header.hasPrefix("Unnamed: ") { continue }
      if let described = source.columns.keys.first(where: { (try? column($0)) == index }) {
        if case .split(_, let parts)? = description(described).reading {
          names += parts
        } else {
          names.append(described)
        }
        continue
      }
      if isUnfit(index) { refused.append(header) } else { names.append(header) }
    }
    guard refused.isEmpty else {
      throw TableProblem.unfitForAll(columns: refused, except: except, path: table.path)
    }
    guard !names.isEmpty else { throw TableProblem.nothingForAll(path: table.path) }
    return names
  }

  /// Ids, columns without a value, and words of more than twenty kinds.
  private func isUnfit(_ index: Int) -> Bool {
    if Self.idNames.contains(Table.foldedName(table.columns[index])) { return true }
    let words = table.words(inColumn: index)
    let present = words.compactMap { $0 }
    if present.isEmpty { return true }
    let areNumbers =
      present.contains { $0.utf8.contains { (0x30...0x39).contains($0) } }
      && present.prefix(50).contains { Decimal.number($0.replacingComma) != nil }
    return !areNumbers && Set(present).count > Self.categoryLimit
  }

  private static let idNames: Set<String> = [
    "id", "ids", "folio", "expediente", "noexpediente", "numexpediente", "curp", "rfc", "nss",
    "matricula", "codigo", "clave", "paciente", "idpaciente", "pacienteid", "patientid", "subject",
    "subjectid", "uuid", "index", "indice", "renglon", "nombre", "name", "email", "correo",
  ]

  // MARK: Their values

  mutating func read(input name: String) throws(TableError) -> ReadColumn {
    if let (whole, separator, part) = split(of: name) {
      return try readPart(name, of: whole, separator: separator, index: part)
    }
    let description = description(name)
    let index = try column(name)
    var read = ReadColumn(
      name: name, header: table.columns[index], index: index, content: .numbers([]),
      policy: description.missing ?? source.missing ?? GapPolicy(.error),
      codes: description.missingValues, limits: description.limits, encodings: [.number])
    if case .calendar(let reading)? = description.reading {
      readCalendar(&read, reading)
    } else if description.categories != nil || description.encoding != nil {
      try readWords(&read, description)
    } else {
      let surveys = surveys(of: read)
      let distinct = Set(table.words(inColumn: index, codes: read.codes).compactMap { $0 })
      if let first = surveys.first, first.isOfWords, distinct.count <= Self.categoryLimit {
        try readWords(&read, description)
      } else {
        take(surveys, into: &read)
      }
    }
    if read.policy.hasIndicator { read.encodings.append(.indicator) }
    return read
  }

  /// The target as numbers or as words, as the file has it.
  mutating func readTarget(asWords: Bool) throws(TableError) -> ReadColumn {
    let description = description(source.target)
    let index = try column(source.target)
    var read = ReadColumn(
      name: source.target, header: table.columns[index], index: index, content: .numbers([]),
      policy: description.missing ?? source.missing ?? GapPolicy(.error),
      codes: description.missingValues, limits: description.limits, encodings: [.number])
    // What is no value cannot be learned: such a row is left out, whatever fills other columns.
    if read.policy.rule != .error { read.policy = GapPolicy(.drop) }
    let surveys = surveys(of: read)
    let isWords = description.classes != nil || asWords && !surveys.allSatisfy { $0.faults.isEmpty }
    if isWords {
      if let first = surveys.first { read.codeCount = first.codes.count }
      try takeWords(into: &read)
    } else {
      take(surveys, into: &read)
    }
    return read
  }

  /// What is wrong with the texts of a column that are not in a list of what may stand there.
  mutating func refuse(_ column: ReadColumn, outside known: [String]) {
    guard case .words(let words) = column.content else { return }
    var unknown: [String] = []
    var first: Int?
    for row in words.indices {
      guard let word = words[row], !known.contains(word) else { continue }
      first = first ?? row
      if !unknown.contains(word), unknown.count < 5 { unknown.append(word) }
    }
    guard let first else { return }
    let (table, row) = place(first)
    faults.append(
      TableProblem.notListed(
        column: column.header, values: unknown, known: known, path: table.path,
        line: table.line(ofRow: row)))
  }

  func place(_ row: Int) -> (table: Table, row: Int) {
    row < table.rowCount ? (table, row) : (tables[1], row - table.rowCount)
  }

  /// The same column in every table.
  private func indices(_ column: ReadColumn) throws(TableError) -> [Int] {
    var all = [column.index]
    for other in tables.dropFirst() {
      all.append(
        try other.column(
          matching: column.name, aliases: [column.header] + description(column.name).aliases))
    }
    return all
  }

  private mutating func surveys(of column: ReadColumn) -> [ColumnSurvey] {
    var surveys: [ColumnSurvey] = []
    do {
      for (table, index) in zip(tables, try indices(column)) {
        surveys.append(
          try table.survey(column: index, codes: column.codes, limits: column.limits))
      }
    } catch {
      faults.append(error)
    }
    return surveys
  }

  private mutating func take(_ surveys: [ColumnSurvey], into column: inout ReadColumn) {
    for (table, survey) in zip(tables, surveys) {
      let index =
        (try? table.column(matching: column.name, aliases: [column.header])) ?? column.index
      let short = column.policy.rule == .error ? table.shortRows(lacking: index) : nil
      if let short, !faults.contains(where: { ($0 as? TableError) == short }) {
        faults.append(short)
      }
      for group in survey.groups {
        if group.kind.isGap, column.policy.rule != .error { continue }
        if group.kind == .empty, short != nil { continue }
        faults.append(table.error(of: group, column: index, isLesson: true))
      }
      column.codeCount += survey.codes.count
    }
    if column.policy.rule == .error, column.codeCount > 0 {
      faults.append(
        TableProblem.codesWithoutPolicy(
          column: column.header, count: column.codeCount, path: table.path))
    }
    column.content = .numbers(
      surveys.isEmpty
        ? [Double](repeating: .nan, count: tables.reduce(0) { $0 + $1.rowCount })
        : surveys.flatMap(\.numbers))
  }

  private mutating func takeWords(into column: inout ReadColumn) throws(TableError) {
    var words: [String?] = []
    for (table, index) in zip(tables, try indices(column)) {
      words += table.words(inColumn: index, codes: column.codes).map { $0.map(canonical) }
    }
    column.content = .words(words)
    guard column.policy.rule == .error, let row = words.firstIndex(of: nil) else { return }
    let gaps = words.indices.filter { words[$0] == nil }
    let (table, first) = place(row)
    faults.append(
      TableError(
        table.path, line: table.line(ofRow: first),
        .cells(
          .missing, column: column.header, count: gaps.count,
          lines: gaps.prefix(5).map { "\(place($0).table.line(ofRow: place($0).row))" }
            .joined(separator: ", ") + (gaps.count > 5 ? "…" : ""), values: "")))
  }

  private mutating func readWords(
    _ column: inout ReadColumn, _ description: ColumnDescription
  ) throws(TableError) {
    try takeWords(into: &column)
    guard case .words(let words) = column.content else { return }
    let listed = description.categories?.map(canonical)
    // In a test file of its own, a word that the table does not have is an error.
    let known = listed ?? orderedValues(Array(words.prefix(table.rowCount)))
    refuse(column, outside: known)
    if listed == nil {
      assumptions.append(
        Message(
          "data.categories",
          ["column": column.header, "values": known.joined(separator: ", ")]))
    }
    switch description.encoding ?? .oneHot {
    case .oneHot: column.encodings = known.map { .category($0) }
    case .ordinal: column.encodings = [.ordinal(known)]
    }
  }

  private mutating func readCalendar(_ column: inout ReadColumn, _ reading: CalendarReading) {
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

  // MARK: Two numbers in a cell

  private func split(of name: String) -> (whole: String, separator: String, index: Int)? {
    for (whole, description) in source.columns.sorted(by: { $0.key < $1.key }) {
      if case .split(let separator, let names)? = description.reading,
        let index = names.firstIndex(of: name)
      {
        return (whole, separator, index)
      }
    }
    return nil
  }

  private mutating func readPart(
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
