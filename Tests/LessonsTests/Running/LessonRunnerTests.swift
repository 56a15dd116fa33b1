import Archives
import Lessons
import Neural
import Testing

@Suite struct LessonRunnerTests {
  private func run(_ lesson: PreparedLesson, seed: UInt64 = 7, threads: Int = 1) throws
    -> LessonResult
  {
    try #require(LessonRunner.run(lesson, seed: seed, threads: threads)).result
  }

  @Test func theResultIsAFunctionOfLessonDataAndSeed() throws {
    let lesson = try SampleNotebook.prepared([
      ("units: 1}", "units: 8, activation: relu}\n      - Dense: {units: 1}"), Self.noUntrained,
    ])
    let first = try run(lesson)
    #expect(try run(lesson) == first)
    #expect(try run(lesson, threads: 3) == first)
    #expect(try run(lesson, seed: 8).weights != first.weights)
  }

  private static let noUntrained = (
    old: "    untrained: {weights: [[[1.8]], [4.5]], predict: [15]}\n", new: ""
  )

  @Test func theUntrainedExampleIsTheWorkedOne() throws {
    let result = try run(SampleNotebook.prepared())
    #expect(result.untrained == [Prediction(input: [15], output: [31.5], extrapolates: false)])
  }

  @Test func predictionsSayWhereTheyExtrapolate() throws {
    let result = try run(
      SampleNotebook.prepared([("predict: [100, 0]", "predict: [100, 0, 38.5]")]))
    #expect(result.predictions.map(\.input) == [[100], [0], [38.5]])
    #expect(result.predictions.map(\.extrapolates) == [true, false, true])
  }

  @Test func initialValuesAreWhereTrainingStarts() throws {
    let start = (old: "units: 1}", new: "units: 1, initial: {kernel: [[1.8]], bias: [4.5]}}")
    let result = try run(SampleNotebook.prepared([start]))
    #expect(result.trajectory?[0] == [1.8, 4.5])
    #expect(result.trajectory?.count == 11)
  }

  @Test func givenStatisticsReplaceTheMeasuredOnes() throws {
    let result = try run(
      SampleNotebook.prepared([
        (
          "      - Dense",
          "      - Normalization: {initial: {mean: [10], variance: [4]}}\n      - Dense"
        ), Self.noUntrained,
      ]))
    #expect(result.weights[0].arrays.map(\.values) == [[10], [4], [0]])
  }

  @Test func initialWeightsComeFromTheArchive() throws {
    let lesson = try SampleNotebook.prepared([
      ("    predict: [100", "    initial_weights: w.npz\n    predict: [100")
    ]) {
      $0.write(
        "w.npz",
        NPZ.write([
          NPYArray(name: "1", shape: [1], values: [4.5]),
          NPYArray(name: "0", shape: [1, 1], values: [1.8]),
        ]))
    }
    #expect(try run(lesson).trajectory?[0] == [1.8, 4.5])
  }

  /// Keras's golden step (docs/keras-conventions.md): from (1.8, 4.5), Adam 0.1, all seven rows.
  @Test func theFirstStepIsTheOneOnPaper() throws {
    let lesson = try SampleNotebook.prepared([
      ("units: 1}", "units: 1, initial: {kernel: [[1.8]], bias: [4.5]}}"),
      ("      test: 0.2\n", ""), ("batch_size: 4, validation: test", "shuffle: false"),
    ])
    let result = try run(lesson)
    let losses = try #require(result.history["loss"])
    #expect(abs(losses[0] - 753.18) < 0.01)
    #expect(abs(losses[1] - 727.73) < 0.01)
    let step = try #require(result.trajectory?[1])
    #expect(abs(step[0] - 1.9) < 1e-5 && abs(step[1] - 4.6) < 1e-5)
  }

  @Test func theTestPartIsJudgedAndTheRestFitted() throws {
    let result = try run(SampleNotebook.prepared())
    let study = try #require(result.regression)
    #expect(study.isTest.filter { $0 }.count == 1)
    #expect(study.inputs.count == 7 && study.fitted.count == 7)
    let test = try #require(study.isTest.firstIndex(of: true))
    let error = Double(study.fitted[test]) - study.targets[test]
    #expect(abs(result.evaluation.loss - error * error) <= 1e-6 * error * error)
    #expect(result.history["val_loss"]?.count == 10)
    #expect(result.stepsPerEpoch == 2)
  }

  @Test func leastSquaresAndBaselineAreThoseOfTheTable() throws {
    let lesson = try SampleNotebook.prepared([
      ("      test: 0.2\n", ""), ("batch_size: 4, validation: test", "batch_size: 4"),
    ])
    let study = try #require(try run(lesson).regression)
    let line = try #require(study.leastSquares)
    // numpy.linalg.lstsq on the same seven rows.
    #expect(abs(line.coefficients[0] - 1.797949) < 1e-6)
    #expect(abs(line.intercept - 31.952526) < 1e-6)
    #expect(abs(line.meanSquaredError - 0.063046) < 1e-6)
    #expect(abs(line([100]) - 211.747441) < 1e-5)
    let mean = 283.0 / 7
    let expected = study.targets.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 7
    #expect(abs(study.baselineMeanSquaredError - expected) < 1e-9)
  }

  @Test func aConstantColumnHasNoLeastSquares() throws {
    let lesson = try SampleNotebook.prepared(
      table: "celsius,fahrenheit\n" + String(repeating: "5,1\n", count: 7))
    #expect(try run(lesson).regression?.leastSquares == nil)
  }

  @Test func validationSplitTakesTheLastRowsOutOfTraining() throws {
    let lesson = try SampleNotebook.prepared([
      ("      test: 0.2\n", ""), ("validation: test", "validation_split: 0.3"),
    ])
    let result = try run(lesson)
    // floor(7 x 0.7) = 4 rows are trained on, the last three measured.
    #expect(result.stepsPerEpoch == 1)
    #expect(result.history["val_loss"]?.count == 10)
    let line = try #require(result.regression?.leastSquares)
    #expect(abs(line([0]) - 31.841270) < 1e-6)
    #expect(abs(line.coefficients[0] - 1.794407) < 1e-6)
  }

  @Test func divergenceKeepsFiniteNumbers() throws {
    let lesson = try SampleNotebook.prepared([
      ("{Adam: {learning_rate: 0.1}}", "{SGD: {learning_rate: 10}}"), ("epochs: 10", "epochs: 200"),
    ])
    let result = try run(lesson)
    let divergence = try #require(result.history.divergence)
    #expect(result.history["loss"]?.count == divergence.epoch - 1)
    #expect(result.weights.allSatisfy { $0.arrays.allSatisfy { $0.values.allSatisfy(\.isFinite) } })
    #expect(result.predictions.allSatisfy { $0.output.allSatisfy(\.isFinite) })
    // Of weights that no longer say anything there is no loss to tell: null in files.
    #expect(!result.evaluation.loss.isFinite && !result.trainingEvaluation.loss.isFinite)
    #expect(result.history.series.allSatisfy { $0.values.allSatisfy(\.isFinite) })
  }

  @Test func anObserverThatSaysNoEndsItWithoutAResult() throws {
    let run = LessonRunner.run(try SampleNotebook.prepared(), seed: 7, threads: 1) { _ in false }
    #expect(run == nil)
  }

  @Test func progressIsTold() throws {
    var epochs: [Int] = []
    var evaluates = false
    let run = LessonRunner.run(try SampleNotebook.prepared(), seed: 7, threads: 1) { event in
      switch event {
      case .epoch(let epoch, let all, let values, _):
        epochs.append(epoch)
        #expect(all == 10)
        #expect(
          values.map(\.name) == [
            "loss", "mean_absolute_error", "val_loss", "val_mean_absolute_error",
          ])
      case .evaluating: evaluates = true
      case .step, .studying: break
      }
      return true
    }
    #expect(epochs.last == 10)
    #expect(evaluates)
    #expect(run?.timings.epochSeconds.count == 10)
    #expect(run?.timings.batchLosses.count == 20)
  }

  @Test func classesOfATableAreLearned() throws {
    let table = "celsius,fahrenheit\n" + (0..<40).map { "\($0 - 20),\($0 < 20 ? 0 : 1)\n" }.joined()
    let lesson = try SampleNotebook.prepared(
      [
        Self.noUntrained, ("units: 1}", "units: 2, activation: softmax}"),
        (
          "loss: mean_squared_error, metrics: [mae]",
          "loss: sparse_categorical_crossentropy, metrics: [accuracy]"
        ), ("epochs: 10", "epochs: 100"),
      ], table: table)
    let result = try run(lesson)
    #expect(result.trainingEvaluation.accuracy ?? 0 > 0.9)
    let study = try #require(result.regression)
    #expect(study.leastSquares == nil)
    #expect(Set(study.fitted) == [0, 1])
    #expect(study.fitted[0] == 0 && study.fitted[39] == 1)
  }

  @Test func imagesGetSamplesExamplesAndTheirProbabilities() throws {
    let folder = NotebookFolderFixture(notebook: SampleNotebook.yaml)
    folder.writeImages("fashion-mnist", train: 120, test: 60)
    let lesson = try Notebook.load(folder: folder.path).prepare().lessons[1]
    let result = try run(lesson)
    let study = try #require(result.classification)
    #expect(study.trainClassCounts == Array(repeating: 10, count: 10))
    #expect(study.testPredicted.count == 50)
    #expect(study.samples.map(\.label) == (0..<10).flatMap { [$0, $0] })
    #expect(study.examples.prefix(15).map(\.index) == Array(0..<15))
    for example in study.examples {
      #expect(abs(example.probabilities.reduce(0, +) - 1) < 1e-5)
      #expect(example.pixels.count == 28 * 28)
    }
    // Behind the first ones: mistakes, the most confident first.
    let mistakes = study.examples.dropFirst(15)
    #expect(mistakes.allSatisfy { Int(study.testPredicted[$0.index]) != $0.label })
    let confidence = mistakes.map { study.testConfidence[$0.index] }
    #expect(confidence == confidence.sorted(by: >))
    let right = zip(study.testLabels, study.testPredicted).filter { $0 == $1 }.count
    #expect(result.evaluation.accuracy == Double(right) / 50)
    #expect(result.parameterCount == 4 * 9 + 4 + 13 * 13 * 4 * 10 + 10)
    #expect(result.trajectory == nil)
  }
}
