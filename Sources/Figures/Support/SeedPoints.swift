import Drawing

/// The values of seeds as points in one row each, shifted up and down a little so that equal ones
/// can be counted.
struct SeedPoints {
  let row: Int

  /// The vertical shift as a fraction of the row's height, in total 0.5.
  private func offset(_ index: Int, of count: Int) -> Double {
    guard count > 1 else { return 0 }
    // Moves neighbouring seeds far apart: 7 is coprime to every count up to 50 except its
    // multiples.
    let place = (index * (count % 7 == 0 ? 5 : 7)) % count
    return (Double(place) / Double(count - 1) - 0.5) * 0.5
  }

  /// The values at `indices` as points.
  func mark(
    _ values: [Double], at indices: [Int], label: String?, series: Int, isHollow: Bool
  ) -> PointMark {
    PointMark(
      indices.map { values[$0] },
      indices.map { Double(row) + offset($0, of: values.count) }, label: label, series: series,
      isHollow: isHollow, size: 6.5)
  }
}
