import Diagnostics
import Figures
import Lessons
import Phrases
import Publishing

/// Describes a comparison in one language.
struct ChangesBuilder {
  /// If more rows than this were edited, their values are not listed.
  private static let editLimit = 5

  let content: ReportContent
  let comparison: ResultsComparison
  let language: Language
  let phrases: PhraseCatalogue

  private var numbers: NumberStyle { phrases.numbers(content.notebook.region) }

  /// nil if there is nothing to report.
  var value: ChangesValue? {
    let lessons = comparison.lessons.compactMap(lesson)
    guard !lessons.isEmpty else { return nil }
    return ChangesValue(
      anchor: "\(language.rawValue)-changes", title: phrases["changes.title"], lessons: lessons)
  }

  private func lesson(_ changes: ResultsComparison.Lesson) -> ChangesValue.Lesson? {
    guard let lesson = content.lessons.first(where: { $0.id == changes.id }) else {
      // A partial report does not mention other lessons.
      guard content.only == nil else { return nil }
      return ChangesValue.Lesson(title: changes.id, items: [phrases["changes.gone"]])
    }
    let title = lesson.title[language]
    guard changes.isInA else {
      return ChangesValue.Lesson(title: title, items: [phrases["changes.new"]])
    }
    let context = FigureContext(
      notebook: content.notebook, lesson: lesson, result: content.results[lesson.id],
      language: language, phrases: phrases)
    let table = ChangedMetrics(changes: changes, context: context).table
    var items = items(changes, context)
    guard table != nil || !items.isEmpty else { return nil }
    // What the table has no name for may have moved as well.
    if table == nil, !changes.metrics.contains(where: { ChangedMetrics.isVisible($0, numbers) }) {
      items.append(phrases["changes.sameResults"])
    }
    return ChangesValue.Lesson(title: title, items: items, table: table)
  }

  /// The changes in the data and in the lesson file.
  private func items(
    _ changes: ResultsComparison.Lesson, _ context: FigureContext
  ) -> [String] {
    let edits = changes.rows?.edited ?? []
    var items = changes.files.map { file($0, changes) }
    items += changes.renamedFiles.map {
      phrases["changes.renamedFile", ["file": $0.after, "before": $0.before]]
    }
    items += changes.goneFiles.map { phrases["changes.goneFile", ["file": $0]] }
    if edits.count <= Self.editLimit {
      items += edits.filter { !$0.before.isEmpty }.map { edit($0, changes.columns, context) }
    }
    var parts = changes.parts
    if let seed = changes.otherSeed, parts.contains("seed") {
      parts.removeAll { $0 == "seed" }
      items.append(
        phrases["changes.seed", ["after": String(seed.after), "before": String(seed.before)]])
    }
    if !parts.isEmpty {
      items.append(phrases["changes.parts", ["parts": parts.joined(separator: ", ")]])
    }
    return items
  }

  private func file(_ name: String, _ changes: ResultsComparison.Lesson) -> String {
    let isNew = changes.newFiles.contains(name)
    guard let rows = changes.rows else {
      return phrases[isNew ? "changes.newFile" : "changes.file", ["file": name]]
    }
    guard !rows.isEmpty else {
      return phrases[isNew ? "changes.newFileSame" : "changes.otherColumns", ["file": name]]
    }
    let text = RowChangesText(phrases: phrases, numbers: numbers).text(rows)
    return phrases["changes.fileRows", ["file": name, "rows": text]]
  }

  /// For example `Fila 14: Latidos, de 85 a 88.`
  private func edit(
    _ edit: RowChanges.Edit, _ columns: [String], _ context: FigureContext
  ) -> String {
    let cells = columns.indices.filter { edit.before[$0] != edit.after[$0] }.map { index in
      phrases[
        "changes.cell",
        [
          "column": context.axisLabel(columns[index]),
          "before": numbers.significant(edit.before[index], digits: 6),
          "after": numbers.significant(edit.after[index], digits: 6),
        ]]
    }
    return phrases[
      "changes.edit", ["line": String(edit.line), "cells": cells.joined(separator: "; ")]]
  }
}

/// The box at the top of a report that lists what changed since the report it replaces.
struct ChangesValue {
  struct Lesson {
    var title: String
    var items: [String]
    /// The changed values; nil if there are none.
    var table: Table?
  }

  /// Values before and after, and the range of other seeds.
  struct Table {
    struct Row {
      var name: String
      var cells: [String]
    }

    var label: String
    var columns: [String]
    var rows: [Row]
  }

  var anchor: String
  var title: String
  var lessons: [Lesson]
}
