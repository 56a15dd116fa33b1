import Neural

extension LabelledSamples {
  /// Keras's `validation_split`: the last `fraction`, before any shuffle. The first part has
  /// `floor(count * (1 - fraction))` samples (`keras/src/trainers/data_adapters`).
  func split(last fraction: Double) -> (training: LabelledSamples, validation: LabelledSamples) {
    let place = Self.trainingCount(of: inputs.count, splitting: fraction)
    return (self[0..<place], self[place..<inputs.count])
  }

  static func trainingCount(of count: Int, splitting fraction: Double) -> Int {
    Int((Double(count) * (1 - fraction)).rounded(.down))
  }

  /// The shortest fraction that leaves so many.
  static func fraction(leaving training: Int, of count: Int) -> Double {
    let exact = (Double(count - training) - 0.5) / Double(count)
    var scale = 100.0
    while scale < 1e9 {
      for candidate in [exact.rounded(to: scale), (exact * scale + 1).rounded(.down) / scale]
      where candidate > 0 && candidate < 1
        && trainingCount(of: count, splitting: candidate) == training
      {
        return candidate
      }
      scale *= 10
    }
    return exact
  }

  private subscript(range: Range<Int>) -> LabelledSamples {
    let size = inputs.shape.reduce(1, *)
    let places = range.lowerBound * size..<range.upperBound * size
    let storage: Samples.Storage =
      switch inputs.storage {
      case .floats(let values): .floats(Array(values[places]))
      case .bytes(let values, let scale): .bytes(Array(values[places]), scale: scale)
      }
    let own: Targets =
      switch targets {
      case .values(let values, let width):
        .values(Array(values[range.lowerBound * width..<range.upperBound * width]), width: width)
      case .classes(let classes): .classes(Array(classes[range]))
      }
    return LabelledSamples(inputs: Samples(shape: inputs.shape, storage: storage), targets: own)
  }
}

extension Double {
  fileprivate func rounded(to scale: Double) -> Double { (self * scale).rounded() / scale }
}
