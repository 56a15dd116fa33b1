import Tensors

extension Sequential {
  /// One pass in training mode and back: outputs, mean loss and its gradient by every trainable
  /// weight array, in get_weights() order. Nothing changes. For at most 128 samples.
  func gradients(
    of batch: LabelledSamples, loss: Loss,
    dropout: RandomStream = RandomStream(seed: 0, scope: "gradients", purpose: "dropout")
  ) -> (output: [Float], loss: Double, weights: [[Float]]) {
    checkShape(batch.inputs)
    let count = batch.inputs.count
    let stage = lossStage(loss)
    network.operations.last?.skipsActivationSlope = stage.isFused
    let order = UnsafeMutablePointer<Int32>.allocate(capacity: count)
    defer { order.deallocate() }
    for index in 0..<count { (order + index).initialize(to: Int32(index)) }
    let step = TrainingStep(
      network, pool: pool,
      source: SampleSource(batch.inputs, batch.targets, width: network.outputSize), loss: stage,
      metrics: [], update: ParameterUpdate(SGD(), parameterCount: network.parameterCount),
      batchSize: count, order: UnsafePointer(order))
    let pass = step.gradientPass(UnsafePointer(order), count: count, dropout: dropout)
    let weights = network.slots.filter(\.isTrainable).map {
      $0.values(pass.gradients.values($0.offset..<$0.offset + $0.count))
    }
    return (pass.output, pass.scores.meanLoss, weights)
  }
}
