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

  /// What every layer gives for sample `index`, one array a layer.
  public func activations(of inputs: Samples, at index: Int) -> [[Float]] {
    checkShape(inputs)
    precondition((0..<inputs.count).contains(index), "sample \(index) of \(inputs.count)")
    // Layer by layer: where layers are fused, values between them exist nowhere.
    let plain = Network(
      layers: layers, shapes: shapes, slots: network.slots,
      sizes: (network.parameterCount, network.statisticsCount), fuses: false)
    for (from, to) in zip(network.slots, plain.slots) {
      plain.write(network.values(of: from), to: to)
    }
    plain.refresh()
    let source = SampleSource(inputs, nil, width: plain.outputSize)
    return ForwardPass(plain, pool: pool, source: source, loss: nil, metrics: [])
      .activations(at: index, layerCount: layers.count)
  }

  func lossStage(_ loss: Loss) -> LossStage {
    LossStage(loss, network: network, outputActivation: outputActivation)
  }

  /// The last layer's activation, if it has one.
  private var outputActivation: Activation? {
    switch layers.last {
    case let dense as Dense: dense.activation
    case let convolution as Conv2D: convolution.activation
    default: nil
    }
  }

  func checkShape(_ inputs: Samples) {
    precondition(inputs.shape == inputShape, "samples \(inputs.shape) for a model of \(inputShape)")
  }
}
