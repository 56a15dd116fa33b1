import Tensors
import Testing

@testable import Neural

/// What `fit` does beside arithmetic: orders, means, divergence, being stopped.
@Suite struct FitTests {
  static let line = LabelledSamples(
    inputs: Samples(shape: [1], storage: .floats([-1, 0, 1, 2, 3])),
    targets: .values([-3, 0, 3, 6, 9], width: 1))

  static func stream(_ purpose: String, _ index: Int) -> RandomStream {
    RandomStream(seed: 3, scope: "fit", purpose: purpose, index: UInt64(index))
  }

  static func options(epochs: Int, batchSize: Int = 32) -> FitOptions {
    FitOptions(
      epochs: epochs, batchSize: batchSize, shuffleStream: { stream("order", $0) },
      dropoutStream: { stream("dropout", $0) })
  }

  static func neuron(_ weight: Float = 0) throws -> Sequential {
    let model = try Sequential(inputShape: [1], layers: [Dense(units: 1)], threads: 1)
    model.setWeights([[weight], [0]])
    return model
  }

  @Test("an epoch's loss is the mean over its samples, each before its batch's update")
  func epochLoss() throws {
    // Five samples in batches of four, no learning: 27 / 5, not the mean of 4.5 and 9.
    let targets = LabelledSamples(
      inputs: Samples(shape: [1], storage: .floats([0, 0, 0, 0, 0])),
      targets: .values([3, 3, 0, 0, 3], width: 1))
    var options = FitOptions.inOrder(epochs: 1)
    options.batchSize = 4
    let result = try Self.neuron().fit(
      targets, optimizer: SGD(learningRate: 0), loss: .meanSquaredError, options: options)
    #expect(result.batchLosses == [4.5, 9])
    #expect(result.history["loss"] == [27.0 / 5])
  }

  @Test("every epoch has an order of its own, and every sample comes once")
  func shuffle() throws {
    // Batches of one: the losses tell the order, because nothing is learnt.
    let result = try Self.neuron().fit(
      Self.line, optimizer: SGD(learningRate: 0), loss: .meanSquaredError,
      options: Self.options(epochs: 4, batchSize: 1))
    let epochs = stride(from: 0, to: 20, by: 5).map { Array(result.batchLosses[$0..<$0 + 5]) }
    for epoch in epochs { #expect(epoch.sorted() == [0, 9, 9, 36, 81]) }
    #expect(Set(epochs).count > 1)
  }

  @Test("divergence keeps the last finite weights and tells the step")
  func divergence() throws {
    let model = try Self.neuron(1)
    let result = model.fit(
      Self.line, optimizer: SGD(learningRate: 1e6), loss: .meanSquaredError,
      options: Self.options(epochs: 50, batchSize: 2))
    let divergence = try #require(result.history.divergence)
    #expect(divergence.epoch >= 1 && (1...3).contains(divergence.step))
    #expect(result.history["loss"]?.count == divergence.epoch - 1)
    #expect(model.weights.allSatisfy { $0.values.allSatisfy(\.isFinite) })
    #expect(result.batchLosses.allSatisfy { $0.isFinite })
    #expect(result.batchLosses.count == (divergence.epoch - 1) * 3 + divergence.step - 1)
  }

  @Test("an input that is not finite is a divergence at the first step")
  func nonFiniteInput() throws {
    let samples = LabelledSamples(
      inputs: Samples(shape: [1], storage: .floats([.nan])), targets: .values([1], width: 1))
    let model = try Self.neuron(1)
    let result = model.fit(
      samples, optimizer: Adam(), loss: .meanSquaredError, options: Self.options(epochs: 3))
    #expect(result.history.divergence == Divergence(epoch: 1, step: 1))
    #expect(model.weights.map(\.values) == [[1], [0]])
  }

  @Test("the observer ends the training")
  func stopped() throws {
    var epochs: [Int] = []
    let result = try Self.neuron().fit(
      Self.line, optimizer: SGD(), loss: .meanSquaredError, options: Self.options(epochs: 1)
    ) { event in
      if case .epoch(let epoch, of: 1, _, _) = event { epochs.append(epoch) }
      return false
    }
    #expect(epochs == [1])
    #expect(result.wasStopped)
  }

  @Test("the trajectory begins with the initial weights")
  func trajectory() throws {
    var options = Self.options(epochs: 2)
    options.recordsTrajectory = true
    let model = try Self.neuron(0.5)
    let result = model.fit(
      Self.line, optimizer: SGD(learningRate: 0.1), loss: .meanSquaredError, options: options)
    let trajectory = try #require(result.trajectory)
    #expect(trajectory.count == 3)
    #expect(trajectory[0] == [0.5, 0])
    #expect(trajectory[2] == model.weights.flatMap(\.values))
    #expect(trajectory[1] != trajectory[2])
  }

  @Test("classes and one-hot rows train alike, to the bit")
  func classes() throws {
    func weights(_ targets: Targets, _ loss: Loss) throws -> [[Float]] {
      let model = try Sequential(
        inputShape: [1], layers: [Dense(units: 3, activation: .softmax)], threads: 1)
      model.initializeWeights { Self.stream("weights", $0) }
      _ = model.fit(
        LabelledSamples(inputs: Self.line.inputs, targets: targets), optimizer: Adam(), loss: loss,
        options: Self.options(epochs: 5, batchSize: 2))
      return model.weights.map(\.values)
    }
    let rows: [Float] = [1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 1, 0, 1, 0, 0]
    let expected = try weights(.values(rows, width: 3), .categoricalCrossentropy)
    for loss in [Loss.categoricalCrossentropy, .sparseCategoricalCrossentropy] {
      let found = try weights(.classes([0, 1, 2, 1, 0]), loss)
      #expect(found == expected)
    }
  }

  @Test("bytes with a scale are those numbers as floats, to the bit")
  func bytes() throws {
    func predictions(_ storage: Samples.Storage) throws -> [Float] {
      let model = try Sequential(inputShape: [4], layers: [Dense(units: 5)], threads: 1)
      model.initializeWeights { Self.stream("weights", $0) }
      return model.predict(Samples(shape: [4], storage: storage))
    }
    let bytes: [UInt8] = [0, 1, 127, 128, 200, 254, 255, 3]
    let floats = bytes.map { Float($0) * Float(1.0 / 255) }
    let expected = try predictions(.floats(floats))
    let found = try predictions(.bytes(bytes, scale: 1.0 / 255))
    #expect(found == expected)
  }
}
