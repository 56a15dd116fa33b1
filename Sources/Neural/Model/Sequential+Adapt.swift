import Tensors

extension Sequential {
  /// Fits every leading `Normalization` layer to the inputs: mean and (population) variance of each
  /// feature over all samples, summed in Double. Keras's `adapt`; call before `fit`.
  public func adapt(to inputs: Samples) {
    precondition(inputs.shape == inputShape, "samples \(inputs.shape) for a model of \(inputShape)")
    guard layers.first is Normalization, inputs.count > 0 else { return }
    let features = inputShape[inputShape.count - 1]
    let size = inputShape.reduce(1, *)
    let rows = inputs.count * size / features
    var means = [Double](repeating: 0, count: features)
    var variances = means
    func value(_ index: Int) -> Double {
      switch inputs.storage {
      case .floats(let values): Double(values[index])
      case .bytes(let values, let scale): Double(Float(values[index]) * scale)
      }
    }
    for feature in 0..<features {
      var sum = 0.0
      for row in 0..<rows { sum += value(row * features + feature) }
      let mean = sum / Double(rows)
      var squares = 0.0
      for row in 0..<rows {
        let difference = value(row * features + feature) - mean
        squares += difference * difference
      }
      means[feature] = mean
      variances[feature] = squares / Double(rows)
    }
    for slot in network.slots where slot.layer == 0 {
      switch slot.name {
      case "mean": write(means.map { Float($0) }, to: slot)
      case "variance": write(variances.map { Float($0) }, to: slot)
      default: break
      }
    }
    network.refresh()
  }
}
