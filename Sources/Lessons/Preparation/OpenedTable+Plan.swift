import Datasets
import Diagnostics

/// What was found in the file, for all who go by it.
extension OpenedTable {
  /// The source with what was found in the file.
  static func resolved(
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
      let words = column.encodings.flatMap(\.words)
      if !words.isEmpty { plan.categories[column.name] = words }
      for case .rare(let list) in column.encodings { plan.rare[column.name] = list }
    }
    source.selection = .named(inputs.map(\.name))
    source.inputs = plan.features.map(\.name)
    plan.summaries = inputs.prefix(ColumnSummary.limit).map {
      ColumnSummary($0, words: plan.categories[$0.name])
    }
    plan.summaries.append(
      ColumnSummary(target, words: coding.classes?.flatMap { $0.values.map(canonical) }))
    plan.targetHeader = target.header
    plan.targetColumn = target.index
    plan.targetCodes = target.codes
    plan.targetPolicy = target.policy
    plan.classes = coding.classes
    plan.positive = coding.positive
    plan.assumptions = assumptions + coding.assumptions
    source.plan = plan
    return source
  }

  private static func featureName(_ column: ReadColumn, _ encoding: TablePlan.Encoding) -> String {
    switch encoding {
    case .number, .ordinal, .calendar, .part: column.name
    case .category(let word): "\(column.name)=\(word)"
    case .rare(let list): "\(column.name)=\(TablePlan.Encoding.joined(list))"
    case .indicator: "\(column.name)=?"
    }
  }

  /// What people read for one of the numbers that a column becomes.
  private static func featureDescription(
    _ own: ColumnDescription, _ column: ReadColumn, _ encoding: TablePlan.Encoding
  ) -> ColumnDescription {
    let label = own.label ?? LocalizedText(plain: column.name)
    switch encoding {
    case .category, .rare:
      let word = TablePlan.Encoding.joined(encoding.words)
      return ColumnDescription(
        label: LocalizedText([.es: "\(label[.es]): \(word)", .en: "\(label[.en]): \(word)"]))
    case .indicator:
      return ColumnDescription(
        label: LocalizedText([.es: "\(label[.es]): sin dato", .en: "\(label[.en]): no value"]))
    case .number, .ordinal, .calendar, .part: return own
    }
  }
}
