/// What a column of dates or times is read as.
public enum CalendarReading: String, CaseIterable, Codable, Sendable {
  /// Days since the first date of the column.
  case days
  /// Hours since midnight.
  case hours
  /// 1 to 12.
  case month
}

/// A column of dates as numbers.
public struct CalendarColumn: Sendable {
  /// NaN where there is no value.
  public var numbers: [Double]
  /// Whether `05/02/2024` is the 5th of February.
  public var isDayFirst: Bool
  /// Whether the file holds dates of that order at all.
  public var hasYearLast: Bool
  /// Days of the column's first date since 1970-01-01; 0 for hours and months.
  public var origin: Double
  /// The text of that date.
  public var first: String
  public var gapCount: Int
}

extension Table {
  /// The dates of a column as numbers.
  ///
  /// - Throws: the first cell that is no date or time, or a column in which every date can be read
  ///   with the day or with the month first.
  public func calendar(
    column: Int, as reading: CalendarReading, codes: [String] = []
  ) throws(TableError) -> CalendarColumn {
    let texts = words(inColumn: column, codes: codes)
    let dates = texts.map { $0.flatMap(CalendarText.init) }
    for row in texts.indices where texts[row] != nil {
      let isThere =
        reading == .hours ? dates[row]?.hours != nil : dates[row]?.order != nil
      guard isThere else {
        throw contents.error(
          reading == .hours
            ? .notATime(
              column: columns[column], value: contents.shortText(row: row, column: column))
            : .notADate(
              column: columns[column], value: contents.shortText(row: row, column: column)),
          row: row, column: column)
      }
    }
    let isDayFirst = dates.contains { $0?.isFirstAboveTwelve == true }
    let isMonthFirst = dates.contains { $0?.isSecondAboveTwelve == true }
    let yearLast = dates.firstIndex { $0?.order == .yearLast }
    if reading != .hours, let row = yearLast, isDayFirst == isMonthFirst {
      throw contents.error(
        .ambiguousDates(
          column: columns[column], value: contents.shortText(row: row, column: column)),
        row: row, column: column)
    }
    var numbers = dates.map { date -> Double in
      switch reading {
      case .days: date?.days(isDayFirst: isDayFirst) ?? .nan
      case .hours: date?.hours ?? .nan
      case .month: date?.month(isDayFirst: isDayFirst).map(Double.init) ?? .nan
      }
    }
    var (origin, first) = (0.0, "")
    if reading == .days,
      let row = numbers.indices.filter({ !numbers[$0].isNaN }).min(by: { numbers[$0] < numbers[$1] }
      )
    {
      origin = numbers[row].rounded(.down)
      first = contents.shortText(row: row, column: column)
      numbers = numbers.map { $0 - origin }
    }
    return CalendarColumn(
      numbers: numbers, isDayFirst: isDayFirst, hasYearLast: yearLast != nil, origin: origin,
      first: first, gapCount: numbers.count { $0.isNaN })
  }
}
