import Neural
import Tensors
import Testing

@Suite struct TrainingTests {
  @Test func epochLossIsTheMeanOverSamplesBeforeEachUpdate() throws {
    // Weight 1, bias 0, targets 0: with a learning rate of zero, batches of 4 and 1.
    let model = try Sequential(inputShape: [1], layers: [Dense(units: 1)], threads: 1)
    model.setWeights([[1], [0]])
    let samples = LabelledSamples(
      inputs: Samples(shape: [1], storage: .floats([1, 1, 1, 1, 5])),
      targets: .values([0, 0, 0, 0, 0], width: 1))
    var options = TestModels.options(epochs: 1, batchSize: 4)
    options.shuffle = false
    let result = model.fit(
      samples, optimizer: SGD(learningRate: 0), loss: .meanSquaredError,
      metrics: [.meanAbsoluteError], options: options)
    #expect(result.history["loss"] == [29.0 / 5])
    #expect(result.history["mean_absolute_error"] == [9.0 / 5])
    #expect(result.batchLosses == [1, 25])
  }

  @Test func seriesStandInTheOrderOfRecording() throws {
    let training = TestModels.samples([5], count: 40, classes: 3)
    let model = try TestModels.model([5], [Dense(units: 3, activation: .softmax)])
    let result = model.fit(
      training, optimizer: Adam(), loss: .sparseCategoricalCrossentropy, metrics: [.accuracy],
      options: TestModels.options(epochs: 3, validation: training, trajectory: true))
    #expect(
      result.history.series.map(\.name) == ["loss", "accuracy", "val_loss", "val_accuracy"])
    #expect(result.history.series.allSatisfy { $0.values.count == 3 })
    #expect(result.trajectory?.count == 4 && result.epochSeconds.count == 3)
    #expect(result.trajectory?.last == model.weights.flatMap(\.values))
    // Validation comes after the epoch, with its final weights.
    let evaluation = model.evaluate(
      training, loss: .sparseCategoricalCrossentropy, metrics: [.accuracy])
    #expect(result.history["val_loss"]?.last == evaluation.loss)
    #expect(result.history["val_accuracy"]?.last == evaluation.accuracy)
  }

  @Test func everyEpochHasAnOrderOfItsOwn() throws {
    var orders: [Int] = []
    var options = TestModels.options(epochs: 3)
    options.shuffleStream = { epoch in
      orders.append(epoch)
      return TestModels.stream("shuffle", epoch)
    }
    let model = try TestModels.model([1], [Dense(units: 1)])
    let losses = model.fit(
      TestModels.line(count: 64), optimizer: SGD(learningRate: 0), loss: .meanSquaredError,
      options: options
    ).batchLosses
    #expect(orders == [1, 2, 3])
    #expect(losses.count == 6 && Set(losses).count == 6)
  }

  @Test func divergenceKeepsTheLastFiniteWeights() throws {
    for layers: [any Layer] in [
      [Dense(units: 1)], [Dense(units: 3), BatchNormalization(), Dense(units: 1)],
    ] {
      let model = try TestModels.model([1], layers)
      let result = model.fit(
        TestModels.line(count: 40), optimizer: SGD(learningRate: 1e20), loss: .meanSquaredError,
        options: TestModels.options(epochs: 50, batchSize: 20))
      let divergence = try #require(result.history.divergence)
      let completed = result.history["loss"]!.count
      #expect(divergence.epoch == completed + 1)
      #expect((1...2).contains(divergence.step))
      #expect(result.batchLosses.count == completed * 2 + divergence.step - 1)
      #expect(result.history["loss"]!.allSatisfy { $0.isFinite })
      #expect(model.weights.flatMap(\.values).allSatisfy { $0.isFinite })
      #expect(model.predict(Samples(shape: [1], storage: .floats([0]))).count == 1)
    }
  }

  @Test func aDivergedStepChangesNothing() throws {
    let model = try TestModels.model([1], [Dense(units: 4), Dense(units: 1)])
    let before = model.weights
    let samples = LabelledSamples(
      inputs: Samples(shape: [1], storage: .floats([1, .infinity])),
      targets: .values([0, 0], width: 1))
    let result = model.fit(
      samples, optimizer: Adam(), loss: .meanSquaredError, options: TestModels.options(epochs: 3))
    #expect(result.history.divergence == Divergence(epoch: 1, step: 1))
    #expect(result.history["loss"] == [] && result.epochSeconds.isEmpty)
    #expect(model.weights == before)
  }

  @Test func theObserverEndsTheTraining() throws {
    let model = try TestModels.model([1], [Dense(units: 1)])
    var told = 0
    let result = model.fit(
      TestModels.line(count: 8), optimizer: Adam(), loss: .meanSquaredError,
      options: TestModels.options(epochs: 1_000_000)
    ) { _ in
      told += 1
      return told < 2
    }
    #expect(told == 2 && result.wasStopped)
    #expect(result.history["loss"]!.count < 1_000_000)
    #expect(result.history["loss"]!.count == result.epochSeconds.count)
  }

  @Test func theLastEpochIsTold() throws {
    let model = try TestModels.model([1], [Dense(units: 1)])
    var last: FitEvent?
    _ = model.fit(
      TestModels.line(count: 8), optimizer: Adam(), loss: .meanSquaredError,
      options: TestModels.options(epochs: 3)
    ) { event in
      last = event
      return true
    }
    guard case .epoch(3, of: 3, let values, _) = last else {
      Issue.record("\(String(describing: last))")
      return
    }
    #expect(values.map(\.name) == ["loss"])
  }
}
