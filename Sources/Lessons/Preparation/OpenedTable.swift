import Datasets
import Diagnostics
import Neural
import Tensors
import YAML

/// A table with the columns a lesson asks for.
struct OpenedTable {
  let source: TableSource
  let table: Table
  let sha256: String
  let inputColumns: [Int]
  let targetColumn: Int

  init(_ source: TableSource, table: Table, sha256: String) throws(TableError) {
    func column(_ name: String) throws(TableError) -> Int {
      try table.column(matching: name, aliases: source.columns[name]?.aliases ?? [])
    }
    self.source = source
    self.table = table
    self.sha256 = sha256
    var columns: [Int] = []
    for input in source.inputs { columns.append(try column(input)) }
    inputColumns = columns
    targetColumn = try column(source.target)
  }

  /// The values as samples, the test part drawn by `seed`.
  func prepared(
    for training: Training, lesson: Lesson, seed: UInt64, file: NotebookFile
  ) throws -> PreparedData {
    var columns: [[Double]] = []
    for column in inputColumns { columns.append(try table.numbers(inColumn: column)) }
    let targets = try table.numbers(inColumn: targetColumn)
    try checkClasses(targets, training)
    let rows = targets.indices.map { row in columns.map { $0[row] } }
    let isTest = try testRows(lesson: lesson, seed: seed, mark: training.marks.test, file: file)
    func samples(_ wanted: Bool) -> LabelledSamples {
      let chosen = rows.indices.filter { isTest[$0] == wanted }
      return LabelledSamples(
        inputs: Samples(
          shape: [inputColumns.count],
          storage: .floats(chosen.flatMap { rows[$0].map { Float($0) } })),
        targets: training.compile.loss.kind == .classes
          ? .classes(chosen.map { UInt8(targets[$0]) })
          : .values(chosen.map { Float(targets[$0]) }, width: 1))
    }
    let testCount = isTest.reduce(0) { $0 + ($1 ? 1 : 0) }
    if case .split(let fraction) = training.fit.validation {
      try file.check(
        split: fraction, of: rows.count - testCount, at: training.marks.validation)
    }
    return PreparedData(
      source: .table(
        PreparedTable(
          inputs: rows, targets: targets, isTest: isTest, path: table.path,
          lines: rows.indices.map(table.line(ofRow:)),
          marks: (inputColumns + [targetColumn]).map(table.decimalMark(ofColumn:)))),
      summary: DataSummary(
        kind: .table, rows: rows.count - testCount, testRows: testCount,
        hashes: [source.path: sha256], assumptions: table.assumptions),
      training: samples(false), test: testCount > 0 ? samples(true) : nil)
  }

  /// Classes count from 0 to the last layer's units.
  private func checkClasses(_ targets: [Double], _ training: Training) throws(NotebookError) {
    let highest: Int
    switch training.compile.loss.kind {
    case .numbers: return
    case .yesOrNo: highest = 1
    case .classes: highest = (training.outputUnits ?? 1) - 1
    }
    for (row, value) in targets.enumerated()
    where value != value.rounded() || value < 0 || value > Double(highest) {
      throw NotebookError(
        .notAClass(
          column: source.target, value: table.text(row: row, column: targetColumn),
          highest: highest),
        at: Place(table.path, line: table.line(ofRow: row)))
    }
  }

  /// The seeded part held out of training: the same rows for the same seed, lesson and row count.
  private func testRows(
    lesson: Lesson, seed: UInt64, mark: Mark?, file: NotebookFile
  ) throws(NotebookError) -> [Bool] {
    var isTest = [Bool](repeating: false, count: table.rowCount)
    guard let fraction = source.test else { return isTest }
    let count = Int((Double(table.rowCount) * fraction).rounded())
    guard count > 0 else {
      throw file.error(.nothingLeft(.test, rows: table.rowCount), at: mark)
    }
    guard count < table.rowCount else {
      throw file.error(.nothingLeft(.training, rows: table.rowCount), at: mark)
    }
    var order = (0..<table.rowCount).map { Int32($0) }
    var stream = RandomStream(seed: seed, scope: lesson.id, purpose: "test")
    stream.shuffle(&order)
    for row in order.prefix(count) { isTest[Int(row)] = true }
    return isTest
  }
}
