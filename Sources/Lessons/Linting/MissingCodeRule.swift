import Diagnostics

/// A value that may stand for "no value": it repeats, has one of the usual forms, and everything else is
/// far from it.
struct MissingCodeRule {
  let table: LintedTable

  /// The usual forms; 0 only where everything else is well above.
  private static let codes: [Double] = [
    -1, -9, -99, -999, -9999, -99999, 9, 99, 999, 9999, 99999, 0,
  ]

  var advice: [Advice] {
    let inputs = table.source.inputs.indices
    let isNumber = table.training.compile.loss.kind == .numbers
    return (Array(inputs) + (isNumber ? [inputs.count] : [])).compactMap(advice)
  }

  private func advice(_ column: Int) -> Advice? {
    // Words, gaps and dates became numbers: 0 says what it says.
    guard table.isOfNumbers(column) else { return nil }
    let values = table.values(column)
    guard let code = Self.code(in: values) else { return nil }
    let rest = values.filter { $0 != code }
    let row = values.firstIndex(of: code)!
    return Advice(
      code == 0 ? .zeroCode : .missingCode, lesson: table.lesson, at: table.place(ofRow: row),
      [
        "column": LocalizedText(plain: table.header(column)),
        "value": LocalizedText(plain: Decimal.text(code)),
        "count": LocalizedText(plain: String(values.count { $0 == code })),
        "low": LocalizedText(plain: Decimal.text(rest.min()!)),
        "high": table.text(rest.max()!, column),
      ])
  }

  /// The value that looks like a code; nil where none does.
  static func code(in values: [Double]) -> Double? {
    for code in codes {
      let count = values.count { $0 == code }
      guard count >= 2 else { continue }
      let rest = values.filter { $0 != code }.sorted()
      guard rest.count >= 10, let low = rest.first, let high = rest.last, high > low else {
        continue
      }
      let width = high - low
      // Zero is a measurement wherever values come near it: counts, shares, degrees.
      let isFar =
        code == 0 || code < 0 && code > low - 2 * width
        ? low > 0 && low > width / 4 && high < 20 * low && low > 4 * Self.largestStep(rest)
        : code < low - 2 * width || code > high + 2 * width
      if isFar { return code }
    }
    return nil
  }

  /// Between neighbours of the lower half.
  private static func largestStep(_ sorted: [Double]) -> Double {
    let half = sorted.prefix(sorted.count / 2 + 1)
    return zip(half, half.dropFirst()).map { $1 - $0 }.max() ?? 0
  }
}
