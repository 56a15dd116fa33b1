/// A date, a time or both, as people, forms and programs write them; nothing is guessed: which of two
/// numbers is the day stays open until the column tells.
struct CalendarText {
  /// As written: year first, or last with the day and the month in either order.
  enum Order { case yearFirst, yearLast }

  private(set) var order: Order?
  private var numbers: [Int] = []
  /// Since midnight; nil where no time is written.
  private(set) var hours: Double?

  /// Whether only the day can be above 12: the first or the second of two numbers.
  var isFirstAboveTwelve: Bool { order == .yearLast && numbers[0] > 12 }
  var isSecondAboveTwelve: Bool { order == .yearLast && numbers[1] > 12 }

  /// nil for anything else than a date, a time, or a date and a time.
  init?(_ text: String) {
    guard text.utf8.count <= 40 else { return nil }
    var rest = text[...]
    if let date = Self.date(&rest) {
      (order, numbers) = date
      if rest.first == "T" || rest.first == "," { rest.removeFirst() }
      rest = rest.drop(while: \.isWhitespace)
      if rest.isEmpty { return }
    }
    guard let time = Self.time(rest) else { return nil }
    hours = time
  }

  /// Three numbers with one sign between them, four digits in one of the outer ones.
  private static func date(_ rest: inout Substring) -> (Order, [Int])? {
    for mark in "-/." {
      var numbers: [Int] = []
      var widths: [Int] = []
      var text = rest
      for index in 0..<3 {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        guard (1...4).contains(digits.count), let number = Int(digits) else { break }
        numbers.append(number)
        widths.append(digits.count)
        text = text.dropFirst(digits.count)
        if index < 2 {
          guard text.first == mark else { break }
          text.removeFirst()
        }
      }
      guard numbers.count == 3, widths[1] <= 2 else { continue }
      let order: Order
      if widths[0] == 4, widths[2] <= 2 {
        order = .yearFirst
        guard (1...12).contains(numbers[1]), (1...31).contains(numbers[2]) else { continue }
      } else if widths[0] <= 2, widths[2] == 4 {
        order = .yearLast
        guard (1...31).contains(numbers[0]), (1...31).contains(numbers[1]),
          min(numbers[0], numbers[1]) <= 12
        else { continue }
      } else {
        continue
      }
      rest = text
      return (order, numbers)
    }
    return nil
  }

  /// `10:30`, `10:30:15.5`, `10:00:00 a. m.`, with a zone that does not move it.
  private static func time(_ text: Substring) -> Double? {
    var parts: [Double] = []
    var rest = text
    while parts.count < 3 {
      let digits = rest.prefix { $0.isASCII && ($0.isNumber || parts.count == 2 && $0 == ".") }
      guard let value = Double(digits), digits.first?.isNumber == true else { return nil }
      parts.append(value)
      rest = rest.dropFirst(digits.count)
      guard rest.first == ":", parts.count < 3 else { break }
      rest.removeFirst()
    }
    guard parts.count >= 2, parts[0] < 25, parts[1] < 60 else { return nil }
    let letters = rest.lowercased().filter { !$0.isWhitespace && $0 != "." }
    if letters.hasPrefix("pm") {
      if parts[0] < 12 { parts[0] += 12 }
    } else if letters.hasPrefix("am") {
      if parts[0] == 12 { parts[0] = 0 }
    } else {
      guard letters.isEmpty || letters == "z" || letters.hasPrefix("gmt") || letters.hasPrefix("+")
      else { return nil }
    }
    return parts[0] + parts[1] / 60 + (parts.count > 2 ? parts[2] / 3600 : 0)
  }

  func month(isDayFirst: Bool) -> Int? {
    switch order {
    case .yearFirst: numbers[1]
    case .yearLast: isDayFirst ? numbers[1] : numbers[0]
    case nil: nil
    }
  }

  /// Days since 1970-01-01, with the time as a fraction; nil without a date.
  func days(isDayFirst: Bool) -> Double? {
    guard let order, let month = month(isDayFirst: isDayFirst) else { return nil }
    let (year, day) =
      order == .yearFirst
      ? (numbers[0], numbers[2]) : (numbers[2], isDayFirst ? numbers[0] : numbers[1])
    // Howard Hinnant's count of days in a calendar whose years begin in March.
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let ofEra = shifted - era * 400
    let ofYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let whole = era * 146_097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719_468
    return Double(whole) + (hours ?? 0) / 24
  }
}
