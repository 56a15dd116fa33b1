import Neural

extension LessonRun {
  /// Everything that is asked of the trained model.
  func result(of trained: FitResult) -> LessonResult {
    let data = prepared.data
    let trainingEvaluation = trainingEvaluation
    return LessonResult(
      lesson: prepared.lesson.id, seed: seed, data: data.summary, layers: model.summary,
      parameterCount: model.parameterCount, stepsPerEpoch: stepsPerEpoch,
      batchSize: prepared.training.fit.batchSize, history: trained.history,
      weights: layerWeights, trajectory: trained.trajectory, predictions: predictions,
      evaluation: testEvaluation ?? trainingEvaluation,
      trainingEvaluation: trainingEvaluation, untrained: untrainedPredictions,
      reference: prepared.training.reference, regression: regressionStudy,
      classification: classificationStudy)
  }

  private var stepsPerEpoch: Int {
    let batch = prepared.training.fit.batchSize
    return (training.inputs.count + batch - 1) / batch
  }

  /// On the test part where there is one, else on the training data.
  var evaluation: Evaluation { testEvaluation ?? trainingEvaluation }

  private var testEvaluation: Evaluation? { prepared.data.test.map(evaluation) }

  private var trainingEvaluation: Evaluation { evaluation(on: training) }

  private func evaluation(on samples: LabelledSamples) -> Evaluation {
    let compile = prepared.training.compile
    return model.evaluate(samples, loss: compile.loss, metrics: compile.metrics)
  }

  private var layerWeights: [LayerWeights] {
    var layers: [LayerWeights] = []
    for weight in model.weights {
      let array = LayerWeights.Array(
        name: weight.name, shape: weight.shape, values: weight.values)
      if layers.last?.layer == weight.layer {
        layers[layers.count - 1].arrays.append(array)
      } else {
        layers.append(LayerWeights(layer: weight.layer, arrays: [array]))
      }
    }
    return layers
  }

  // MARK: Predictions

  var predictions: [Prediction] {
    Self.predictions(of: model, for: prepared.training.predict, ranges: trainingRanges)
  }

  private var untrainedPredictions: [Prediction] {
    guard let example = prepared.training.untrained else { return [] }
    let untrained = Self.makeModel(prepared, threads: threads)
    untrained.setWeights(example.weights)
    return Self.predictions(of: untrained, for: example.predict, ranges: trainingRanges)
  }

  private static func predictions(
    of model: Sequential, for rows: [[Double]], ranges: [ClosedRange<Double>]
  ) -> [Prediction] {
    guard !rows.isEmpty else { return [] }
    let outputs = model.predict(samples(rows))
    let width = model.outputShape.reduce(1, *)
    return rows.enumerated().map { index, row in
      Prediction(
        input: row,
        output: Array(outputs[index * width..<(index + 1) * width]),
        extrapolates: zip(row, ranges).contains { !$1.contains($0) })
    }
  }

  private static func samples(_ rows: [[Double]]) -> Samples {
    Samples(shape: [rows[0].count], storage: .floats(rows.flatMap { $0.map { Float($0) } }))
  }

  /// Of each input column, over the rows that are trained on or split off them.
  private var trainingRanges: [ClosedRange<Double>] {
    guard case .table(let table) = prepared.data.source else { return [] }
    let rows = table.trainingRows
    return (rows.first ?? []).indices.map { column in
      let values = rows.map { $0[column] }
      return values.min()!...values.max()!
    }
  }

  // MARK: Studies

  private var regressionStudy: RegressionStudy? {
    guard case .table(let table) = prepared.data.source,
      case .table(let source) = prepared.training.data
    else { return nil }
    let outputs = model.predict(Self.samples(table.inputs))
    let fitted = trainedRows(of: table)
    let inputs = fitted.map { table.inputs[$0] }
    let targets = fitted.map { table.targets[$0] }
    let isRegression = prepared.training.compile.loss.kind == .numbers
    return RegressionStudy(
      inputNames: source.inputs, targetName: source.target, columns: source.columns,
      inputs: table.inputs, targets: table.targets, isTest: table.isTest,
      fitted: rowValues(outputs),
      leastSquares: isRegression ? .leastSquares(inputs: inputs, targets: targets) : nil,
      baselineMeanSquaredError: table.baseline(trainingMean: targets), lines: table.lines)
  }

  /// Indices of the rows the weights were fitted to: the test part and the split are left out.
  private func trainedRows(of table: PreparedTable) -> [Int] {
    let rows = table.isTest.indices.filter { !table.isTest[$0] }
    return Array(rows.prefix(training.inputs.count))
  }

  /// One number a row: the output, or the class with the largest of several outputs.
  private func rowValues(_ outputs: [Float]) -> [Float] {
    let width = model.outputShape.reduce(1, *)
    guard width > 1 else { return outputs }
    return stride(from: 0, to: outputs.count, by: width).map { start in
      var best = start
      for index in start..<start + width where outputs[index] > outputs[best] { best = index }
      return Float(best - start)
    }
  }

  private var classificationStudy: ClassificationStudy? {
    guard case .images(let images) = prepared.data.source, let test = prepared.data.test else {
      return nil
    }
    return ClassificationStudy(images: images, probabilities: model.predict(test.inputs))
  }
}

extension PreparedTable {
  var trainingRows: [[Double]] {
    inputs.indices.filter { !isTest[$0] }.map { inputs[$0] }
  }

  /// The mean squared error of always saying the mean of `training`, on the test rows where there
  /// are some, else on `training` itself.
  func baseline(trainingMean training: [Double]) -> Double {
    let mean = training.reduce(0, +) / Double(training.count)
    let test = targets.indices.filter { isTest[$0] }.map { targets[$0] }
    let judged = test.isEmpty ? training : test
    return judged.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(judged.count)
  }
}
