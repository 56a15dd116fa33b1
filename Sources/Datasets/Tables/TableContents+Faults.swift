import Diagnostics

/// Why a cell is no number, and how that is said.
extension TableContents {
  /// Why a column's decimal mark stays in doubt.
  func doubt(column: Int) -> TableError {
    let name = columns[column]
    if let (first, second) = readings[column].contradiction {
      return error(
        .mixedMarks(
          column: name, value: shortText(row: second, column: column),
          other: shortText(row: first, column: column),
          otherLine: line(row: first, column: column)), row: second, column: column)
    }
    guard let row = readings[column].firstAmbiguous else {
      preconditionFailure("column \(column) is in no doubt")
    }
    let (decimal, thousands) = withNumber(row: row, column: column) { cell in
      let mark = cell.shape == .ambiguous(.comma) ? NumberMark.comma : .point
      return (cell.value(decimal: mark), cell.value(decimal: mark.other))
    }
    return error(
      .ambiguousNumber(
        column: name, value: shortText(row: row, column: column), decimal: plain(decimal),
        thousands: plain(thousands)), row: row, column: column)
  }

  /// What is wrong with a cell that is no number, or one out of range.
  func fault(of shape: NumberShape, row: Int, column: Int) -> TableError {
    let (name, value) = (columns[column], shortText(row: row, column: column))
    let fault: TableFault =
      switch shape {
      case .empty: .emptyCell(column: name)
      case .hexadecimal: .hexadecimal(column: name, value: value)
      case .notFinite: .notFinite(column: name, value: value)
      case .notANumber: faultOfText(row: row, column: column)
      case .decimal(let mark, _) where mark != (marks()[column] ?? mark):
        .otherMark(column: name, value: value)
      case .whole, .decimal, .ambiguous: .outOfRange(column: name, value: value)
      }
    return error(fault, row: row, column: column)
  }

  /// What a text may be that stands where a number was expected.
  private func faultOfText(row: Int, column: Int) -> TableFault {
    let (name, value) = (columns[column], shortText(row: row, column: column))
    let text = ColumnName.trimmed(text(row: row, column: column))
    if text.hasPrefix("=") { return .formula(column: name, value: value) }
    if CellText.isMissing(text) { return .missing(column: name, value: value) }
    if CellText.isPair(text) { return .pair(column: name, value: value) }
    if CellText.isDate(text) { return .date(column: name, value: value) }
    if CellText.isTrace(text) || limit(row: row, column: column, mark: .point) != nil {
      return .limit(column: name, value: value)
    }
    if let (number, unit) = CellText.measure(text) {
      if CellText.isMultiplier(unit) { return .multiplier(column: name, value: value, unit: unit) }
      return .unit(column: name, value: value, number: number, unit: unit)
    }
    return .notANumber(column: name, value: value)
  }

  /// Why a cell is no number; nil for one that is, finite also as Float32.
  func kind(
    of shape: NumberShape, value: Double, mark: NumberMark, row: Int, column: Int
  ) -> CellKind? {
    switch shape {
    case .empty: return .empty
    case .hexadecimal: return .hexadecimal
    case .notFinite: return .notFinite
    case .whole, .ambiguous:
      return abs(value) <= Double(Float.greatestFiniteMagnitude) ? nil : .outOfRange
    case .decimal(let written, _):
      guard written == mark else { return .otherMark }
      return abs(value) <= Double(Float.greatestFiniteMagnitude) ? nil : .outOfRange
    case .notANumber: break
    }
    let text = ColumnName.trimmed(text(row: row, column: column))
    if text.hasPrefix("=") { return .formula }
    if CellText.isMissing(text) { return .missing }
    if CellText.isPair(text) { return .pair }
    if CellText.isDate(text) { return .date }
    if CellText.isTrace(text) || limit(row: row, column: column, mark: mark) != nil {
      return .limit
    }
    if let (_, unit) = CellText.measure(text) {
      return CellText.isMultiplier(unit) ? .multiplier : .unit
    }
    return .word
  }

  /// The number of `<0.5`, and that what was measured is below it.
  func limit(
    row: Int, column: Int, mark: NumberMark
  ) -> (number: Double, isBelow: Bool)? {
    guard let (number, isBelow) = CellText.limit(ColumnName.trimmed(text(row: row, column: column)))
    else { return nil }
    return Array(number.utf8).withUnsafeBufferPointer { bytes in
      let cell = NumberCell(bytes)
      return cell.shape.isNumber ? (cell.value(decimal: mark), isBelow) : nil
    }
  }
}
