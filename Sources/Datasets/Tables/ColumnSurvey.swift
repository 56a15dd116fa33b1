/// Why a cell is no number; the order is that in which kinds are reported for one column.
public enum CellKind: String, CaseIterable, Sendable {
  case empty, missing, word, unit, multiplier, limit, pair, date, formula, notFinite, hexadecimal
  case outOfRange, otherMark

  /// Whether the cell says that there is no value.
  public var isGap: Bool { self == .empty || self == .missing }
}

/// The cells of one column that are no numbers for one reason.
public struct CellGroup: Hashable, Sendable {
  public let kind: CellKind
  public private(set) var count = 0
  /// The first five.
  public private(set) var rows: [Int] = []
  /// The first three different texts, fit for a sentence.
  public private(set) var values: [String] = []

  init(_ kind: CellKind) { self.kind = kind }

  mutating func add(_ value: @autoclosure () -> String, row: Int) {
    count += 1
    if rows.count < 5 { rows.append(row) }
    guard count <= 1_000, values.count < 3 else { return }
    let value = value()
    if !values.contains(value) { values.append(value) }
  }
}

/// The numbers of one column, and every cell that is none, by its reason.
public struct ColumnSurvey: Sendable {
  /// NaN where there is no number.
  public fileprivate(set) var numbers: [Double] = []
  /// In the order of `CellKind.allCases`.
  public fileprivate(set) var groups: [CellGroup] = []
  /// Cells that held a code for "no value"; they are NaN and in no group.
  public fileprivate(set) var codes = CellGroup(.missing)

  public var faults: [CellGroup] { groups.filter { !$0.kind.isGap } }
  public var gapCount: Int {
    codes.count + groups.reduce(0) { $0 + ($1.kind.isGap ? $1.count : 0) }
  }
  /// Whether no cell is a number and some are words; `$1,060.50` and `'60` are no words.
  public var isOfWords: Bool {
    groups.contains { $0.kind == .word && !$0.values.contains(where: CellText.isDisguised) }
      && numbers.allSatisfy(\.isNaN)
      && faults.allSatisfy { $0.kind == .word || $0.kind == .hexadecimal }
  }
}

/// What becomes of `<0.5`: the number, half of it, or no value.
public enum LimitPolicy: String, CaseIterable, Codable, Sendable {
  case value, half, missing
}

extension Table {
  /// Goes through a column once.
  ///
  /// - Parameters:
  ///   - codes: texts that mean "no value"; numbers are compared as numbers.
  ///   - limits: what becomes of values beyond a limit of detection; nil: they are faults.
  /// - Throws: where its decimal mark stays in doubt.
  public func survey(
    column: Int, codes: [String] = [], limits: LimitPolicy? = nil
  ) throws(TableError) -> ColumnSurvey {
    guard let mark = marks[column] else { throw contents.doubt(column: column) }
    let codeNumbers = codes.compactMap(Double.init)
    var survey = ColumnSurvey()
    survey.numbers.reserveCapacity(rowCount)
    var groups = CellKind.allCases.map(CellGroup.init)
    for row in 0..<rowCount {
      let (shape, value) = contents.withNumber(row: row, column: column) {
        ($0.shape, $0.shape.isNumber ? $0.value(decimal: mark) : .nan)
      }
      var number = value
      if !codes.isEmpty {
        let isCode =
          codeNumbers.contains(value)
          || !shape.isNumber
            && codes.contains(ColumnName.trimmed(contents.text(row: row, column: column)))
        if isCode {
          survey.codes.add(contents.shortText(row: row, column: column), row: row)
          survey.numbers.append(.nan)
          continue
        }
      }
      if var kind = contents.kind(of: shape, value: value, mark: mark, row: row, column: column) {
        number = .nan
        if kind == .limit, let limits {
          if limits == .missing {
            kind = .missing
          } else if let limit = contents.limit(row: row, column: column, mark: mark) {
            survey.numbers.append(
              limits == .half && limit.isBelow ? limit.number / 2 : limit.number)
            continue
          }
        }
        let place = CellKind.allCases.firstIndex(of: kind)!
        groups[place].add(contents.shortText(row: row, column: column), row: row)
      }
      survey.numbers.append(number)
    }
    survey.groups = groups.filter { $0.count > 0 }
    return survey
  }

  /// The texts of a column, nil where there is no value.
  public func words(inColumn column: Int, codes: [String] = []) -> [String?] {
    (0..<rowCount).map { row in
      let text = ColumnName.trimmed(contents.text(row: row, column: column))
      return text.isEmpty || codes.contains(text) || CellText.isMissing(text) ? nil : text
    }
  }

  /// The error for a group of cells: the cell's own where it is one, else the count, five lines and
  /// up to three texts.
  public func error(of group: CellGroup, column: Int, isLesson: Bool) -> TableError {
    let row = group.rows[0]
    guard group.count > 1 || isLesson && group.kind.isGap else {
      let shape = contents.withNumber(row: row, column: column) { $0.shape }
      return contents.fault(of: shape, row: row, column: column)
    }
    let lines = group.rows.map { String(line(row: $0, column: column)) }
    return contents.error(
      .cells(
        group.kind, column: columns[column], count: group.count,
        lines: lines.joined(separator: ", ") + (group.count > lines.count ? "…" : ""),
        values: group.values.filter { !$0.isEmpty }.map { "“\($0)”" }.joined(separator: ", ")),
      row: row, column: column)
  }
}
