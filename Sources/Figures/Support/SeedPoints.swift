import Drawing

/// Seeds as points of a row each: their values across, a little apart up and down so that equal ones
/// can be counted.
struct SeedPoints {
  let row: Int

  /// Of a row's height, 0.5 in all.
  private func offset(_ index: Int, of count: Int) -> Double {
    guard count > 1 else { return 0 }
    // Neighbouring seeds far apart: 7 is prime to every count up to 50 but its multiples.
    let place = (index * (count % 7 == 0 ? 5 : 7)) % count
    return (Double(place) / Double(count - 1) - 0.5) * 0.5
  }

  /// The values at the places of `indices`, out of all of them.
  func mark(
    _ values: [Double], at indices: [Int], label: String?, series: Int, isHollow: Bool
  ) -> PointMark {
    PointMark(
      indices.map { values[$0] },
      indices.map { Double(row) + offset($0, of: values.count) }, label: label, series: series,
      isHollow: isHollow, size: 6.5)
  }
}
