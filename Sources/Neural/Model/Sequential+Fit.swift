import Tensors

extension Sequential {
  /// Trains as Keras's `fit`: losses and metrics are means over the samples, measured before each
  /// update; the short last batch counts; validation comes after the epoch.
  ///
  /// At the first loss or weight that is not finite it stops with the weights of before that step
  /// (`history.divergence`). The observer is asked between steps and ends the training by `false`.
  public func fit(
    _ training: LabelledSamples, optimizer: any Optimizer, loss: Loss, metrics: [Metric] = [],
    options: FitOptions, observer: (FitEvent) -> Bool = { _ in true }
  ) -> FitResult {
    let fit = FitLoop(self, training, optimizer: optimizer, loss: loss, metrics: metrics, options)
    return fit.run(observer)
  }

  /// The outputs for all samples, row by row.
  public func predict(_ inputs: Samples) -> [Float] {
    checkShape(inputs)
    let source = SampleSource(inputs, nil, width: network.outputSize)
    return ForwardPass(network, pool: pool, source: source, loss: nil, metrics: []).outputs()
  }

  /// Loss and metrics with the present weights: means over the samples.
  public func evaluate(
    _ samples: LabelledSamples, loss: Loss, metrics: [Metric] = []
  ) -> Evaluation {
    checkShape(samples.inputs)
    precondition(samples.inputs.count > 0, "nothing to evaluate on")
    let source = SampleSource(samples.inputs, samples.targets, width: network.outputSize)
    return ForwardPass(
      network, pool: pool, source: source, loss: lossStage(loss), metrics: metrics
    ).scores().evaluation(metrics)
  }

  /// The output of every layer for sample `index`, one array a layer.
  public func activations(of inputs: Samples, at index: Int) -> [[Float]] {
    checkShape(inputs)
    precondition((0..<inputs.count).contains(index), "sample \(index) of \(inputs.count)")
    // Layer by layer: the values between fused layers exist nowhere.
    let plain = Network(layers: layers, fuses: false)
    for (from, to) in zip(network.slots, plain.slots) {
      plain.write(network.values(of: from), to: to)
    }
    plain.refresh()
    let source = SampleSource(inputs, nil, width: plain.outputSize)
    return ForwardPass(plain, pool: pool, source: source, loss: nil, metrics: [])
      .activations(at: index, layerCount: layers.count)
  }

  func lossStage(_ loss: Loss) -> LossStage {
    LossStage(
      loss, network: network, outputActivation: layers[layers.count - 1].layer.ownActivation)
  }

  func checkShape(_ inputs: Samples) {
    precondition(inputs.shape == inputShape, "samples \(inputs.shape) for a model of \(inputShape)")
  }

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
