import Lessons

extension LessonTables {
  /// A row for each column of numbers, and one for each word of the others; two tables at most.
  var description: [HTMLTable] {
    guard let summaries = study.outline.table?.plan?.summaries else { return [] }
    var numberRows: [[String]] = []
    var wordRows: [[String]] = []
    for summary in summaries {
      let name = heading(summary.name)
      let counts = [numbers.string(summary.count), numbers.string(summary.missing)]
      switch summary.content {
      case .numbers(let mean, let deviation, let quartiles):
        numberRows.append(
          [name] + counts + [number(mean), deviation.map(number) ?? "–"] + quartiles.map(number))
      case .words(let words):
        wordRows += words.enumerated().map { index, word in
          [
            index == 0 ? name : "", index == 0 ? counts[1] : "", word.word,
            numbers.string(word.count),
            summary.count == 0
              ? "–" : numbers.percent(Double(word.count) / Double(summary.count), decimals: 1),
          ]
        }
      case .nothing:
        numberRows.append([name] + counts + [String](repeating: "–", count: 7))
      }
    }
    let caption = phrase(
      columnNames.count > ColumnSummary.limit ? "caption.descriptionPart" : "caption.description",
      ["count": numbers.string(summaries.count)])
    var tables: [HTMLTable] = []
    if !numberRows.isEmpty {
      tables.append(
        HTMLTable(
          caption: caption,
          columns: [.init(phrase("column"), isNumber: false)]
            + [
              "count", "missing", "mean", "deviation", "min", "firstQuartile", "median",
              "thirdQuartile", "max",
            ].map { .init(phrase($0)) }, rows: numberRows, hasRowHeadings: true))
    }
    if !wordRows.isEmpty {
      tables.append(
        HTMLTable(
          caption: tables.isEmpty ? caption : phrase("caption.words"),
          columns: [
            .init(phrase("column"), isNumber: false), .init(phrase("missing")),
            .init(phrase("value"), isNumber: false), .init(phrase("rows")),
            .init(phrase("share")),
          ], rows: wordRows))
    }
    return tables
  }

  private func number(_ value: Double) -> String { numbers.significant(value, digits: 4) }
}
