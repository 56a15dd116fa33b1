import Drawing

extension LineMark {
  /// A series over the epochs from 1, with points where there are few.
  static func byEpoch(_ values: [Double], label: String?, series: Int = 0) -> LineMark {
    LineMark(
      values.indices.map { Double($0 + 1) }, values, label: label, series: series,
      showsPoints: values.count <= 30)
  }

  /// Many curves over the same places as one mark: a fan, without names of its own.
  static func fan(
    _ xs: [Double], _ curves: [[Double]], label: String?, series: Int, width: Double = 1
  ) -> LineMark {
    // A value that is no number is a gap between one curve and the next.
    LineMark(
      curves.flatMap { _ in xs + [.nan] }, curves.flatMap { $0 + [.nan] }, label: label,
      series: series, width: width, isSolid: true)
  }
}
