import Drawing

extension LineMark {
  /// A series over epochs 1, 2, ...; a short one has points.
  static func byEpoch(_ values: [Double], label: String?, series: Int = 0) -> LineMark {
    LineMark(
      values.indices.map { Double($0 + 1) }, values, label: label, series: series,
      showsPoints: values.count <= 30)
  }

  /// Many curves over the same inputs as one mark, without individual names.
  static func fan(
    _ xs: [Double], _ curves: [[Double]], label: String?, series: Int, width: Double = 1
  ) -> LineMark {
    // A NaN separates one curve from the next.
    LineMark(
      curves.flatMap { _ in xs + [.nan] }, curves.flatMap { $0 + [.nan] }, label: label,
      series: series, width: width, isSolid: true)
  }
}
