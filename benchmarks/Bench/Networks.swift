import Neural
import Tensors

/// A network to measure: the notebook's own, and others that must not fall off a cliff.
struct BenchNetwork {
  var name: String
  var shape: [Int]
  var layers: [any Layer]
  /// Weights that keep every value positive, so that relu passes every gradient.
  var isPositive = false

  static let notebook = images("the notebook's", [28, 28, 1], kernel: 3, filters: [32, 64, 64])

  /// The same convolutions by dense tiles alone: linear, and not pooled by maximum.
  static let withoutZeros = images(
    "without zeros", [28, 28, 1], kernel: 3, filters: [32, 64, 64], activation: .linear,
    averages: true)

  /// Those with relu that stops nothing: the lists of gradients that a relu leads to hold them all.
  static let passingAll: BenchNetwork = {
    var network = images(
      "relu that passes all", [28, 28, 1], kernel: 3, filters: [32, 64, 64], averages: true)
    network.isPositive = true
    return network
  }()

  static let others = [
    images("3 x 3, 8 filters", [28, 28, 1], kernel: 3, filters: [8, 8, 8]),
    images("3 x 3, 12 filters", [28, 28, 1], kernel: 3, filters: [12, 12, 12]),
    images("3 x 3, 16 filters", [28, 28, 1], kernel: 3, filters: [16, 16, 16]),
    images("3 x 3, 48 filters", [28, 28, 1], kernel: 3, filters: [48, 48, 48]),
    images("3 x 3, 50 filters", [28, 28, 1], kernel: 3, filters: [50, 50, 50]),
    images("3 x 3 on 32 x 32 in colour", [32, 32, 3], kernel: 3, filters: [32, 64, 64]),
    images("5 x 5, 48 filters", [32, 32, 3], kernel: 5, filters: [48, 48]),
    images("5 x 5, same", [28, 28, 1], kernel: 5, filters: [32, 64], padding: .same),
    images("3 x 3, same", [28, 28, 1], kernel: 3, filters: [32, 64, 64], padding: .same),
    images("3 x 3, tanh", [28, 28, 1], kernel: 3, filters: [32, 64, 64], activation: .tanh),
    images(
      "3 x 3, mean pooling, 12 filters", [28, 28, 1], kernel: 3, filters: [12, 12, 12],
      activation: .tanh, averages: true),
    images("3 x 3, mean pooling", [28, 28, 1], kernel: 3, filters: [32, 64, 64], averages: true),
    images("4 x 4, strides of 2", [32, 32, 3], kernel: 4, filters: [32, 64], strides: 2),
    BenchNetwork(
      name: "dense 784-512-512-10", shape: [784],
      layers: [
        Dense(units: 512, activation: .relu), Dense(units: 512, activation: .relu),
        Dense(units: 10, activation: .softmax),
      ]),
  ]

  /// Convolutions with 2 x 2 pooling between them (none after the last), then 64 and 10 units.
  private static func images(
    _ name: String, _ shape: [Int], kernel: Int, filters: [Int], padding: Padding = .valid,
    activation: Activation = .relu, averages: Bool = false, strides: Int = 1
  ) -> BenchNetwork {
    var layers: [any Layer] = []
    for (index, count) in filters.enumerated() {
      layers.append(
        Conv2D(
          filters: count, kernelSize: Size2D(kernel), strides: Size2D(strides), padding: padding,
          activation: activation))
      guard index + 1 < filters.count else { continue }
      layers.append(averages ? AveragePooling2D() : MaxPooling2D())
    }
    layers += [
      Flatten(), Dense(units: 64, activation: .relu), Dense(units: 10, activation: .softmax),
    ]
    return BenchNetwork(name: name, shape: shape, layers: layers)
  }

  func model(threads: Int) throws -> Sequential {
    let model = try Sequential(inputShape: shape, layers: layers, threads: threads)
    model.initializeWeights {
      RandomStream(seed: 7, scope: "bench", purpose: "weights", index: UInt64($0))
    }
    if isPositive {
      model.setWeights(
        model.weights.map { array in
          // A mean of what comes in: sizes stay as they are.
          let count = Float(array.shape.dropLast().reduce(1, *))
          let sum = array.values.reduce(0) { $0 + abs($1) }
          let factor = sum == 0 ? 0 : Float(array.values.count) / sum / count
          return array.values.map { abs($0) * factor }
        })
    }
    return model
  }

  /// Noise with some dark pixels, in ten classes.
  func samples(_ count: Int) -> LabelledSamples {
    var random = RandomStream(seed: 1, scope: "bench", purpose: "images")
    let bytes = (0..<count * shape.reduce(1, *)).map { _ in
      let value = Int(truncatingIfNeeded: random.next() >> 55)
      return UInt8(max(0, value - 256))
    }
    return LabelledSamples(
      inputs: Samples(shape: shape, storage: .bytes(bytes, scale: 1 / 255)),
      targets: .classes((0..<count).map { _ in UInt8(random.next() % 10) }))
  }

  /// Multiply-adds of forward, weight and input gradients of one sample, none left out.
  func multiplyAdds() throws -> Int {
    let summary = try Sequential(inputShape: shape, layers: layers, threads: 1).summary
    var isFirst = true
    var total = 0
    var input = shape
    for (layer, row) in zip(layers, summary) {
      let kernel = layer.weightShapes(for: input).first?.shape.reduce(1, *) ?? 0
      total += kernel * row.outputShape.dropLast().reduce(1, *) * (isFirst ? 2 : 3)
      if kernel > 0 { isFirst = false }
      input = row.outputShape
    }
    return total
  }
}
