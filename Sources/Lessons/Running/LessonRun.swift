import Neural
import Tensors

/// One training of one lesson: its model, its samples and its random streams.
struct LessonRun {
  let prepared: PreparedLesson
  let seed: UInt64
  let threads: Int
  let model: Sequential
  /// What the weights are fitted to; with `validation_split`, without its last part.
  let training: LabelledSamples
  let validation: LabelledSamples?
  private let recordsTrajectory: Bool

  /// `recordsTrajectory`: of models small enough.
  init(_ prepared: PreparedLesson, seed: UInt64, threads: Int, recordsTrajectory: Bool = true) {
    self.prepared = prepared
    self.seed = seed
    self.threads = threads
    let data = prepared.data
    switch prepared.training.fit.validation {
    case .none: (training, validation) = (data.training, nil)
    case .test: (training, validation) = (data.training, data.test)
    case .split(let fraction): (training, validation) = data.training.split(last: fraction)
    }
    model = Self.makeModel(prepared, threads: threads)
    let values = model.parameterCount * (prepared.training.fit.epochs + 1)
    self.recordsTrajectory =
      recordsTrajectory && model.parameterCount <= LessonRunner.trajectoryParameters
      && values <= LessonRunner.trajectoryLimit
    model.initializeWeights { [lesson = prepared.lesson.id] index in
      RandomStream(seed: seed, scope: lesson, purpose: "weights", index: UInt64(index))
    }
    // As Keras's adapt(x_train): with validation_split as well, all of the training part.
    model.adapt(to: data.training.inputs)
    model.setWeights(initialWeights)
  }

  /// Shapes have been checked before: a model that does not fit is our mistake.
  static func makeModel(_ prepared: PreparedLesson, threads: Int) -> Sequential {
    do throws(ShapeError) {
      return try Sequential(
        inputShape: prepared.data.training.inputs.shape,
        layers: prepared.training.model.map(\.layer), threads: threads)
    } catch {
      preconditionFailure("\(prepared.lesson.id): \(error) in a model that was checked")
    }
  }

  /// Drawn ones, where the lesson file does not give them.
  private var initialWeights: [[Float]] {
    if let weights = prepared.initialWeights { return weights }
    var weights = model.weights.map(\.values)
    var first = 0
    for (declaration, layer) in zip(prepared.training.model, model.layers) {
      let range = first..<first + layer.weights.count
      if let initial = declaration.initial { weights.replaceSubrange(range, with: initial) }
      first = range.upperBound
    }
    return weights
  }

  private func stream(_ purpose: String, _ index: Int) -> RandomStream {
    RandomStream(
      seed: seed, scope: prepared.lesson.id, purpose: purpose, index: UInt64(index))
  }

  /// Nil where the observer ended it.
  func train(_ observer: (LessonEvent) -> Bool) -> FitResult? {
    let (compile, fit) = (prepared.training.compile, prepared.training.fit)
    let trained = model.fit(
      training, optimizer: compile.optimizer, loss: compile.loss, metrics: compile.metrics,
      options: FitOptions(
        epochs: fit.epochs, batchSize: fit.batchSize, shuffle: fit.shuffle,
        validation: validation, earlyStopping: fit.earlyStopping,
        recordsTrajectory: recordsTrajectory,
        shuffleStream: { stream("shuffle", $0) }, dropoutStream: { stream("dropout", $0) })
    ) { event in
      switch event {
      case .step(let epoch, let step, let steps, let loss):
        observer(.step(epoch: epoch, epochs: fit.epochs, step: step, steps: steps, loss: loss))
      case .epoch(let epoch, let epochs, let values, let seconds):
        observer(.epoch(epoch, epochs: epochs, values: values, seconds: seconds))
      }
    }
    return trained.wasStopped ? nil : trained
  }
}
