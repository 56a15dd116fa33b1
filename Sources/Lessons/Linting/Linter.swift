import Diagnostics

/// Reads prepared lessons for what a build lets pass: slips in the data, and models and splits that do
/// not suit them.
public enum Linter {
  /// In the order of the lessons; of a table that several lessons use, everything once.
  public static func advice(on prepared: PreparedNotebook) -> [Advice] {
    var all: [Advice] = []
    for lesson in prepared.lessons {
      guard let table = LintedTable(lesson, folder: prepared.notebook.folder) else { continue }
      let found =
        RowRules(table: table).advice + ColumnRules(table: table).advice
        + MissingCodeRule(table: table).advice + TotalRowRule(table: table).advice
        + TotalLabelRule(table: table).advice
        + FarRowRule(table: table).advice + LeakRule(table: table).advice
        + TrainingRules(table: table).advice
      for advice in found where !all.contains(where: { $0.isSame(as: advice) }) {
        all.append(advice)
      }
    }
    return all
  }
}

extension Advice {
  /// Whether it says the same of the same place, for whichever lesson.
  fileprivate func isSame(as other: Advice) -> Bool {
    rule == other.rule && place == other.place && arguments == other.arguments
  }
}
