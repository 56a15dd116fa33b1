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
  /// Cells such as `1.234`, by their mark.
  private var ambiguousPoints = 0
  private var ambiguousCommas = 0
  /// Whole numbers without a mark, and whether one of them has more than three digits.
  private var unmarked = 0
  private var hasLongUnmarked = false

  /// - Parameters:
  ///   - length: of the cell in bytes.
  ///   - isGap: whether the cell says that there is no value.
  mutating func add(_ shape: NumberShape, row: Int, length: Int = 1, isGap: Bool = false) {
    switch shape {
    case .whole(let isGrouped):
      if isGrouped {
        firstGrouped = firstGrouped ?? row
      } else {
        unmarked += 1
        if length > 3 { hasLongUnmarked = true }
      }
    case .decimal(let mark, let isGrouped):
      if mark == .point { firstPoint = firstPoint ?? row } else { firstComma = firstComma ?? row }
      if isGrouped { firstGrouped = firstGrouped ?? row }
    case .ambiguous(.point):
      firstAmbiguousPoint = firstAmbiguousPoint ?? row
      ambiguousPoints += 1
    case .ambiguous(.comma):
      firstAmbiguousComma = firstAmbiguousComma ?? row
      ambiguousCommas += 1
    case .empty: break
    case .hexadecimal, .notFinite, .notANumber: if !isGap { hasOnlyNumbers = false }
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

  /// Twenty cells or more with one mark before three digits, and numbers below a thousand without:
  /// then the mark groups thousands.
  private var evidentMark: NumberMark? {
    guard unmarked > 0, !hasLongUnmarked else { return nil }
    if ambiguousPoints == 0, ambiguousCommas >= 20 { return .point }
    return ambiguousCommas == 0 && ambiguousPoints >= 20 ? .comma : nil
  }

  /// Whether the column holds nothing but cells such as `36.500`, with `mark`.
  private func isAllAmbiguous(_ mark: NumberMark) -> Bool {
    let count = mark == .point ? ambiguousPoints : ambiguousCommas
    return count > 1 && unmarked == 0 && firstGrouped == nil
  }

  /// The decimal mark; nil where it stays in doubt. `others` is what the other columns agree on.
  func mark(others: NumberMark?, separator: Separator?) -> NumberMark? {
    if contradiction != nil { return nil }
    if let ownMark { return ownMark }
    guard firstAmbiguous != nil else { return .point }
    if let evidentMark { return evidentMark }
    // That other columns have commas is weak evidence where every cell here has three digits behind a
    // point: 36.500 beside 1,5 may be 36.5.
    if let others { return isAllAmbiguous(others.other) ? nil : others }
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
