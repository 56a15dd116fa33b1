import Drawing

/// Grades as they stand in lists.
enum GradeText {
  /// With a decimal point, which every platform reads, and as many decimals as the list writes its
  /// maximum with, or as the grade needs: `85.50` beside `100.00`.
  static func written(_ grade: Double, like maximum: String) -> String {
    let shown = maximum.replacing(",", with: ".").split(separator: ".")
    let decimals = shown.count == 2 && shown[1].allSatisfy(\.isNumber) ? shown[1].utf8.count : 0
    let needed = grade.description.split(separator: ".").last.map { $0 == "0" ? 0 : $0.utf8.count }
    return NumberStyle.english.string(grade, decimals: max(decimals, needed ?? 0))
      .replacing(",", with: "")
  }

  /// The number of a cell: `85.5`, `85,50`.
  static func value(_ text: String) -> Double? {
    guard let value = Double(text.replacing(",", with: ".")), value.isFinite else { return nil }
    return value
  }

  /// Whether two cells say the same grade.
  static func isSame(_ first: String, _ second: String) -> Bool {
    guard let first = value(first), let second = value(second) else { return first == second }
    return first == second
  }
}
