import Tensors

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The epochs of one `fit`.
final class FitLoop {
  private let model: Sequential
  private let options: FitOptions
  private let metrics: [Metric]
  private let step: TrainingStep
  private let validation: ForwardPass?
  private let sampleCount: Int
  private let order: UnsafeMutablePointer<Int32>
  private var stopping: EarlyStoppingMonitor?
  private var result: FitResult
  private var lastEvent = 0.0
  /// Seconds between events.
  private static let eventDistance = 0.05

  init(
    _ model: Sequential, _ training: LabelledSamples, optimizer: any Optimizer, loss: Loss,
    metrics: [Metric], _ options: FitOptions
  ) {
    model.checkShape(training.inputs)
    self.model = model
    self.options = options
    self.metrics = metrics
    let network = model.network
    let lossStage = model.lossStage(loss)
    network.operations.last?.skipsActivationSlope = lossStage.isFused
    sampleCount = training.inputs.count
    precondition(sampleCount > 0, "nothing to train on")
    order = .allocate(capacity: sampleCount)
    order.initialize(repeating: 0, count: sampleCount)
    step = TrainingStep(
      network, pool: model.pool,
      source: SampleSource(training.inputs, training.targets, width: network.outputSize),
      loss: lossStage, metrics: metrics,
      update: ParameterUpdate(optimizer, parameterCount: network.parameterCount),
      batchSize: min(options.batchSize, sampleCount), order: UnsafePointer(order))
    validation = options.validation.map { samples in
      model.checkShape(samples.inputs)
      return ForwardPass(
        network, pool: model.pool,
        source: SampleSource(samples.inputs, samples.targets, width: network.outputSize),
        loss: lossStage, metrics: metrics)
    }
    var names = ["loss"] + metrics.map(\.rawValue)
    if validation != nil { names += names.map { "val_" + $0 } }
    result = FitResult(
      history: History(series: names.map { History.Series(name: $0, values: []) }),
      trajectory: options.recordsTrajectory ? [model.allValues] : nil, batchLosses: [],
      epochSeconds: [], wasStopped: false)
    for index in names.indices {
      result.history.series[index].values.reserveCapacity(options.epochs)
    }
    result.epochSeconds.reserveCapacity(options.epochs)
    stopping = options.earlyStopping.map { EarlyStoppingMonitor($0) }
  }

  deinit { order.deallocate() }

  func run(_ observer: (FitEvent) -> Bool) -> FitResult {
    lastEvent = seconds()
    for epoch in stride(from: 1, through: options.epochs, by: 1) {
      let start = seconds()
      guard let scores = runEpoch(epoch, observer) else { break }
      record(scores)
      let end = seconds()
      result.epochSeconds.append(end - start)
      if options.recordsTrajectory { result.trajectory?.append(model.allValues) }
      if shouldStop(after: epoch) { break }
      if end - lastEvent >= Self.eventDistance || epoch == options.epochs {
        lastEvent = end
        let values = result.history.series.map { (name: $0.name, value: $0.values[epoch - 1]) }
        if !observer(.epoch(epoch, of: options.epochs, values: values, seconds: end - start)) {
          result.wasStopped = true
          break
        }
      }
    }
    if let stopping, stopping.restoresBest, let best = stopping.best {
      model.setWeights(best.weights)
      result.history.restoredEpoch = best.epoch
    }
    return result
  }

  /// The epoch's sums; nil if training ended within it.
  private func runEpoch(_ epoch: Int, _ observer: (FitEvent) -> Bool) -> Scores? {
    for index in 0..<sampleCount { order[index] = Int32(truncatingIfNeeded: index) }
    if options.shuffle {
      var stream = options.shuffleStream(epoch)
      stream.shuffle(order, count: sampleCount)
    }
    let dropout = options.dropoutStream(epoch)
    let steps = (sampleCount + options.batchSize - 1) / options.batchSize
    var epochScores = Scores()
    for index in 0..<steps {
      let first = index * options.batchSize
      let count = min(options.batchSize, sampleCount - first)
      guard let scores = step.run(order + first, count: count, step: index, dropout: dropout) else {
        result.history.divergence = Divergence(epoch: epoch, step: index + 1)
        return nil
      }
      epochScores += scores
      if result.batchLosses.count < options.batchLossLimit {
        result.batchLosses.append(scores.meanLoss)
      }
      if index & 7 == 7 || steps < 8, index + 1 < steps {
        let now = seconds()
        guard now - lastEvent >= Self.eventDistance else { continue }
        lastEvent = now
        let event = FitEvent.step(
          epoch: epoch, step: index + 1, of: steps, loss: epochScores.meanLoss)
        if !observer(event) {
          result.wasStopped = true
          return nil
        }
      }
    }
    return epochScores
  }

  private func record(_ scores: Scores) {
    var index = 0
    append(scores, at: &index)
    if let validation { append(validation.scores(), at: &index) }
  }

  private func append(_ scores: Scores, at index: inout Int) {
    result.history.series[index].values.append(scores.meanLoss)
    index += 1
    for metric in metrics {
      result.history.series[index].values.append(scores.mean(metric))
      index += 1
    }
  }

  private func shouldStop(after epoch: Int) -> Bool {
    guard stopping != nil else { return false }
    let monitored = stopping!.monitor
    guard let value = result.history[monitored]?.last else { return false }
    if stopping!.shouldStop(after: epoch, value: value, weights: { model.weights.map(\.values) }) {
      result.history.stoppedEpoch = epoch
      return true
    }
    return false
  }

  private func seconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
