import Tensors

/// Predictions and evaluations: batches of units go through the layers on all threads.
final class ForwardPass {
  private let network: Network
  private let pool: WorkerPool
  private let source: SampleSource
  private let loss: LossStage?
  private let metrics: [Metric]
  private let workspaces: FloatBuffer
  private let order: UnsafeMutablePointer<Int32>
  private let unitsAtOnce: Int
  private let unitScores: UnsafeMutablePointer<Scores>
  private var predictions: UnsafeMutablePointer<Float>?
  private var first = 0

  init(
    _ network: Network, pool: WorkerPool, source: SampleSource, loss: LossStage?, metrics: [Metric]
  ) {
    self.network = network
    self.pool = pool
    self.source = source
    self.loss = loss
    self.metrics = metrics
    let units = (source.count + network.unitSamples - 1) / network.unitSamples
    unitsAtOnce = max(1, min(units, 4 * pool.threadCount))
    workspaces = FloatBuffer(count: unitsAtOnce * network.workspaceCount)
    order = .allocate(capacity: max(source.count, 1))
    for index in 0..<source.count { (order + index).initialize(to: Int32(index)) }
    unitScores = .allocate(capacity: unitsAtOnce)
    unitScores.initialize(repeating: Scores(), count: unitsAtOnce)
  }

  deinit {
    order.deallocate()
    unitScores.deallocate()
  }

  /// Loss and metrics over all samples, added up unit by unit.
  func scores() -> Scores {
    var total = Scores()
    run { scores in total += scores }
    return total
  }

  /// The outputs of all samples, row by row.
  func outputs() -> [Float] {
    let count = source.count * network.outputSize
    return [Float](unsafeUninitializedCapacity: count) { buffer, initialized in
      if let base = buffer.baseAddress, count > 0 {
        base.initialize(repeating: 0, count: count)
        predictions = base
        run { _ in }
        predictions = nil
      }
      initialized = count
    }
  }

  /// Every layer's values for one sample; a layer that only renames its input gives that.
  func activations(at index: Int, layerCount: Int) -> [[Float]] {
    network.useMovingAverages()
    let values = workspaces.base
    let context = context(values, start: index, count: 1, unit: 0)
    source.gatherInputs(order + index, count: 1, into: values + network.input)
    var offset = network.input
    var size = network.inputSize
    var results: [[Float]] = []
    for layer in 0..<layerCount {
      if let operation = network.operations.first(where: { $0.layer == layer }) {
        operation.forward(context)
        offset = operation.output
        size = operation.outputSize
      }
      results.append(workspaces.values(offset..<offset + size))
    }
    return results
  }

  private func context(
    _ values: UnsafeMutablePointer<Float>, start: Int, count: Int, unit: Int
  ) -> SliceContext {
    SliceContext(
      values: values, count: count, parameters: network.parameters.base,
      statistics: network.statistics.base, gradients: values, firstSample: start, unit: unit,
      dropout: RandomStream(seed: 0, scope: "", purpose: ""))
  }

  private func run(_ each: (Scores) -> Void) {
    network.useMovingAverages()
    let step = unitsAtOnce * network.unitSamples
    first = 0
    while first < source.count {
      let samples = min(step, source.count - first)
      let units = (samples + network.unitSamples - 1) / network.unitSamples
      let context = Unmanaged.passUnretained(self).toOpaque()
      if KernelChoice.threadsPay(cost: network.cost * samples) {
        pool.run(items: units, context: context) { context, unit in
          Unmanaged<ForwardPass>.fromOpaque(context)._withUnsafeGuaranteedRef { $0.runUnit(unit) }
        }
      } else {
        for unit in 0..<units { runUnit(unit) }
      }
      for unit in 0..<units { each(unitScores[unit]) }
      first += step
    }
  }

  private func runUnit(_ unit: Int) {
    let start = first + unit * network.unitSamples
    let count = min(network.unitSamples, source.count - start)
    let values = workspaces.base + unit * network.workspaceCount
    let context = context(values, start: start, count: count, unit: unit)
    source.gatherInputs(order + start, count: count, into: values + network.input)
    network.forward(context)
    let output = values + (network.operations.last?.output ?? network.input)
    let width = network.outputSize
    if let predictions {
      (predictions + start * width).update(from: output, count: count * width)
    }
    guard let loss else { return }
    source.gatherTargets(order + start, count: count, into: values + network.target)
    loss.apply(network, values, rows: count, gradient: nil, scale: 0)
    unitScores[unit] = Scores(
      network, values: values, output: output, count: count, metrics: metrics)
  }
}
