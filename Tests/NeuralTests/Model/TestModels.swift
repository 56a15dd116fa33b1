import Neural
import Tensors

/// Seeded data and models for the tests of training.
enum TestModels {
  static func stream(_ purpose: String, _ index: Int) -> RandomStream {
    RandomStream(seed: 11, scope: "tests", purpose: purpose, index: UInt64(index))
  }

  static func samples(_ shape: [Int], count: Int, classes: Int) -> LabelledSamples {
    var source = stream("data", 0)
    let values = (0..<count * shape.reduce(1, *)).map { _ in source.uniform() * 2 - 1 }
    return LabelledSamples(
      inputs: Samples(shape: shape, storage: .floats(values)),
      targets: .classes((0..<count).map { _ in UInt8(source.integer(below: classes)) }))
  }

  static func line(count: Int) -> LabelledSamples {
    let inputs = (0..<count).map { Float($0) / Float(count) }
    return LabelledSamples(
      inputs: Samples(shape: [1], storage: .floats(inputs)),
      targets: .values(inputs.map { 3 * $0 - 1 }, width: 1))
  }

  static func options(
    epochs: Int, batchSize: Int = 32, validation: LabelledSamples? = nil,
    earlyStopping: EarlyStopping? = nil, trajectory: Bool = false
  ) -> FitOptions {
    FitOptions(
      epochs: epochs, batchSize: batchSize, validation: validation, earlyStopping: earlyStopping,
      recordsTrajectory: trajectory, shuffleStream: { stream("shuffle", $0) },
      dropoutStream: { stream("dropout", $0) })
  }

  static func model(_ shape: [Int], _ layers: [any Layer], threads: Int = 1) throws -> Sequential {
    let model = try Sequential(inputShape: shape, layers: layers, threads: threads)
    model.initializeWeights { stream("weights", $0) }
    return model
  }
}
