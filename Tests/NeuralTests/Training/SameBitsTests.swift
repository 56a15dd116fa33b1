import Tensors
import Testing

@testable import Neural

/// The same calls give the same bits, whatever the number of threads.
@Suite struct SameBitsTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var shape: [Int]
    var layers: [any Layer]
    var batchSize = 32
  }

  static let cases = [
    Case(
      testDescription: "the notebook's images", shape: [28, 28, 1],
      layers: [
        Conv2D(filters: 32, kernelSize: Size2D(3), activation: .relu), MaxPooling2D(),
        Conv2D(filters: 64, kernelSize: Size2D(3), activation: .relu), MaxPooling2D(),
        Conv2D(filters: 64, kernelSize: Size2D(3), activation: .relu), Flatten(),
        Dense(units: 64, activation: .relu), Dense(units: 10, activation: .softmax),
      ]),
    Case(
      testDescription: "batch normalization and dropout", shape: [9, 10, 3],
      layers: [
        Conv2D(filters: 12, kernelSize: Size2D(3)), BatchNormalization(), AveragePooling2D(),
        Dropout(rate: 0.3), Conv2D(filters: 7, kernelSize: Size2D(2), activation: .elu),
        BatchNormalization(), GlobalAveragePooling2D(), Dense(units: 10, activation: .softmax),
      ], batchSize: 41),
    Case(
      testDescription: "wide and dense", shape: [70],
      layers: [
        Dense(units: 300, activation: .gelu), Dropout(rate: 0.5),
        Dense(units: 10, activation: .softmax),
      ], batchSize: 200),
  ]

  @Test("weights, losses and predictions", arguments: cases)
  func threads(_ tested: Case) throws {
    let expected = try Self.train(tested, threads: 1)
    for threads in [2, 3, 4, 8] {
      let found = try Self.train(tested, threads: threads)
      #expect(found.weights == expected.weights, "\(threads) threads")
      #expect(found.losses == expected.losses, "\(threads) threads")
      #expect(found.predictions == expected.predictions, "\(threads) threads")
    }
  }

  @Test("another seed gives other weights")
  func seeds() throws {
    let one = try Self.train(Self.cases[2], threads: 2)
    let other = try Self.train(Self.cases[2], threads: 2, seed: 6)
    #expect(one.weights != other.weights)
  }

  struct Outcome: Equatable {
    /// As bits, so that zeros of both signs differ.
    var weights: [UInt32]
    var predictions: [UInt32]
    var losses: [Double]
  }

  static func train(_ tested: Case, threads: Int, seed: UInt64 = 5) throws -> Outcome {
    func stream(_ purpose: String, _ index: Int) -> RandomStream {
      RandomStream(seed: seed, scope: "same bits", purpose: purpose, index: UInt64(index))
    }
    let count = 203
    var random = TestRandom(seed)
    let samples = LabelledSamples(
      inputs: Samples(
        shape: tested.shape,
        storage: .floats(random.values(count * tested.shape.reduce(1, *)).map { Float($0) })),
      targets: .classes((0..<count).map { UInt8($0 * 7 % 10) }))
    let model = try Sequential(
      inputShape: tested.shape, layers: tested.layers, threads: threads)
    model.initializeWeights { stream("weights", $0) }
    let result = model.fit(
      samples, optimizer: Adam(), loss: .categoricalCrossentropy, metrics: [.accuracy],
      options: FitOptions(
        epochs: 2, batchSize: tested.batchSize, validation: samples,
        shuffleStream: { stream("order", $0) }, dropoutStream: { stream("dropout", $0) }))
    return Outcome(
      weights: model.weights.flatMap { $0.values.map(\.bitPattern) },
      predictions: model.predict(samples.inputs).map(\.bitPattern),
      losses: result.history.series.flatMap(\.values) + result.batchLosses)
  }
}
