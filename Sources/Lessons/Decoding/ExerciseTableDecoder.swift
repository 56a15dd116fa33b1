import YAML

/// Reads `columns` and `rows` of an exercise of kind `table`.
struct ExerciseTableDecoder {
  let exercise: ExerciseDecoder

  private var notebook: NotebookDecoder { exercise.notebook }
  private var reader: YAMLReader { notebook.reader }

  func decode() -> ExerciseTable? {
    let map = exercise.map
    guard let columnNode = map.required("columns"), let rowNode = map.required("rows"),
      let columnItems = reader.filledList(
        columnNode, key: "columns", limit: NotebookLimits.tableColumns),
      let rowItems = reader.filledList(rowNode, key: "rows", limit: NotebookLimits.tableRows)
    else { return nil }
    let columns = columnItems.compactMap {
      notebook.localized($0, key: "columns", allowsOneForAll: true)
    }
    guard columns.count == columnItems.count else { return nil }
    var names: [String] = []
    let rows = rowItems.compactMap { self.row($0, width: columns.count, names: &names) }
    let table = ExerciseTable(columns: columns, rows: rows)
    let hasBlank = rows.joined().contains { if case .blank = $0 { true } else { false } }
    if !hasBlank, rows.count == rowItems.count { reader.report(.noBlanks, at: rowNode.mark) }
    return table
  }

  private func row(_ node: Node, width: Int, names: inout [String]) -> [ExerciseTable.Cell]? {
    guard let items = reader.list(node, key: "rows", limit: NotebookLimits.tableColumns) else {
      return nil
    }
    guard items.count == width else {
      reader.report(.tableRowWidth(expected: width, found: items.count), at: node.mark)
      return nil
    }
    let cells = items.compactMap { self.cell($0, names: &names) }
    return cells.count == width ? cells : nil
  }

  /// A text, localized or not, or a map that describes a blank.
  private func cell(_ node: Node, names: inout [String]) -> ExerciseTable.Cell? {
    if case .mapping(let mapping) = node.content {
      let isText = mapping.contains { pair in
        notebook.knownLanguages.contains { $0.rawValue == pair.key.string }
      }
      if !isText { return blank(node, names: &names) }
    }
    return notebook.localized(node, key: "rows", allowsOneForAll: true).map { .text($0) }
  }

  private func blank(_ node: Node, names: inout [String]) -> ExerciseTable.Cell? {
    guard let map = reader.map(node, key: "rows", section: .blank) else { return nil }
    let name = map["id"].flatMap { notebook.identifier($0.value, key: "id") }
    let known: [(name: String, value: ExerciseBlank.Kind)] = [("number", .number), ("text", .text)]
    let kind = map["kind"].flatMap {
      reader.choice($0.value, key: "kind", kind: .kind, among: known)
    }
    let answer = map["answer"].flatMap {
      notebook.localized($0.value, key: "answer", allowsOneForAll: true)
    }
    let tolerance = map["tolerance"].flatMap { exercise.notebook.tolerance($0.value) }
    let unit = map["unit"].flatMap {
      notebook.localized($0.value, key: "unit", allowsOneForAll: true)
    }
    let number = String(names.count + 1)
    if let entry = map["id"], let name, names.contains(name) {
      reader.report(.repeatedEntry(key: "rows", value: name), at: entry.value.mark)
    }
    names.append(name ?? number)
    if kind == .text {
      for key in ["tolerance", "unit"] {
        if let entry = map[key] {
          reader.report(.notForKind(key: key, kind: "text"), at: entry.mark)
        }
      }
    }
    return .blank(
      ExerciseTable.Blank(
        name: name, kind: kind ?? .number, answer: answer, tolerance: tolerance, unit: unit))
  }
}
