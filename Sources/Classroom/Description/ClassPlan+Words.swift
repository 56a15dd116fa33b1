import Drawing
import Lessons
import Reports

extension ClassPlan {
  var numbers: NumberStyle { NumberStyle(language: language, region: notebook.region) }

  private var source: TableSource {
    guard case .table(let source)? = lesson.training?.data else {
      preconditionFailure("lesson \(lesson.id) has no table")
    }
    return source
  }

  /// The columns that a table must have, inputs first.
  var columnNames: [String] { source.inputs + [source.target] }

  /// Their names as they stand in a header.
  var columnLabels: [String] { columnNames }

  /// What people read for a column.
  func label(of column: String) -> String {
    source.columns[column]?.label?[language] ?? column
  }

  func unit(of column: String) -> String {
    source.columns[column]?.unit?[language] ?? ""
  }

  var targetName: String { source.target }

  /// The asked input in words: `90 lpm`.
  var askedInput: String {
    guard let row = lesson.training?.predict.first else { return "" }
    return zip(source.inputs, row).map { column, value in
      let unit = unit(of: column)
      return numbers.significant(value, digits: 6) + (unit.isEmpty ? "" : " \(unit)")
    }.joined(separator: ", ")
  }

  /// BCP 47.
  var locale: String { language.locale(notebook.region) }
}
