import Diagnostics

/// Rows that a column of words, used or not, calls totals.
struct TotalLabelRule {
  let table: LintedTable

  var advice: [Advice] {
    guard let label = table.totalLabel else { return [] }
    return [
      Advice(
        .totalLabel, lesson: table.lesson, at: table.place(ofRow: label.row),
        [
          "column": LocalizedText(plain: label.column), "word": LocalizedText(plain: label.word),
          "count": LocalizedText(plain: String(label.count)),
        ])
    ]
  }
}
