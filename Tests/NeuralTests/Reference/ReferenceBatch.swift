/// Samples of one shape, one after the other, NHWC.
struct ReferenceBatch<Scalar: BinaryFloatingPoint> {
  var count: Int
  /// Of one sample.
  var shape: [Int]
  var values: [Scalar]

  init(count: Int, shape: [Int], values: [Scalar]) {
    precondition(values.count == count * shape.reduce(1, *), "\(values.count) values for \(shape)")
    self.count = count
    self.shape = shape
    self.values = values
  }

  init(zeros count: Int, shape: [Int]) {
    self.init(
      count: count, shape: shape, values: Array(repeating: 0, count: count * shape.reduce(1, *)))
  }

  /// The place of a pixel's channel in `values`.
  func index(_ sample: Int, _ row: Int, _ column: Int, _ channel: Int) -> Int {
    ((sample * shape[0] + row) * shape[1] + column) * shape[2] + channel
  }
}
