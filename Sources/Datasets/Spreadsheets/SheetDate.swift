/// A spreadsheet's days since its epoch, as the date and time of ISO 8601.
enum SheetDate {
  /// The years 1900 to 9999; nil for what no spreadsheet shows as a date.
  ///
  /// Days count from 1899-12-30, which is right from 1900-03-01 on: before it, day 60 is a 29
  /// February 1900 that never was. With `from1904` they count from 1904-01-01.
  static func text(_ serial: Double, from1904: Bool) -> String? {
    guard serial >= 0, serial < 2_958_466 else { return nil }
    let seconds = Int((serial * 86_400).rounded())
    let days = seconds / 86_400
    let rest = seconds % 86_400
    let time = [rest / 3600, rest / 60 % 60, rest % 60].map(padded).joined(separator: ":")
    if days == 0, rest > 0 { return time }
    let shifted = from1904 ? days + 1462 : days < 60 ? days + 1 : days
    let date = civil(daysSince1970: shifted - 25_569)
    return rest == 0 ? date : date + "T" + time
  }

  /// Proleptic Gregorian, by eras of 400 years that begin on 1 March.
  private static func civil(daysSince1970: Int) -> String {
    let shifted = daysSince1970 + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted % 146_097
    let year = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * year + year / 4 - year / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    let civilYear = era * 400 + year + (month <= 2 ? 1 : 0)
    return "\(civilYear)-\(padded(month))-\(padded(day))"
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
