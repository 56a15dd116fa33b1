/// What the cells of one column say about how its numbers are written.
struct ColumnReading {
  /// The first rows with a cell of each kind that has only one reading.
  private(set) var firstPoint: Int?
  private(set) var firstComma: Int?
  /// The first rows with a cell such as `1.234` or `1,234`.
  private(set) var firstAmbiguousPoint: Int?
  private(set) var firstAmbiguousComma: Int?
  private(set) var firstGrouped: Int?
  private(set) var hasOnlyNumbers = true

  mutating func add(_ shape: NumberShape, row: Int) {
    switch shape {
    case .whole(let isGrouped):
      if isGrouped { firstGrouped = firstGrouped ?? row }
    case .decimal(let mark, let isGrouped):
      if mark == .point { firstPoint = firstPoint ?? row } else { firstComma = firstComma ?? row }
      if isGrouped { firstGrouped = firstGrouped ?? row }
    case .ambiguous(.point): firstAmbiguousPoint = firstAmbiguousPoint ?? row
    case .ambiguous(.comma): firstAmbiguousComma = firstAmbiguousComma ?? row
    case .empty, .hexadecimal, .notFinite, .notANumber: hasOnlyNumbers = false
    }
  }

  /// The decimal mark that the column's own cells leave no doubt about.
  var ownMark: NumberMark? {
    if firstPoint != nil { return firstComma == nil ? .point : nil }
    return firstComma == nil ? nil : .comma
  }

  /// Two rows whose cells contradict each other, the earlier one first.
  var contradiction: (Int, Int)? {
    if let firstPoint, let firstComma {
      return (min(firstPoint, firstComma), max(firstPoint, firstComma))
    }
    return nil
  }

  var firstAmbiguous: Int? {
    guard let firstAmbiguousPoint, let firstAmbiguousComma else {
      return firstAmbiguousPoint ?? firstAmbiguousComma
    }
    return min(firstAmbiguousPoint, firstAmbiguousComma)
  }

  /// The decimal mark; nil where it stays in doubt. `others` is what the other columns agree on.
  func mark(others: NumberMark?, separator: Separator?) -> NumberMark? {
    if contradiction != nil { return nil }
    if let ownMark { return ownMark }
    guard firstAmbiguous != nil else { return .point }
    if let others { return others }
    // Between commas, a point is a decimal one: who groups by points has commas as decimal marks.
    return separator == .comma && firstAmbiguousComma == nil ? .point : nil
  }

  /// The first row whose cell has marks that group thousands, if `mark` is the decimal one.
  func firstThousands(mark: NumberMark) -> Int? {
    let ambiguous = mark == .point ? firstAmbiguousComma : firstAmbiguousPoint
    guard let ambiguous, let firstGrouped else { return ambiguous ?? firstGrouped }
    return min(ambiguous, firstGrouped)
  }
}
