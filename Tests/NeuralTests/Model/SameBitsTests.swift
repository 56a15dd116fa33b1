import Neural
import Tensors
import Testing

/// The number of threads decides who works, never what comes out.
@Suite struct SameBitsTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var shape: [Int]
    var layers: [any Layer]
    var count: Int
    var batchSize = 32
  }

  static let cases: [Case] = [
    Case(
      testDescription: "the notebook's images", shape: [28, 28, 1],
      layers: [
        Conv2D(filters: 32, kernelSize: Size2D(3), activation: .relu), MaxPooling2D(),
        Conv2D(filters: 64, kernelSize: Size2D(3), activation: .relu), MaxPooling2D(),
        Conv2D(filters: 64, kernelSize: Size2D(3), activation: .relu), Flatten(),
        Dense(units: 64, activation: .relu), Dense(units: 10, activation: .softmax),
      ], count: 70),
    Case(
      testDescription: "normalised, dropped, averaged", shape: [9, 8, 3],
      layers: [
        Conv2D(filters: 24, kernelSize: Size2D(3), padding: .same, activation: .tanh),
        BatchNormalization(), Dropout(rate: 0.3), AveragePooling2D(),
        Conv2D(filters: 20, kernelSize: Size2D(2), activation: .gelu), BatchNormalization(),
        GlobalAveragePooling2D(), Dense(units: 10, activation: .softmax),
      ], count: 75, batchSize: 30),
    Case(
      testDescription: "a large batch of a wide dense network", shape: [100],
      layers: [
        Dense(units: 120, activation: .relu), Dropout(rate: 0.5),
        Dense(units: 10, activation: .softmax),
      ], count: 300, batchSize: 290),
  ]

  @Test("weights and history", arguments: cases)
  func threads(_ tested: Case) throws {
    let training = TestModels.samples(tested.shape, count: tested.count, classes: 10)
    var reference: (weights: [WeightArray], history: History, outputs: [Float])?
    for threads in [1, 2, 3, 4, 8] {
      let model = try TestModels.model(tested.shape, tested.layers, threads: threads)
      let result = model.fit(
        training, optimizer: Adam(), loss: .categoricalCrossentropy, metrics: [.accuracy],
        options: TestModels.options(
          epochs: 2, batchSize: tested.batchSize, validation: training))
      let found = (model.weights, result.history, model.predict(training.inputs))
      #expect(found.1.divergence == nil)
      if let reference {
        #expect(found.0 == reference.weights, "\(threads) threads")
        #expect(found.1 == reference.history, "\(threads) threads")
        #expect(found.2 == reference.outputs, "\(threads) threads")
      } else {
        reference = found
      }
    }
  }

  @Test func anotherSeedOtherWeights() throws {
    let first = try TestModels.model([4], [Dense(units: 3)])
    let second = try Sequential(inputShape: [4], layers: [Dense(units: 3)], threads: 1)
    second.initializeWeights {
      RandomStream(seed: 12, scope: "tests", purpose: "weights", index: UInt64($0))
    }
    #expect(first.weights != second.weights)
  }
}
