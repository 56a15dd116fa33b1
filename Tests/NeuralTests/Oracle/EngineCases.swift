@testable import Neural

/// Shapes with remainders on every side of the kernels' tiles, and each special path's neighbours.
///
/// A 1 x 1 convolution (or a Dense) in front makes the tested layer pass a gradient to its input:
/// it shows in the front layer's weights.
enum EngineCases {
  static let dense: [EngineCase] = [
    (1, 1, 1), (1, 7, 3), (3, 5, 1), (7, 1, 8), (8, 16, 7), (13, 6, 33), (15, 17, 31), (16, 16, 32),
    (17, 10, 32), (33, 48, 9), (64, 64, 5), (65, 96, 4), (100, 33, 35), (129, 3, 64),
  ].map { inputs, units, count in
    EngineCase(
      "dense \(inputs) to \(units), \(count) samples", [3], count: count,
      [Dense(units: inputs), Dense(units: units)])
  }

  static let activations: [EngineCase] = Activation.allCases.flatMap { activation in
    [
      EngineCase(
        "dense \(activation)", [9], count: 21,
        [Dense(units: 19, activation: activation), Dense(units: 11, activation: activation)]),
      EngineCase(
        "convolution \(activation)", [7, 6, 3], count: 5,
        [
          Conv2D(filters: 10, kernelSize: Size2D(3), activation: activation),
          Conv2D(filters: 17, kernelSize: Size2D(2), activation: activation), Flatten(),
        ]),
      EngineCase(
        "convolution \(activation), pooled", [10, 11, 2], count: 5,
        [
          Conv2D(filters: 16, kernelSize: Size2D(3), activation: activation), MaxPooling2D(),
          Conv2D(filters: 9, kernelSize: Size2D(3), activation: activation), MaxPooling2D(),
          Flatten(),
        ]),
    ]
  }

  static let convolutions: [EngineCase] = [
    convolution([5, 5, 1], to: 1, kernel: (1, 1)),
    convolution([5, 7, 3], to: 6, kernel: (3, 3)),
    convolution([6, 5, 8], to: 16, kernel: (3, 3)),
    convolution([9, 9, 5], to: 7, kernel: (3, 2), strides: (2, 1), padding: .same),
    convolution([8, 8, 3], to: 17, kernel: (4, 4), padding: .same),
    convolution([7, 9, 12], to: 20, kernel: (2, 2), strides: (2, 2)),
    convolution([11, 10, 2], to: 15, kernel: (5, 5), strides: (1, 3), padding: .same),
    convolution([10, 10, 7], to: 48, kernel: (5, 5), count: 3),
    convolution([12, 12, 16], to: 16, kernel: (3, 3), padding: .same, count: 4),
    convolution([6, 6, 16], to: 33, kernel: (6, 6)),
    convolution([5, 6, 32], to: 64, kernel: (3, 3)),
    convolution([6, 6, 64], to: 64, kernel: (3, 3)),
    convolution([9, 8, 24], to: 40, kernel: (3, 3), count: 9),
    convolution([16, 16, 3], to: 8, kernel: (5, 5), strides: (2, 2), padding: .same),
    convolution([4, 4, 9], to: 31, kernel: (1, 1)),
    convolution([3, 3, 4], to: 5, kernel: (5, 5), padding: .same),
    convolution([20, 1, 2], to: 6, kernel: (4, 1)),
    convolution([1, 23, 3], to: 16, kernel: (1, 5), strides: (1, 2), padding: .same),
  ]

  /// Windows wide enough for lists of the gradients that a relu has left, in groups of images.
  static let rectified: [EngineCase] = [
    convolution([9, 8, 16], to: 20, kernel: (3, 3), padding: .same, activation: .relu),
    convolution([10, 9, 17], to: 33, kernel: (3, 4), strides: (2, 1), activation: .relu),
    convolution([6, 6, 64], to: 64, kernel: (3, 3), count: 11, activation: .relu),
    convolution([5, 6, 24], to: 7, kernel: (2, 2), strides: (2, 2), count: 19, activation: .relu),
    convolution([7, 7, 50], to: 12, kernel: (5, 5), padding: .same, activation: .relu),
    convolution([24, 23, 16], to: 16, kernel: (3, 3), count: 3, activation: .relu),
  ]

  /// What comes after a convolution: pooling that fits, that leaves rows over, that overlaps.
  static let pooled: [EngineCase] = [
    pooling([12, 12, 1], to: 32, MaxPooling2D()),
    pooling([13, 13, 6], to: 32, MaxPooling2D()),
    pooling([10, 9, 16], to: 48, MaxPooling2D()),
    pooling([11, 12, 5], to: 7, MaxPooling2D()),
    pooling([9, 9, 16], to: 16, MaxPooling2D(padding: .same)),
    pooling([11, 11, 8], to: 24, MaxPooling2D(poolSize: Size2D(3), strides: Size2D(2))),
    pooling(
      [10, 12, 4], to: 18, MaxPooling2D(poolSize: Size2D(3), strides: Size2D(2), padding: .same)),
    pooling([12, 11, 3], to: 16, MaxPooling2D(poolSize: Size2D(3))),
    pooling([12, 11, 3], to: 16, MaxPooling2D(poolSize: Size2D(2, 1), strides: Size2D(1, 3))),
    pooling([12, 10, 6], to: 19, AveragePooling2D()),
    pooling(
      [11, 9, 8], to: 16, AveragePooling2D(poolSize: Size2D(3), strides: Size2D(2), padding: .same)),
    pooling([8, 9, 5], to: 12, GlobalAveragePooling2D()),
    pooling([12, 12, 3], to: 32, MaxPooling2D(), kernel: 5),
    pooling([12, 12, 16], to: 32, MaxPooling2D(), padding: .same),
  ]

  static let others: [EngineCase] = [
    EngineCase(
      "batch normalization", [7], count: 37,
      [Dense(units: 13), BatchNormalization(), Dense(units: 5, activation: .tanh)]),
    EngineCase(
      "batch normalization of images", [6, 7, 3], count: 11,
      [
        Conv2D(filters: 10, kernelSize: Size2D(3)), BatchNormalization(), MaxPooling2D(),
        Conv2D(filters: 5, kernelSize: Size2D(2), activation: .elu), BatchNormalization(),
        Flatten(),
      ]),
    EngineCase(
      "normalization", [9], count: 17,
      [Normalization(), Dense(units: 6, activation: .tanh), Dense(units: 2)]),
    EngineCase(
      "the notebook's images", [28, 28, 1], count: 9,
      [
        Conv2D(filters: 32, kernelSize: Size2D(3), activation: .relu), MaxPooling2D(),
        Conv2D(filters: 64, kernelSize: Size2D(3), activation: .relu), MaxPooling2D(),
        Conv2D(filters: 64, kernelSize: Size2D(3), activation: .relu), Flatten(),
        Dense(units: 64, activation: .relu), Dense(units: 10, activation: .softmax),
      ], loss: .categoricalCrossentropy),
  ]

  /// Pooled convolutions behind each other: gradients with holes meet further convolutions.
  static let stacks: [EngineCase] = [
    (3, [16, 32], Padding.valid, MaxPooling2D() as any Layer),
    (3, [20, 24, 9], .same, MaxPooling2D()),
    (5, [48, 48], .same, MaxPooling2D()), (2, [32, 16, 32], .valid, MaxPooling2D()),
    (3, [8, 64], .same, MaxPooling2D(poolSize: Size2D(3), strides: Size2D(2), padding: .same)),
    (3, [16, 16], .same, AveragePooling2D()),
    (3, [5, 33], .valid, MaxPooling2D(poolSize: Size2D(3))),
  ].map { kernel, filters, padding, pool in
    var layers: [any Layer] = []
    for count in filters {
      layers += [
        Conv2D(
          filters: count, kernelSize: Size2D(kernel), padding: padding, activation: .relu), pool,
      ]
    }
    layers += [Flatten(), Dense(units: 10, activation: .softmax)]
    return EngineCase(
      "kernel \(kernel), filters \(filters), \(padding), \(pool)", [18, 19, 3], count: 9, layers,
      loss: .categoricalCrossentropy)
  }

  static let losses: [EngineCase] = [
    (Loss.meanSquaredError, Activation.linear), (.meanAbsoluteError, .linear), (.huber, .linear),
    (.binaryCrossentropy, .sigmoid), (.categoricalCrossentropy, .softmax),
    (.sparseCategoricalCrossentropy, .softmax), (.meanSquaredError, .softmax),
  ].flatMap { loss, activation in
    [(1, 2), (5, 3), (31, 10), (33, 17)].map { count, width in
      EngineCase(
        "\(loss) of \(width) for \(count) samples", [6], count: count,
        [Dense(units: width, activation: activation)], loss: loss)
    }
  }

  static let all =
    dense + activations + convolutions + rectified + pooled + stacks + others + losses

  private static func convolution(
    _ shape: [Int], to filters: Int, kernel: (Int, Int), strides: (Int, Int) = (1, 1),
    padding: Padding = .valid, count: Int = 7, activation: Activation = .linear
  ) -> EngineCase {
    EngineCase(
      "convolution \(shape) to \(filters), kernel \(kernel), strides \(strides), \(padding), \(activation)",
      [shape[0], shape[1], 2], count: count,
      [
        Conv2D(filters: shape[2], kernelSize: Size2D(1)),
        Conv2D(
          filters: filters, kernelSize: Size2D(kernel.0, kernel.1),
          strides: Size2D(strides.0, strides.1), padding: padding, activation: activation),
        Flatten(),
      ])
  }

  private static func pooling(
    _ shape: [Int], to filters: Int, _ pool: any Layer, kernel: Int = 3, padding: Padding = .valid
  ) -> EngineCase {
    EngineCase(
      "\(pool) after \(shape) to \(filters), kernel \(kernel), \(padding)",
      [shape[0], shape[1], 2], count: 5,
      [
        Conv2D(filters: shape[2], kernelSize: Size2D(1)),
        Conv2D(
          filters: filters, kernelSize: Size2D(kernel), padding: padding, activation: .relu), pool,
        Flatten(),
      ])
  }
}
