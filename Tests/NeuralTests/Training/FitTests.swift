import Tensors
import Testing

@testable import Neural

/// What `fit` takes and tells: classes, trajectories, inputs that are no numbers.
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
}
