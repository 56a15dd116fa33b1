import Diagnostics
import Lessons

/// The tables of a trained lesson as HTML, for `{{table NAME}}`.
struct LessonTables {
  /// Maximum number of data rows shown; the caption mentions the rest.
  static let rowLimit = 100

  let study: LessonStudy

  init(_ study: LessonStudy) {
    self.study = study
  }

  var numbers: NumberStyle { study.numbers }

  func html(_ name: TableName) -> String { tables(name).map(\.html).joined() }

  /// None where the lesson has nothing to show in it.
  func tables(_ name: TableName) -> [HTMLTable] {
    switch name {
    case .data: [data(limit: Self.rowLimit, caption: "data")]
    case .head: [data(limit: 5, caption: "head")]
    case .describe: [describe]
    case .description: description
    case .untrained: [untrained].compactMap { $0 }
    case .predictions: [predictions]
    case .progress: [progress].compactMap { $0 }
    case .weights: weights
    case .history: [history]
    case .classes: [classes].compactMap { $0 }
    }
  }

  func phrase(_ key: String, _ arguments: [String: String] = [:]) -> String {
    study.phrases["tables.\(key)", arguments]
  }

  /// A column's label with its unit: `Temperatura (°C)`.
  func heading(_ column: String) -> String {
    let label = study.label(column)
    let unit = study.unit(column)
    return unit.isEmpty ? label : "\(label) (\(unit))"
  }

  var columnNames: [String] {
    guard let table = study.outline.table else { return [] }
    return table.inputs + [table.target]
  }

  /// The numbers of a column with as many decimals as the longest needs, at most `limit`.
  func aligned(_ values: [Double?], limit: Int = 6) -> [String] {
    let decimals = min(limit, values.compactMap { $0.map(Self.neededDecimals) }.max() ?? 0)
    return fixed(values, decimals)
  }

  func fixed(_ values: [Double?], _ decimals: Int) -> [String] {
    values.map { value in value.map { numbers.string($0, decimals: decimals) } ?? "–" }
  }

  static func neededDecimals(_ value: Double) -> Int {
    guard value.isFinite else { return 0 }
    let digits = ShortDigits(value)
    return digits.digits == [0] ? 0 : max(0, digits.digits.count - 1 - digits.exponent)
  }

  /// The rows of a table given by columns.
  static func rows(_ columns: [[String]]) -> [[String]] {
    (0..<(columns.map(\.count).min() ?? 0)).map { row in columns.map { $0[row] } }
  }

  private func data(limit: Int, caption: String) -> HTMLTable {
    let total = study.rowCount
    let shown = min(limit, total)
    var columns = columnNames.map { HTMLTable.Column(heading($0)) }
    var cells = columnNames.map { aligned(study.column($0).prefix(shown).map { $0 }) }
    if let table = study.regression, table.isTest.contains(true) {
      columns.append(.init(phrase("part"), isNumber: false))
      cells.append(
        table.isTest.prefix(shown).map { phrase($0 ? "partTest" : "partTraining") })
    }
    let key = shown < total ? "caption.\(caption)Part" : "caption.\(caption)"
    return HTMLTable(
      caption: phrase(
        key, ["shown": numbers.string(shown), "total": numbers.string(total)]),
      columns: columns, rows: Self.rows(cells))
  }

  private var describe: HTMLTable {
    let statistics: [(key: String, work: ([Double]) -> Double?)] = [
      ("mean", Statistics.mean), ("deviation", Statistics.sampleDeviation),
      ("min", { $0.min() }), ("median", Statistics.median), ("max", { $0.max() }),
    ]
    var rows = [[phrase("count")] + columnNames.map { _ in numbers.string(study.rowCount) }]
    for statistic in statistics {
      rows.append(
        [phrase(statistic.key)]
          + columnNames.map { name in
            statistic.work(study.column(name)).map { numbers.string($0, decimals: 2) } ?? "–"
          })
    }
    return HTMLTable(
      caption: phrase("caption.describe"),
      columns: [.init("", isNumber: false)] + columnNames.map { .init(heading($0)) },
      rows: rows, hasRowHeadings: true)
  }

  private var untrained: HTMLTable? {
    guard let example = UntrainedStudy(study), let source = study.outline.table else { return nil }
    let rows = study.trainingRows
    let errors = example.errors
    let unit = study.unit(source.target)
    let squares = aligned(errors.map { $0 * $0 }, limit: 2)
    let mean = example.loss.map { numbers.string($0, decimals: 2) } ?? "–"
    return HTMLTable(
      caption: phrase("caption.untrained"),
      columns: [
        .init(heading(source.inputs[0])), .init(phrase("true", ["unit": parenthesis(unit)])),
        .init(phrase("prediction", ["unit": parenthesis(unit)])),
        .init(phrase("error", ["unit": parenthesis(unit)])),
        .init(phrase("square", ["unit": parenthesis(unit.isEmpty ? "" : unit + "²")])),
      ],
      rows: Self.rows([
        aligned(rows.map { $0.input[0] }), aligned(rows.map(\.target)),
        aligned(rows.map { Self.tidy(example.output($0.input[0])) }),
        aligned(errors.map(Self.tidy)), squares,
      ]),
      footer: [phrase("meanSquare"), "", "", "", mean])
  }

  /// Removes binary rounding errors of sums: 27.5, not 27.500000000000004.
  static func tidy(_ value: Double) -> Double {
    FixedNumber(value, decimals: 6)?.value ?? value
  }

  func parenthesis(_ unit: String) -> String { unit.isEmpty ? "" : " (\(unit))" }

  private var classes: HTMLTable? {
    guard let images = study.classification else { return nil }
    let confusion = study.classification?.confusion ?? []
    let rows = images.classes.indices.map { index -> [String] in
      [
        numbers.string(index), images.classes[index][study.language],
        images.trainClassCounts.indices.contains(index)
          ? numbers.string(images.trainClassCounts[index]) : "–",
        numbers.string(confusion[index].reduce(0, +)),
        study.recalls[index].map { numbers.percent($0, decimals: 1) } ?? "–",
      ]
    }
    return HTMLTable(
      caption: phrase("caption.classes"),
      columns: [
        .init(phrase("class")), .init(phrase("className"), isNumber: false),
        .init(phrase("trainingImages")), .init(phrase("testImages")), .init(phrase("recall")),
      ], rows: rows)
  }
}
