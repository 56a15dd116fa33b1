import Neural
import Tensors
import Testing

@Suite struct LayerBehaviourTests {
  @Test func dropoutIsSeededScaledAndOffAtPrediction() throws {
    let layers: [any Layer] = [Dropout(rate: 0.25), Dense(units: 1)]
    let inputs = Samples(shape: [4], storage: .floats([1, 2, 3, 4]))
    let model = try TestModels.model([4], layers)
    let weights = model.weights[0].values
    let sum = zip(weights, [1, 2, 3, 4] as [Float]).reduce(0) { $0 + $1.0 * $1.1 }
    #expect(abs(model.predict(inputs)[0] - sum) < 1e-5)
    #expect(model.activations(of: inputs, at: 0)[0] == [1, 2, 3, 4])

    func losses(_ stream: @escaping (Int) -> RandomStream) throws -> [Double] {
      let model = try TestModels.model([4], layers)
      var options = TestModels.options(epochs: 4)
      options.dropoutStream = stream
      return model.fit(
        LabelledSamples(inputs: inputs, targets: .values([1], width: 1)),
        optimizer: SGD(learningRate: 0), loss: .meanSquaredError, options: options
      ).batchLosses
    }
    let first = try losses { TestModels.stream("dropout", $0) }
    #expect(try losses { TestModels.stream("dropout", $0) } == first)
    #expect(try losses { TestModels.stream("other", $0) } != first)
    #expect(Set(first).count > 1)
  }

  @Test func dropoutKeepsTheMean() {
    let count = 40_000
    let input = FloatBuffer(count: count)
    input.write([Float](repeating: 1, count: count), at: 0)
    let mask = FloatBuffer(count: count)
    let output = FloatBuffer(count: count)
    var stream = TestModels.stream("dropout", 0)
    dropValues(
      input.base, count: count, rate: 0.2, stream: &stream, mask: mask.base, output.base)
    let values = output.values(0..<count)
    #expect(values.allSatisfy { $0 == 0 || $0 == 1.25 })
    #expect(abs(values.reduce(0) { $0 + Double($1) } / Double(count) - 1) < 0.01)
  }

  @Test func initialWeights() throws {
    let model = try TestModels.model(
      [9, 9, 2],
      [
        Conv2D(filters: 40, kernelSize: Size2D(3)), BatchNormalization(), Flatten(),
        Dense(units: 9),
      ])
    let weights = model.weights
    #expect(
      weights.map(\.name) == [
        "kernel", "bias", "gamma", "beta", "moving_mean", "moving_variance", "kernel", "bias",
      ])
    #expect(weights[0].shape == [3, 3, 2, 40] && weights[6].shape == [1960, 9])
    // sqrt(6 / (3 * 3 * 2 + 3 * 3 * 40)) and sqrt(6 / (1960 + 9)).
    for (index, limit) in [(0, Float(0.125_988_16)), (6, Float(0.055_202_1))] {
      let largest = weights[index].values.map(\.magnitude).max()!
      #expect(largest <= limit && largest > 0.98 * limit)
      let mean = weights[index].values.reduce(0, +) / Float(weights[index].values.count)
      #expect(abs(mean) < limit / 10)
    }
    #expect(weights[1].values.allSatisfy { $0 == 0 } && weights[3].values.allSatisfy { $0 == 0 })
    #expect(weights[2].values.allSatisfy { $0 == 1 } && weights[5].values.allSatisfy { $0 == 1 })
  }

  @Test func weightsComeBackAsTheyWereSet() throws {
    // Kernels that stand in another order inside must not show it.
    let model = try TestModels.model(
      [12, 12, 1],
      [
        Conv2D(filters: 8, kernelSize: Size2D(3), activation: .relu), MaxPooling2D(),
        Conv2D(filters: 5, kernelSize: Size2D(3), activation: .relu), MaxPooling2D(), Flatten(),
        Dense(units: 3),
      ])
    var next: Float = 0
    let values = model.weights.map { array in
      array.values.map { _ -> Float in
        next += 1
        return next
      }
    }
    model.setWeights(values)
    #expect(model.weights.map(\.values) == values)
  }

  @Test func activationsOfEveryLayer() throws {
    let model = try TestModels.model(
      [6, 6, 1],
      [
        Conv2D(filters: 3, kernelSize: Size2D(3), activation: .relu), MaxPooling2D(), Flatten(),
        Dense(units: 2, activation: .softmax),
      ])
    let samples = TestModels.samples([6, 6, 1], count: 3, classes: 2).inputs
    let activations = model.activations(of: samples, at: 2)
    #expect(activations.map(\.count) == [48, 12, 12, 2])
    #expect(activations[1] == activations[2])
    #expect(activations[3] == Array(model.predict(samples)[4...]))
    for channel in 0..<3 {
      let map = (0..<16).map { activations[0][$0 * 3 + channel] }
      #expect(activations[1][channel] == max(map[0], map[1], map[4], map[5]))
    }
  }

  @Test func bytesAreScaledOnGathering() throws {
    let model = try Sequential(inputShape: [2], layers: [Dense(units: 1)], threads: 1)
    model.setWeights([[1, 10], [0]])
    let bytes = Samples(shape: [2], storage: .bytes([255, 0, 51, 255], scale: 1 / 255))
    let outputs = model.predict(bytes)
    #expect(abs(outputs[0] - 1) < 1e-6 && abs(outputs[1] - 10.2) < 1e-5)
  }
}
