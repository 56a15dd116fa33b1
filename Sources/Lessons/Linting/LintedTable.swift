import Diagnostics
import Neural

/// A lesson's table as the rules of the linter look at it.
struct LintedTable {
  let lesson: String
  let training: Training
  let source: TableSource
  /// What errors of notebook.yaml name, and the line of the lesson there.
  let notebookPlace: Place
  private let table: PreparedTable

  /// nil for a lesson on images.
  init?(_ prepared: PreparedLesson, folder: String) {
    guard case .table(let table) = prepared.data.source,
      case .table(let source) = prepared.training.data
    else { return nil }
    lesson = prepared.lesson.id
    training = prepared.training
    self.table = table
    self.source = source
    notebookPlace = Place(
      NotebookFolder.join(folder, "notebook.yaml"), line: prepared.lesson.line)
  }

  var inputs: [[Double]] { table.inputs }
  var targets: [Double] { table.targets }
  var rowCount: Int { table.targets.count }
  var names: [String] { source.inputs + [source.target] }
  var marks: [Character?] { table.marks }
  /// The rows that train, those that `validation_split` takes included.
  var trainingRows: [Int] { table.isTest.indices.filter { !table.isTest[$0] } }

  var testRows: [Int] { table.isTest.indices.filter { table.isTest[$0] } }

  var totalLabel: TotalLabel? { table.totalLabel }

  /// Whether two rows are the same in every cell of the file.
  func isSameRow(_ first: Int, _ second: Int) -> Bool {
    table.rowHashes.isEmpty || table.rowHashes[first] == table.rowHashes[second]
  }

  /// A class as the file calls it.
  func className(_ code: Double) -> String {
    guard let classes = source.plan?.classes, classes.indices.contains(Int(code)) else {
      return Decimal.text(code)
    }
    return classes[Int(code)].values[0]
  }

  func value(_ row: Int, _ column: Int) -> Double {
    column < source.inputs.count ? inputs[row][column] : targets[row]
  }

  func values(_ column: Int) -> [Double] {
    column < source.inputs.count ? inputs.map { $0[column] } : targets
  }

  /// Whether a column holds the file's own numbers.
  func isOfNumbers(_ column: Int) -> Bool {
    guard let plan = source.plan, column < plan.features.count else {
      return source.plan?.classes == nil
    }
    return plan.features[column].encoding == .number
  }

  /// The name of a column in the file.
  func header(_ column: Int) -> String {
    guard let plan = source.plan else { return names[column] }
    return column < plan.features.count ? plan.features[column].header : plan.targetHeader
  }

  func place(ofRow row: Int) -> Place {
    Place(
      row < table.ownRowCount ? table.path : table.testPath ?? table.path, line: table.lines[row])
  }

  func line(_ row: Int) -> LocalizedText { LocalizedText(plain: String(table.lines[row])) }

  func place(of line: Int?) -> Place { Place(notebookPlace.path, line: line ?? notebookPlace.line) }

  /// A value of a column with its unit.
  func text(_ value: Double, _ column: Int) -> LocalizedText {
    let number = Decimal.text(value)
    guard let unit = source.columns[names[column]]?.unit else {
      return LocalizedText(plain: number)
    }
    return LocalizedText(unit.languages) { "\(number) \(unit[$0])" }
  }

  /// A row's values in the order of the columns.
  func text(ofRow row: Int) -> LocalizedText {
    .joined(names.indices.map { text(value(row, $0), $0) }, separator: ", ")
  }

  /// The place of the last digit that a column's values have: 1, 0.1, 0.01 ...
  func resolution(_ column: Int) -> Double {
    var unit = 1.0
    for _ in 0..<6 {
      let isWhole = values(column).allSatisfy { value in
        let scaled = value / unit
        return abs(scaled - scaled.rounded()) <= 1e-6 * max(1, abs(scaled) * 1e-9)
      }
      if isWhole { return unit }
      unit /= 10
    }
    return unit
  }
}
