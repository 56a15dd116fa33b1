import Foundation

@testable import Neural

/// What Keras did with one network: `Tests/Oracles/generate.py` writes it.
struct KerasFixture: Decodable, Sendable {
  var name: String
  /// No relu, no maximum, no absolute error: rounding can move a sum but turn no branch.
  var exact: Bool
  var inputShape: [Int]
  var layers: [LayerConfiguration]
  var loss: Loss
  var metrics: [Metric]
  var optimizer: OptimizerConfiguration
  var batchSize: Int
  var epochs: Int
  var inputs: [Float]
  var targets: [Float]
  var validationInputs: [Float]?
  var validationTargets: [Float]?
  /// In get_weights() order.
  var initialWeights: [[Float]]
  /// Of each step, before its update.
  var losses: [Double]
  var finalWeights: [[Float]]
  /// With the final weights, for `inputs`.
  var predictions: [Float]
  var evaluation: [String: Double]
  var history: [String: [Double]]
  var earlyStopping: StoppingConfiguration?
  /// The epoch (from 1) whose weights are the final ones, where early stopping was asked for.
  var lastEpoch: Int?

  static let names = [
    "batch-normalization", "batch-normalization-2d", "convolution", "dropout-off", "early-stopping",
    "early-stopping-accuracy",
    "elu-gelu-huber", "leaky-relu-mae", "many-labels", "normalized", "one-neuron", "overlap",
    "probabilities", "relu-binary", "sixteen-filters", "softmax-classes", "softmax-inside",
    "strides", "tanh-sigmoid", "three-layers", "ties",
  ]

  static var folder: URL { Bundle.module.resourceURL!.appendingPathComponent("Fixtures") }

  static func load(_ name: String) throws -> KerasFixture {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let data = try Data(contentsOf: folder.appendingPathComponent(name + ".json"))
    return try decoder.decode(KerasFixture.self, from: data)
  }

  func model(threads: Int = 2) throws -> Sequential {
    try Sequential(inputShape: inputShape, layers: layers.map { try $0.layer() }, threads: threads)
  }

  var training: LabelledSamples { labelled(inputs, targets) }

  var validation: LabelledSamples? {
    guard let validationInputs, let validationTargets else { return nil }
    return labelled(validationInputs, validationTargets)
  }

  private func labelled(_ inputs: [Float], _ targets: [Float]) -> LabelledSamples {
    let samples = Samples(shape: inputShape, storage: .floats(inputs))
    return LabelledSamples(
      inputs: samples,
      targets: loss == .sparseCategoricalCrossentropy
        ? .classes(targets.map { UInt8($0) })
        : .values(targets, width: targets.count / samples.count))
  }

  /// Relative, of the loss of a step (from 1). Fixtures hold no step for which nothing is claimed.
  func tolerance(ofStep step: Int) -> Double {
    if step == 1 { return 1e-6 }
    if exact { return 1e-4 }
    return step <= 50 ? 1e-3 : 1e-2
  }

  /// Of the final weights, by the largest entry of their array.
  var weightTolerance: Float { exact ? 1e-3 : 1e-2 }
}
