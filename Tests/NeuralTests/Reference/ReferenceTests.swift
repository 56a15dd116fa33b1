import Testing

@testable import Neural

/// The naive layers are right by themselves: their gradients are those of central differences.
@Suite struct ReferenceTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var shape: [Int]
    var layer: any Layer
    var isTraining = true

    init(_ name: String, _ shape: [Int], _ layer: any Layer, isTraining: Bool = true) {
      testDescription = name
      self.shape = shape
      self.layer = layer
      self.isTraining = isTraining
    }
  }

  static let cases: [Case] =
    Activation.allCases.map { Case("dense \($0)", [5], Dense(units: 4, activation: $0)) }
    + Activation.allCases.map {
      Case(
        "convolution \($0)", [4, 5, 2],
        Conv2D(filters: 3, kernelSize: Size2D(2, 3), activation: $0))
    } + [
      Case(
        "convolution same", [5, 6, 2], Conv2D(filters: 2, kernelSize: Size2D(3), padding: .same)),
      Case(
        "convolution same, even, strided", [7, 6, 2],
        Conv2D(filters: 3, kernelSize: Size2D(4, 2), strides: Size2D(2, 3), padding: .same)),
      Case(
        "convolution strided", [7, 8, 1],
        Conv2D(filters: 2, kernelSize: Size2D(3, 2), strides: Size2D(3, 2))),
      Case("maximum", [5, 4, 3], MaxPooling2D()),
      Case(
        "maximum same, overlapping", [5, 6, 2],
        MaxPooling2D(poolSize: Size2D(3), strides: Size2D(2), padding: .same)),
      Case(
        "maximum with gaps", [7, 7, 1], MaxPooling2D(poolSize: Size2D(2), strides: Size2D(3, 4))),
      Case("average", [5, 4, 3], AveragePooling2D()),
      Case(
        "average same, overlapping", [5, 6, 2],
        AveragePooling2D(poolSize: Size2D(3, 2), strides: Size2D(2, 1), padding: .same)),
      Case("global average", [3, 4, 5], GlobalAveragePooling2D()),
      Case("flatten", [3, 2, 2], Flatten()),
      Case("normalization", [3, 2, 4], Normalization()),
      Case("batch normalization, training", [6], BatchNormalization()),
      Case("batch normalization of images, training", [3, 3, 4], BatchNormalization()),
      Case(
        "batch normalization, prediction", [3, 3, 4], BatchNormalization(), isTraining: false),
    ]

  /// A layer with weights, and an input that keeps it away from kinks.
  static func prepare(
    _ layer: any Layer, shape: [Int]
  ) throws -> (layer: any ReferenceLayer<Double>, input: ReferenceBatch<Double>) {
    for seed in UInt64(1)...200 {
      var random = TestRandom(seed)
      let weights = layer.weightShapes(for: shape).map { weight in
        random.values(
          weight.shape.reduce(1, *), in: weight.name.hasSuffix("variance") ? 0.5...2 : -1...1)
      }
      let input = ReferenceBatch(
        count: 3, shape: shape, values: random.values(3 * shape.reduce(1, *)))
      let network = try ReferenceNetwork<Double>(
        inputShape: shape, layers: [layer], weights: weights)
      var tried = network.layers[0]
      _ = tried.forward(input, training: true)
      if tried.kinkDistance > GradientCheck.margin * 3 { return (network.layers[0], input) }
    }
    throw NoPlaceAwayFromKinks()
  }

  struct NoPlaceAwayFromKinks: Error {}

  @Test("gradients are those of central differences", arguments: cases)
  func gradient(_ tested: Case) throws {
    let (layer, input) = try Self.prepare(tested.layer, shape: tested.shape)
    let trainable = tested.layer.weightShapes(for: tested.shape).count { $0.isTrainable }
    let check = GradientCheck(
      layer, input: input, training: tested.isTraining, trainable: trainable, seed: 7)
    #expect(check.worst <= 1e-7)
  }

  @Test("a broken layer is caught", arguments: BrokenLayer.Fault.allCases)
  func brokenLayer(_ fault: BrokenLayer.Fault) throws {
    let convolution = Conv2D(filters: 3, kernelSize: Size2D(2, 3), activation: .tanh)
    let (layer, input) = try Self.prepare(convolution, shape: [4, 5, 2])
    let check = GradientCheck(
      BrokenLayer(layer: layer, fault: fault), input: input, training: true, trainable: 2, seed: 7)
    #expect(check.worst > 1e-3)
  }

  @Test("gradients of the losses", arguments: Loss.allCases)
  func lossGradient(_ loss: Loss) {
    var random = TestRandom(3)
    let (count, width) = (4, 3)
    let reference = ReferenceLoss<Double>(loss: loss)
    var predictions = ReferenceBatch(
      count: count, shape: [width], values: random.values(count * width, in: 0.05...0.95))
    var targets = [Double](repeating: 0, count: count * width)
    for sample in 0..<count { targets[sample * width + sample % width] = 1 }
    if loss == .huber || loss == .meanAbsoluteError || loss == .meanSquaredError {
      predictions.values = random.values(count * width, in: -2.5...2.5)
    }
    for (index, value) in predictions.values.enumerated() {
      let distance = abs(value - targets[index])
      let margin = GradientCheck.margin
      #expect(min(distance, abs(distance - 1)) > margin)
    }
    let found = reference.gradient(predictions, targets).values
    let scale = found.map(abs).max()!
    for index in found.indices {
      let expected = GradientCheck.difference { move in
        var moved = predictions
        moved.values[index] += move
        return reference.value(moved, targets).reduce(0, +) / Double(count)
      }
      #expect(abs(found[index] - expected) / scale <= 1e-7)
    }
  }
}

/// A layer with one thing wrong in its backward pass, as such things go wrong.
struct BrokenLayer: ReferenceLayer {
  enum Fault: CaseIterable, Sendable {
    case oneWeightMissed, inputShifted, biasDoubled, activationForgotten
  }

  var layer: any ReferenceLayer<Double>
  var fault: Fault
  var weights: [[Double]] {
    get { layer.weights }
    set { layer.weights = newValue }
  }

  mutating func forward(
    _ input: ReferenceBatch<Double>, training: Bool
  ) -> ReferenceBatch<Double> {
    layer.forward(input, training: training)
  }

  func backward(_ gradient: ReferenceBatch<Double>) -> ReferenceGradients<Double> {
    var changed = gradient
    if fault == .activationForgotten { changed.values = changed.values.map { $0 * 1.01 } }
    var result = layer.backward(changed)
    switch fault {
    case .oneWeightMissed: result.weights[0][result.weights[0].count - 1] = 0
    case .inputShifted: result.input.values.append(result.input.values.removeFirst())
    case .biasDoubled: result.weights[1] = result.weights[1].map { $0 * 2 }
    case .activationForgotten: break
    }
    return result
  }
}
