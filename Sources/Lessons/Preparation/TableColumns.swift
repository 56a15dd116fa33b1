import Datasets
import Diagnostics

/// Reads the columns of a lesson from its table, and from its test table where there is one. What is
/// wrong with cells is kept for later; what is wrong with headers is thrown.
struct TableColumns {
  let source: TableSource
  let tables: [Table]
  var faults: [any UserError] = []
  var assumptions: [Message] = []

  /// More different words than this are no categories unless they are listed.
  static let categoryLimit = 20

  init(_ source: TableSource, tables: [Table]) {
    self.source = source
    self.tables = tables
  }

  var table: Table { tables[0] }

  func description(_ name: String) -> ColumnDescription {
    source.columns[name] ?? ColumnDescription()
  }

  func column(_ name: String) throws(TableError) -> Int {
    try table.column(matching: name, aliases: description(name).aliases)
  }

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
    } else if description.categories != nil || description.encoding != nil
      || description.rare != nil
      || source.plan?.categories[name] != nil
    {
      try readWords(&read, description)
    } else {
      let surveys = surveys(of: read)
      if let first = surveys.first, first.isOfWords {
        let count = Set(table.words(inColumn: index, codes: read.codes).compactMap { $0 }).count
        if count > Self.categoryLimit {
          faults.append(
            TableProblem.tooManyWords(
              column: read.header, count: count, limit: Self.categoryLimit, path: table.path))
          read.content = .numbers(
            [Double](repeating: 0, count: tables.reduce(0) { $0 + $1.rowCount }))
        } else {
          try readWords(&read, description)
        }
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
    let isWords =
      description.classes != nil || source.plan?.classes != nil
      || asWords && !surveys.allSatisfy { $0.faults.isEmpty }
    if isWords {
      if let first = surveys.first { read.codeCount = first.codes.count }
      try takeWords(into: &read)
    } else {
      take(surveys, into: &read)
    }
    return read
  }

  /// The texts of a column in every table.
  func words(of name: String) throws(TableError) -> [String?] {
    var words: [String?] = []
    for table in tables {
      let column = try table.column(matching: name, aliases: description(name).aliases)
      words += table.words(inColumn: column)
    }
    return words
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
  func indices(_ column: ReadColumn) throws(TableError) -> [Int] {
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
    let known =
      listed ?? source.plan?.categories[column.name]
      ?? orderedValues(Array(words.prefix(table.rowCount)))
    refuse(column, outside: known)
    if let rare = description.rare, description.encoding != .ordinal {
      sayRare(column, known, least: rare)
    }
    if listed == nil {
      assumptions.append(
        Message(
          "data.categories",
          ["column": column.header, "values": known.joined(separator: ", ")]))
    }
    switch description.encoding ?? .oneHot {
    case .oneHot:
      let rare = rareWords(column, known, least: description.rare ?? 0)
      column.encodings = known.filter { !rare.contains($0) }.map { .category($0) }
      if !rare.isEmpty { column.encodings.append(.rare(rare)) }
    case .ordinal: column.encodings = [.ordinal(known)]
    }
  }

  private mutating func sayRare(_ column: ReadColumn, _ known: [String], least: Int) {
    let rare = rareWords(column, known, least: least)
    guard !rare.isEmpty, case .words(let words) = column.content else { return }
    let count = words.count { word in word.map(rare.contains) ?? false }
    assumptions.append(
      Message(
        "data.rare",
        [
          "column": column.header, "values": rare.joined(separator: ", "), "count": "\(count)",
          "least": "\(least)",
        ]))
  }

  /// The categories with fewer rows in the table than `least`.
  private mutating func rareWords(
    _ column: ReadColumn, _ known: [String], least: Int
  ) -> [String] {
    if let plan = source.plan { return plan.rare[column.name] ?? [] }
    guard case .words(let words) = column.content else { return [] }
    let counts = Dictionary(
      words.prefix(table.rowCount).compactMap { $0 }.map { ($0, 1) }, uniquingKeysWith: +)
    return known.filter { counts[$0, default: 0] < least }
  }
}
