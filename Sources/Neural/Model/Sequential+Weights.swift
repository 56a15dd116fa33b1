import Tensors

extension Sequential {
  /// All weight arrays in get_weights() order.
  public var weights: [WeightArray] {
    network.slots.map { slot in
      WeightArray(
        layer: layers[slot.layer].name, name: slot.name, shape: slot.shape,
        values: values(of: slot))
    }
  }

  /// Sets all weight arrays, in get_weights() order; their number and sizes must be the model's.
  public func setWeights(_ values: [[Float]]) {
    precondition(
      values.map(\.count) == network.slots.map(\.count),
      "weights of \(values.map(\.count)) values, not \(network.slots.map(\.count))")
    for (slot, array) in zip(network.slots, values) { write(array, to: slot) }
    network.refresh()
  }

  /// Gives every trainable array its initial values; what is drawn comes from `stream(index)`,
  /// where index counts the arrays of get_weights().
  public func initializeWeights(_ stream: (_ index: Int) -> RandomStream) {
    for (index, slot) in network.slots.enumerated() where slot.isTrainable {
      writeInitial(slot) { stream(index) }
    }
    network.refresh()
  }

  /// - Parameter stream: the source of random values; without one they are zeros.
  func writeInitial(_ slot: WeightSlot, _ stream: () -> RandomStream?) {
    let value: Float
    switch slot.weight.initializer {
    case .glorotUniform:
      if var stream = stream() {
        return write(GlorotUniform(shape: slot.shape).values(from: &stream), to: slot)
      }
      value = 0
    case .constant(let constant), .measured(let constant): value = constant
    case .counter: value = 0
    }
    write([Float](repeating: value, count: slot.count), to: slot)
  }

  /// All weights in one array, in get_weights() order.
  var allValues: [Float] { network.slots.flatMap { values(of: $0) } }

  /// Fits every leading `Normalization` layer to the inputs: mean and (population) variance of each
  /// feature over all samples, summed in Double. Keras's `adapt`; call before `fit`.
  public func adapt(to inputs: Samples) {
    precondition(inputs.shape == inputShape, "samples \(inputs.shape) for a model of \(inputShape)")
    guard layers[0].layer is Normalization, inputs.count > 0 else { return }
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

/// Glorot and Bengio, 2010: uniform in (-limit, limit), limit = sqrt(6 / (fan in + fan out)).
private struct GlorotUniform {
  let limit: Float
  let count: Int

  /// A kernel of inputs x units, or height x width x channels x filters.
  init(shape: [Int]) {
    let field = shape.dropLast(2).reduce(1, *)
    let inputs = shape[shape.count - 2] * field
    let outputs = shape[shape.count - 1] * field
    limit = Float((6 / Double(inputs + outputs)).squareRoot())
    count = shape.reduce(1, *)
  }

  func values(from stream: inout RandomStream) -> [Float] {
    var values: [Float] = []
    values.reserveCapacity(count)
    for _ in 0..<count { values.append((2 * stream.uniform() - 1) * limit) }
    return values
  }
}
