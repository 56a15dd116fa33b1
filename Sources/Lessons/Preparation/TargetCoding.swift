import Datasets
import Diagnostics
import Neural

/// The code of each row's class, or its number where the target is one.
struct TargetCoding {
  private let column: ReadColumn
  private let description: ColumnDescription?
  /// The classes of the lesson's own table, when another one is read.
  private let known: [TableClass]?
  private let training: Training
  private let path: String
  private let lineOfRow: (Int) -> Int

  /// NaN without a value.
  private(set) var codes: [Double] = []
  /// nil where the numbers of the file are the codes, or the target is a number.
  private(set) var classes: [TableClass]?
  private(set) var positive: Int?
  private(set) var faults: [any UserError] = []
  private(set) var assumptions: [Message] = []

  init(
    _ column: ReadColumn, description: ColumnDescription?, known: [TableClass]?,
    training: Training, path: String,
    lineOfRow: @escaping (Int) -> Int
  ) {
    self.column = column
    self.description = description
    self.known = known
    self.training = training
    self.path = path
    self.lineOfRow = lineOfRow
  }

  /// How many classes the model tells apart.
  private var units: Int {
    training.compile.loss.kind == .yesOrNo
      ? 2 : training.outputUnits ?? 1
  }

  mutating func run() {
    switch (training.compile.loss.kind, column.content) {
    case (.numbers, .numbers(let numbers)): codes = numbers
    case (.numbers, .words(let words)):
      codes = words.map { _ in 0 }
      let row = words.firstIndex { $0 != nil } ?? 0
      faults.append(
        TableProblem.wordsForNumbers(
          column: column.header, values: Array(orderedValues(words).prefix(5)), path: path,
          line: lineOfRow(row)))
    case (_, .words(let words)): code(words)
    case (_, .numbers(let numbers)): code(numbers)
    }
    findPositive()
  }

  /// Numbers that count from 0 are codes; others are classes in the order of their size.
  private mutating func code(_ numbers: [Double]) {
    let present = Set(numbers.filter { !$0.isNaN })
    let areCodes =
      known == nil
      && present.allSatisfy { $0 == $0.rounded() && $0 >= 0 && $0 < Double(units) }
    guard description?.classes != nil || !areCodes else {
      codes = numbers
      return
    }
    guard description?.classes != nil || present.count <= units else {
      codes = numbers
      let row = numbers.firstIndex {
        !$0.isNaN && ($0 != $0.rounded() || $0 < 0 || $0 >= Double(units))
      }
      faults.append(
        NotebookError(
          .notAClass(
            column: column.header, value: row.map { Decimal.text(numbers[$0]) } ?? "",
            highest: units - 1),
          at: Place(path, line: row.map(lineOfRow))))
      return
    }
    code(numbers.map { $0.isNaN ? nil : Decimal.text($0) })
  }

  private mutating func code(_ words: [String?]) {
    let written = description?.classes
    let classes =
      written ?? known
      ?? orderedValues(words).map { TableClass(values: [$0], label: LocalizedText(plain: $0)) }
    self.classes = classes
    let known = classes.map { $0.values.map(canonical) }
    codes = words.map { word in
      word.flatMap { word in known.firstIndex { $0.contains(word) } }.map(Double.init) ?? .nan
    }
    guard classes.count <= units, classes.count > 1 else {
      faults.append(
        TableProblem.classCount(
          column: column.header, classes: classes.map { $0.values[0] }, units: units, path: path))
      return
    }
    var unknown: [String] = []
    var first: Int?
    for row in words.indices where words[row] != nil && codes[row].isNaN {
      first = first ?? row
      if !unknown.contains(words[row]!), unknown.count < 5 { unknown.append(words[row]!) }
    }
    if let first {
      faults.append(
        TableProblem.notListed(
          column: column.header, values: unknown, known: known.flatMap { $0 }, path: path,
          line: lineOfRow(first)))
    }
    if written == nil {
      assumptions.append(
        Message(
          "data.classes",
          [
            "column": column.header,
            "classes": classes.enumerated().map { "\($0.offset) = \($0.element.values[0])" }
              .joined(separator: ", "),
          ]))
    } else {
      for one in classes where one.values.count > 1 {
        let count = words.count { word in one.values.map(canonical).contains { $0 == word } }
        assumptions.append(
          Message(
            "data.merged",
            [
              "column": column.header, "values": one.values.joined(separator: ", "),
              "count": "\(count)",
            ]))
      }
    }
  }

  /// 1 of 0 and 1; else what `positive` names, or the second of written classes.
  private mutating func findPositive() {
    guard training.compile.loss.kind != .numbers else { return }
    if let name = description?.positive {
      let wanted = canonical(name)
      let place =
        classes?.firstIndex { $0.values.map(canonical).contains(wanted) }
        ?? (classes == nil ? Int(name) : nil)
      guard let place, place < units else {
        faults.append(
          TableProblem.positiveUnknown(
            name, classes: classes?.map { $0.values[0] } ?? ["0", "1"], path: path))
        return
      }
      positive = place
    } else if units == 2, classes == nil || description?.classes != nil {
      positive = 1
    }
  }
}
