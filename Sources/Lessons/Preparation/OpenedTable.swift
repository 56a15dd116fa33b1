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
  let inputs: [ReadColumn]
  let target: ReadColumn
  /// The code of each row's class, or its number; NaN without a value.
  let targets: [Double]
  private let faults: [any UserError]
  /// What the column of `group` holds; nil where the lesson names none.
  private let groups: [String?]?

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
    groups = try source.group.map { try columns.words(of: $0) }
    if case .column(let name, _)? = source.testPart { _ = try columns.column(name) }
    var coding = TargetCoding(
      target, description: source.columns[source.target], known: source.plan?.classes,
      training: training,
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

  // MARK: Rows

  /// The values as samples, the test part drawn by `seed`.
  func prepared(
    for training: Training, lesson: Lesson, seed: UInt64, file: NotebookFile
  ) throws -> PreparedData {
    guard faults.isEmpty else { throw UserErrors(faults) }
    var kept = keptRows
    guard !kept.isEmpty else { throw TableProblem.noRowsLeft(path: table.path) }
    var isTest = try TableParts(
      source: source, table: table, rows: kept, targets: kept.map { targets[$0] },
      isOfClasses: training.compile.loss.kind != .numbers
    ).testRows(lesson: lesson, seed: seed, marks: training.marks, file: file)
    let testCount = isTest.count { $0 }
    let trainingCount = kept.count - testCount
    var learning = trainingCount
    var split: Double?
    var notes: [Message] = []
    if case .split(let fraction) = training.fit.validation {
      try file.check(split: fraction, of: trainingCount, at: training.marks.validation)
      learning = LabelledSamples.trainingCount(of: trainingCount, splitting: fraction)
      if let group = source.group, let groups {
        let wanted = trainingCount - learning
        let validation = GroupDraw(groups: kept.map { groups[$0] }).rows(
          wanted, among: kept.indices.filter { !isTest[$0] }, lesson: lesson, seed: seed)
        guard !validation.isEmpty else {
          throw file.error(
            .nothingLeft(.validation, rows: trainingCount), at: training.marks.validation)
        }
        let order =
          kept.indices.filter { !isTest[$0] && !validation.contains($0) } + validation.sorted()
          + kept.indices.filter { isTest[$0] }
        (kept, isTest) = (order.map { kept[$0] }, order.map { isTest[$0] })
        learning = trainingCount - validation.count
        split = LabelledSamples.fraction(leaving: learning, of: trainingCount)
        notes.append(
          Message(
            "data.groupedValidation",
            ["column": group, "count": "\(validation.count)", "rows": "\(trainingCount)"]))
      }
    }
    let fills = try self.fills(kept, isTest: isTest, learning: learning)
    let encodings = inputs.flatMap { column in column.encodings.map { (column, $0) } }
    var rows = kept.map { row in
      encodings.indices.map { index in
        let value = encodings[index].0.value(row, encodings[index].1)
        return value.isNaN ? fills.values[index] : value
      }
    }
    let taught = kept.indices.filter { !isTest[$0] }.prefix(learning)
    for index in encodings.indices {
      let (column, encoding) = encodings[index]
      guard case .category(let word) = encoding, !taught.contains(where: { rows[$0][index] == 1 })
      else { continue }
      let others = rows.indices.filter { rows[$0][index] == 1 }
      guard !others.isEmpty else { continue }
      for row in others { rows[row][index] = 0 }
      notes.append(
        Message(
          "data.untaughtCategory",
          ["column": column.header, "value": word, "count": "\(others.count)"]))
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
    let own = kept.lastIndex { $0 < table.rowCount }.map { $0 + 1 } ?? 0
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
    prepared.totalLabel = TotalLabel(table, rows: kept)
    return PreparedData(
      source: .table(prepared),
      summary: DataSummary(
        kind: .table, rows: trainingCount, testRows: testCount,
        hashes: Dictionary(files.map { ($0.name, $0.sha256) }) { first, _ in first },
        assumptions: table.assumptions + plan.assumptions + droppedMessages(kept)
          + fills.messages + notes),
      training: samples(false), test: testCount > 0 ? samples(true) : nil, split: split)
  }

  var rowCount: Int { files.reduce(0) { $0 + $1.table.rowCount } }

  /// The rows that no policy leaves out.
  var keptRows: [Int] {
    let dropping = (inputs + [target]).filter { $0.policy.rule == .drop }
    guard !dropping.isEmpty else { return Array(0..<rowCount) }
    return (0..<rowCount).filter { row in !dropping.contains { $0.isGap(row) } }
  }

  // MARK: What decides the result

  /// SHA-256 of the numbers that train and test, and of what decides which rows are which beside the
  /// seed.
  func identity(of data: PreparedData) -> String {
    guard case .table(let table) = data.source else { return "" }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(table.targets.count * 8 * ((table.inputs.first?.count ?? 0) + 2))
    func add(_ value: Double) {
      withUnsafeBytes(of: value.bitPattern.littleEndian) { bytes += $0 }
    }
    for row in table.targets.indices {
      for value in table.inputs[row] { add(value) }
      add(table.targets[row])
    }
    if case .fraction(let share, let isStratified)? = source.testPart {
      add(share)
      bytes.append(isStratified ? 1 : 0)
      for group in groups ?? [] { bytes += Array((group ?? "").utf8) + [0] }
    } else {
      bytes += table.isTest.map { $0 ? 1 : 0 }
    }
    return SHA256.hash(bytes).hexadecimal
  }
}
