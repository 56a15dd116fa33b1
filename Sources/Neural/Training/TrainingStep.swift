import Tensors

/// One step of training: the batch is cut into slices, each goes through all layers and back into a
/// gradient buffer of its own; then ranges of the parameters are reduced in a fixed tree and updated.
/// Cut, order and tree depend on the batch alone, so the bits do not depend on the threads.
///
/// A slice is one or more units of `unitSamples` samples, one after the other in one workspace; with
/// batch normalisation every unit has its own, because the pass stops between the layers.
final class TrainingStep {
  private let network: Network
  private let pool: WorkerPool
  private let source: SampleSource
  private let loss: LossStage
  private let metrics: [Metric]
  private let update: ParameterUpdate
  private let sliceCapacity: Int
  private let unitsPerSlice: Int
  private let workspaces: FloatBuffer
  private let gradients: FloatBuffer
  private let gradientStride: Int
  private let sliceScores: UnsafeMutablePointer<Scores>
  private let batchWide: [BatchNormalizationOperation]
  private let ranges: [UpdateRange]
  private let rangeChecks: UnsafeMutablePointer<Float>

  // State of the current step.
  private var order: UnsafePointer<Int32>
  private var samples = 0
  private var step = 0
  private var dropout = RandomStream(seed: 0, scope: "", purpose: "")
  private var stage = 0
  private var phase = Phase.lossAndBackward

  private enum Phase { case forward, lossAndBackward, backward, update }

  init(
    _ network: Network, pool: WorkerPool, source: SampleSource, loss: LossStage,
    metrics: [Metric], update: ParameterUpdate, batchSize: Int, order: UnsafePointer<Int32>
  ) {
    self.network = network
    self.pool = pool
    self.source = source
    self.loss = loss
    self.metrics = metrics
    self.update = update
    self.order = order
    let units = (batchSize + network.unitSamples - 1) / network.unitSamples
    sliceCapacity = KernelChoice.sliceCount(units: units)
    unitsPerSlice = (units + sliceCapacity - 1) / sliceCapacity
    batchWide = network.operations.compactMap { $0 as? BatchNormalizationOperation }
    for operation in batchWide { operation.prepare(units: units) }
    workspaces = FloatBuffer(
      count: network.workspaceCount * (batchWide.isEmpty ? sliceCapacity : units))
    // Room for a tile behind each buffer: kernels rewrite those values unchanged.
    gradientStride = (network.parameterCount + 31) / 16 * 16
    gradients = FloatBuffer(count: gradientStride * sliceCapacity)
    sliceScores = .allocate(capacity: sliceCapacity)
    sliceScores.initialize(repeating: Scores(), count: sliceCapacity)
    ranges = UpdateRange.cut(network)
    rangeChecks = .allocate(capacity: max(ranges.count, 1))
    rangeChecks.initialize(repeating: 0, count: max(ranges.count, 1))
  }

  deinit {
    sliceScores.deallocate()
    rangeChecks.deallocate()
  }

  private var unitCount: Int { (samples + network.unitSamples - 1) / network.unitSamples }
  private var sliceCount: Int { (unitCount + unitsPerSlice - 1) / unitsPerSlice }

  /// Trains on the samples `order[0..<count]`. Returns nil, and leaves the weights as they were, if
  /// the loss or a new weight is not finite.
  func run(
    _ order: UnsafePointer<Int32>, count: Int, step: Int, dropout: RandomStream
  ) -> Scores? {
    self.order = order
    self.step = step
    self.dropout = dropout
    samples = count
    passes()
    var total = Scores()
    for slice in 0..<sliceCount { total += sliceScores[slice] }
    guard total.loss.isFinite else { return nil }
    update.advance()
    run(.update, items: ranges.count)
    var check: Float = 0
    for index in ranges.indices { check += rangeChecks[index] }
    guard check == 0 else {
      network.refresh()
      return nil
    }
    swap(&network.parameters, &network.nextParameters)
    for operation in batchWide { operation.commit(network.statistics.base) }
    return total
  }

  /// One pass in training mode without an update: loss sums, outputs in the order given, and the
  /// gradient of the mean loss for every parameter, laid out as the parameters are.
  func gradientPass(_ order: UnsafePointer<Int32>, count: Int, dropout: RandomStream)
    -> (scores: Scores, output: [Float], gradients: FloatBuffer)
  {
    precondition(
      unitsPerSlice == 1 || !batchWide.isEmpty, "the outputs of a unit would be overwritten")
    self.order = order
    self.dropout = dropout
    samples = count
    passes()
    var total = Scores()
    for slice in 0..<sliceCount { total += sliceScores[slice] }
    var output: [Float] = []
    for unit in 0..<unitCount {
      let context = context(slice: unit / unitsPerSlice, unit: unit)
      let offset = network.operations[network.operations.count - 1].output
      output += UnsafeBufferPointer(
        start: context.values + offset, count: context.count * network.outputSize)
    }
    for range in ranges { reduce(range) }
    return (total, output, gradients)
  }

  /// Forward, loss and backward. Without batch normalisation one parallel region; each batch
  /// normalisation adds one on the way up and one on the way down.
  private func passes() {
    let last = network.stages.count - 1
    for index in 0..<last {
      stage = index
      run(.forward, items: sliceCount)
      batchWide[index].merge(
        units: unitCount, samples: samples, parameters: network.parameters.base)
    }
    stage = last
    run(.lossAndBackward, items: sliceCount)
    for index in (0..<last).reversed() {
      batchWide[index].mergeGradients(
        units: unitCount, samples: samples, gradients: gradients.base, stride: gradientStride,
        slices: sliceCount)
      stage = index
      run(.backward, items: sliceCount)
    }
  }

  private func run(_ phase: Phase, items: Int) {
    self.phase = phase
    if items > 1, KernelChoice.threadsPay(cost: network.cost * samples) {
      let context = Unmanaged.passUnretained(self).toOpaque()
      pool.run(items: items, context: context) { context, item in
        Unmanaged<TrainingStep>.fromOpaque(context)._withUnsafeGuaranteedRef { $0.perform(item) }
      }
    } else {
      for item in 0..<items { perform(item) }
    }
  }

  private func perform(_ item: Int) {
    if phase == .update {
      update(ranges[item], item)
      return
    }
    let first = item * unitsPerSlice
    for unit in first..<min(first + unitsPerSlice, unitCount) {
      let context = context(slice: item, unit: unit)
      switch phase {
      case .forward: forward(context)
      case .lossAndBackward:
        forward(context)
        let scores = lossAndGradient(context)
        if context.accumulates { sliceScores[item] += scores } else { sliceScores[item] = scores }
        backward(context)
      case .backward: backward(context)
      case .update: break
      }
    }
  }

  private func context(slice: Int, unit: Int) -> SliceContext {
    let start = unit * network.unitSamples
    let workspace = batchWide.isEmpty ? slice : unit
    return SliceContext(
      values: workspaces.base + workspace * network.workspaceCount,
      count: min(network.unitSamples, samples - start), parameters: network.parameters.base,
      statistics: network.statistics.base, gradients: gradients.base + slice * gradientStride,
      accumulates: unit > slice * unitsPerSlice, isTraining: true, firstSample: start, unit: unit,
      step: step, dropout: dropout)
  }

  private func forward(_ context: SliceContext) {
    if stage == 0 {
      source.gatherInputs(
        order + context.firstSample, count: context.count, into: context.values + network.input)
    }
    for index in network.stages[stage] { network.operations[index].forward(context) }
    if stage + 1 < network.stages.count { batchWide[stage].collect(context) }
  }

  /// Loss and metrics, and the gradient of the batch's mean loss with respect to the output.
  private func lossAndGradient(_ context: SliceContext) -> Scores {
    let values = context.values
    let count = context.count
    let last = network.operations[network.operations.count - 1]
    let target = values + network.target
    source.gatherTargets(order + context.firstSample, count: count, into: target)
    loss.apply(
      network, values, rows: count, gradient: values + last.outputGradient,
      scale: 1 / Float(samples))
    return Scores(
      network, values: values, output: values + last.output, count: count, metrics: metrics)
  }

  private func backward(_ context: SliceContext) {
    let range = network.stages[stage]
    if stage + 1 < network.stages.count { network.operations[range.upperBound].backward(context) }
    for index in (stage == 0 ? range : range.dropFirst()).reversed() {
      network.operations[index].backward(context)
    }
    if stage > 0 { batchWide[stage - 1].collectGradients(context) }
  }

  private func reduce(_ range: UpdateRange) {
    reduceParts(
      gradients.base, partCount: sliceCount, stride: gradientStride, offset: range.offset,
      count: range.count)
  }

  /// Reduces one range of the gradients and gives it its new weights.
  private func update(_ range: UpdateRange, _ item: Int) {
    reduce(range)
    rangeChecks[item] = update.apply(
      from: network.parameters.base, to: network.nextParameters.base, gradients: gradients.base,
      offset: range.offset, count: range.count)
    if let operation = range.operation {
      network.operations[operation].refresh(network.nextParameters.base, rows: range.rows)
    }
  }
}
