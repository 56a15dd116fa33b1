import Archives
import Datasets
import Diagnostics
import Neural

/// A lesson's table, its columns read as the lesson asks. What is wrong with cells is not said before
/// `prepared`, so that shapes come first.
struct OpenedTable {
  struct File {
    var name: String
    var table: Table
    var sha256: String
  }

  /// With what was found in the file: `inputs` are the numbers that go in.
  let source: TableSource
  let files: [File]
  /// The questions of `predict` as numbers.
  private(set) var predict: [[Double]]
  private let inputs: [ReadColumn]
  private let target: ReadColumn
  /// The code of each row's class, or its number; NaN without a value.
  private let targets: [Double]
  private let faults: [any UserError]

  var table: Table { files[0].table }
  var sha256: String { files[0].sha256 }

  init(
    _ source: TableSource, files: [File], training: Training, notebookPath: String
  ) throws {
    var columns = TableColumns(source, tables: files.map(\.table))
    var inputs: [ReadColumn] = []
    for name in try columns.inputNames() { inputs.append(try columns.read(input: name)) }
    let kind = training.compile.loss.kind
    let target = try columns.readTarget(asWords: kind != .numbers)
    if let group = source.group { _ = try columns.column(group) }
    if case .column(let name, _)? = source.testPart { _ = try columns.column(name) }
    var coding = TargetCoding(
      target, description: source.columns[source.target], training: training,
      path: columns.tables[0].path,
      lineOfRow: {
        let (table, row) = columns.place($0); return table.line(ofRow: row)
      })
    coding.run()
    self.files = files
    self.inputs = inputs
    self.target = target
    targets = coding.codes
    let predictFaults: [any UserError]
    (predict, predictFaults) = Self.predict(training, inputs, notebookPath: notebookPath)
    let personal = PersonalColumns(
      source, files.map(\.table), place: Place(notebookPath, line: training.marks.source?.line))
    faults = personal.faults + columns.faults + coding.faults + predictFaults
    self.source = Self.resolved(
      source, inputs, target, coding, table: files[0].table, assumptions: columns.assumptions)
  }

  /// The source with what was found in the file.
  private static func resolved(
    _ source: TableSource, _ inputs: [ReadColumn], _ target: ReadColumn, _ coding: TargetCoding,
    table: Table, assumptions: [Message]
  ) -> TableSource {
    var source = source
    var plan = TablePlan(
      layout: table.layout, marks: table.columns.indices.map(table.decimalMark(ofColumn:)))
    for column in inputs {
      for encoding in column.encodings {
        let name = featureName(column, encoding)
        plan.features.append(
          TablePlan.Feature(
            name: name, header: column.header, column: column.index, encoding: encoding,
            policy: column.policy, codes: column.codes, limits: column.limits))
        if source.columns[name] == nil, let own = source.columns[column.name] {
          source.columns[name] = featureDescription(own, column, encoding)
        }
      }
      // Another table of the same lesson has the same numbers in the same order.
      let words = column.encodings.compactMap { encoding -> [String]? in
        switch encoding {
        case .category(let word): [word]
        case .ordinal(let list): list
        case .number, .indicator, .calendar, .part: nil
        }
      }.flatMap { $0 }
      if !words.isEmpty {
        var description = source.columns[column.name] ?? ColumnDescription()
        description.categories = words
        source.columns[column.name] = description
      }
    }
    source.selection = .named(inputs.map(\.name))
    source.inputs = plan.features.map(\.name)
    plan.targetHeader = target.header
    plan.targetColumn = target.index
    plan.targetCodes = target.codes
    plan.targetPolicy = target.policy
    plan.classes = coding.classes
    plan.positive = coding.positive
    plan.assumptions = assumptions + coding.assumptions
    if let classes = coding.classes {
      var description = source.columns[source.target] ?? ColumnDescription()
      description.classes = classes
      source.columns[source.target] = description
    }
    source.plan = plan
    return source
  }

  private static func featureName(_ column: ReadColumn, _ encoding: TablePlan.Encoding) -> String {
    switch encoding {
    case .number, .ordinal, .calendar, .part: column.name
    case .category(let word): "\(column.name)=\(word)"
    case .indicator: "\(column.name)=?"
    }
  }

  /// What people read for one of the numbers that a column becomes.
  private static func featureDescription(
    _ own: ColumnDescription, _ column: ReadColumn, _ encoding: TablePlan.Encoding
  ) -> ColumnDescription {
    let label = own.label ?? LocalizedText(plain: column.name)
    switch encoding {
    case .category(let word):
      return ColumnDescription(
        label: LocalizedText(es: "\(label[.es]): \(word)", en: "\(label[.en]): \(word)"))
    case .indicator:
      return ColumnDescription(
        label: LocalizedText(es: "\(label[.es]): sin dato", en: "\(label[.en]): no value"))
    case .number, .ordinal, .calendar, .part: return own
    }
  }

  // MARK: What is asked for

  /// The questions with words in them as numbers.
  private static func predict(
    _ training: Training, _ inputs: [ReadColumn], notebookPath: String
  ) -> ([[Double]], [any UserError]) {
    guard let asked = training.asked else { return (training.predict, []) }
    let place = Place(
      notebookPath, line: training.marks.predict?.line, column: training.marks.predict?.column)
    var rows: [[Double]] = []
    for texts in asked {
      guard texts.count == inputs.count else {
        return (
          [],
          [
            TableProblem.predictWidth(
              columns: inputs.map(\.name), found: texts.count, place: place)
          ]
        )
      }
      var row: [Double] = []
      for (text, column) in zip(texts, inputs) {
        let word = canonical(text)
        for encoding in column.encodings {
          switch encoding {
          case .indicator: row.append(0)
          case .category(let known): row.append(known == word ? 1 : 0)
          case .ordinal(let list): row.append(list.firstIndex(of: word).map(Double.init) ?? .nan)
          case .number, .calendar, .part: row.append(Decimal.number(text) ?? .nan)
          }
        }
        let known = column.encodings.flatMap { encoding -> [String] in
          switch encoding {
          case .category(let word): [word]
          case .ordinal(let list): list
          case .number, .indicator, .calendar, .part: []
          }
        }
        if known.isEmpty ? Decimal.number(text) == nil : !known.contains(word) {
          return (
            [],
            [
              TableProblem.predictWord(
                column: column.name, value: text, known: known, place: place)
            ]
          )
        }
      }
      rows.append(row)
    }
    return (rows, [])
  }

  // MARK: Rows

  /// The values as samples, the test part drawn by `seed`.
  func prepared(
    for training: Training, lesson: Lesson, seed: UInt64, file: NotebookFile
  ) throws -> PreparedData {
    guard faults.isEmpty else { throw UserErrors(faults) }
    let kept = keptRows
    guard !kept.isEmpty else { throw TableProblem.noRowsLeft(path: table.path) }
    let isTest = try TableParts(
      source: source, table: table, rows: kept, targets: kept.map { targets[$0] },
      isOfClasses: training.compile.loss.kind != .numbers
    ).testRows(lesson: lesson, seed: seed, marks: training.marks, file: file)
    let testCount = isTest.count { $0 }
    let trainingCount = kept.count - testCount
    var learning = trainingCount
    if case .split(let fraction) = training.fit.validation {
      try file.check(split: fraction, of: trainingCount, at: training.marks.validation)
      learning = LabelledSamples.trainingCount(of: trainingCount, splitting: fraction)
    }
    let fills = try self.fills(kept, isTest: isTest, learning: learning)
    let encodings = inputs.flatMap { column in column.encodings.map { (column, $0) } }
    let rows = kept.map { row in
      encodings.indices.map { index in
        let value = encodings[index].0.value(row, encodings[index].1)
        return value.isNaN ? fills.values[index] : value
      }
    }
    let codes = kept.map { targets[$0] }
    func samples(_ wanted: Bool) -> LabelledSamples {
      let chosen = rows.indices.filter { isTest[$0] == wanted }
      return LabelledSamples(
        inputs: Samples(
          shape: [encodings.count], storage: .floats(chosen.flatMap { rows[$0].map { Float($0) } })),
        targets: training.compile.loss.kind == .classes
          ? .classes(chosen.map { UInt8(codes[$0]) })
          : .values(chosen.map { Float(codes[$0]) }, width: 1))
    }
    let own = kept.count { $0 < table.rowCount }
    let plan = source.plan!
    var prepared = PreparedTable(
      inputs: rows, targets: codes, isTest: isTest, path: table.path,
      lines: kept.map { row in
        row < table.rowCount
          ? table.line(ofRow: row) : files[1].table.line(ofRow: row - table.rowCount)
      },
      marks: (plan.features.map(\.column) + [plan.targetColumn]).map(
        table.decimalMark(ofColumn:)),
      testPath: files.count > 1 ? files[1].table.path : nil, ownRowCount: own)
    prepared.rowHashes = kept.map { row in
      row < table.rowCount
        ? table.hash(ofRow: row) : files[1].table.hash(ofRow: row - table.rowCount)
    }
    return PreparedData(
      source: .table(prepared),
      summary: DataSummary(
        kind: .table, rows: trainingCount, testRows: testCount,
        hashes: Dictionary(files.map { ($0.name, $0.sha256) }) { first, _ in first },
        assumptions: table.assumptions + plan.assumptions + droppedMessages(kept)
          + fills.messages),
      training: samples(false), test: testCount > 0 ? samples(true) : nil)
  }

  private var rowCount: Int { files.reduce(0) { $0 + $1.table.rowCount } }

  /// The rows that no policy leaves out.
  private var keptRows: [Int] {
    let dropping = (inputs + [target]).filter { $0.policy.rule == .drop }
    guard !dropping.isEmpty else { return Array(0..<rowCount) }
    return (0..<rowCount).filter { row in !dropping.contains { $0.isGap(row) } }
  }

  /// For each column whose gaps leave rows out: how many, and of which class.
  private func droppedMessages(_ kept: [Int]) -> [Message] {
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
  private func fills(
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

  // MARK: What decides the result

  /// SHA-256 of the numbers that train and test, and of which rows are which.
  static func identity(of data: PreparedData) -> String {
    guard case .table(let table) = data.source else { return "" }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(table.targets.count * 8 * ((table.inputs.first?.count ?? 0) + 2))
    func add(_ value: Double) {
      withUnsafeBytes(of: value.bitPattern.littleEndian) { bytes += $0 }
    }
    for row in table.targets.indices {
      for value in table.inputs[row] { add(value) }
      add(table.targets[row])
      bytes.append(table.isTest[row] ? 1 : 0)
    }
    return SHA256.hash(bytes).hexadecimal
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
      let best = orderedValues(present).max { left, right in
        present.count { $0 == left } < present.count { $0 == right }
      }
      // The first of several equally frequent ones, as pandas takes it.
      let first = best.flatMap { best in
        let count = present.count { $0 == best }
        return orderedValues(present).first { word in present.count { $0 == word } == count }
      }
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
