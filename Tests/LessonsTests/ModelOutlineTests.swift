import Neural
import Testing

@testable import Lessons

@Suite struct ModelOutlineTests {
  private func outline(_ data: DataSource, _ layers: [any Layer]) -> ModelOutline {
    ModelOutline(
      Training(
        data: data, model: layers.map { LayerDeclaration(layer: $0) },
        compile: Compile(optimizer: SGD(), loss: .meanSquaredError), fit: Fit(epochs: 1)))
  }

  private func table(_ inputs: Int) -> DataSource {
    .table(TableSource(path: "d.csv", inputs: (0..<inputs).map { "x\($0)" }, target: "y"))
  }

  private static let network: [any Layer] = [
    Conv2D(filters: 4, kernelSize: Size2D(3)), Conv2D(filters: 5, kernelSize: Size2D(3)),
    Flatten(), Dense(units: 3), Dense(units: 2),
  ]

  @Test func namesAreNumberedAsInKeras() {
    let model = outline(.images(ImageSource(name: "fashion-mnist")), Self.network)
    #expect(model.layers.map(\.name) == ["conv2d", "conv2d_1", "flatten", "dense", "dense_1"])
    #expect(model.layers[3].weights[0].shape == [24 * 24 * 5, 3])
    #expect(
      model.parameterCount == 4 * 9 + 4 + 5 * 9 * 4 + 5 + (24 * 24 * 5 + 1) * 3 + (3 + 1) * 2)
  }

  /// Names, ranks and last dimensions do not depend on the size of the images; the rest is not told.
  @Test func unknownImagesHaveNoSize() {
    let model = outline(.images(ImageSource(name: "digits")), Self.network)
    #expect(model.layers.map(\.name) == ["conv2d", "conv2d_1", "flatten", "dense", "dense_1"])
    #expect(model.inputShape == nil && model.parameterCount == nil)
    #expect(model.layers.allSatisfy { $0.input.isEmpty && $0.output.isEmpty })
    #expect(model.weights.compactMap(\.shape.last) == [4, 4, 5, 5, 3, 3, 2, 2])
    #expect(model.weights.map(\.shape.count) == [4, 1, 4, 1, 2, 1, 2, 1])
  }

  @Test func aMisfitEndsTheWalk() {
    let model = outline(table(2), [Dense(units: 1), Conv2D(filters: 1, kernelSize: Size2D(2))])
    #expect(model.layers.map(\.name) == ["dense"] && model.parameterCount == nil)
  }

  @Test(
    "one neuron, a line, a small network",
    arguments: [
      (1, [Dense(units: 1)], true, true, [1, 1]),
      (1, [Normalization(), Dense(units: 1)], true, true, [1, 1]),
      (1, [Dense(units: 1, activation: .relu)], false, false, [1, 1]),
      (2, [Dense(units: 1)], false, true, [2, 1]),
      (1, [Dense(units: 1), Normalization()], false, false, nil),
      (1, [Dense(units: 3), Dense(units: 1)], false, true, [1, 3, 1]),
      (1, [Dense(units: 3, activation: .tanh), Dense(units: 1)], false, false, [1, 3, 1]),
      (1, [Dense(units: 13), Dense(units: 1)], false, true, nil),
      (1, [Dense(units: 3), Dropout(rate: 0.5), Dense(units: 1)], false, false, nil),
      (1, [Dense(units: 2)], false, false, [1, 2]),
    ] as [(Int, [any Layer], Bool, Bool, [Int]?)])
  func kinds(
    _ inputs: Int, _ layers: [any Layer], isNeuron: Bool, isLinear: Bool, network: [Int]?
  ) {
    let model = outline(table(inputs), layers)
    #expect(model.isSingleNeuron == isNeuron)
    #expect(model.isLinear == isLinear)
    #expect(model.smallNetwork == network)
  }

  @Test(
    "Keras's snake case",
    arguments: [
      (Conv2D.self, "conv2d"), (MaxPooling2D.self, "max_pooling2d"), (Dense.self, "dense"),
      (GlobalAveragePooling2D.self, "global_average_pooling2d"),
      (BatchNormalization.self, "batch_normalization"),
    ] as [(any Layer.Type, String)])
  func baseName(_ type: any Layer.Type, name: String) {
    #expect(type.baseName == name)
  }
}
