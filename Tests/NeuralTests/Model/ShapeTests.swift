import Neural
import Testing

@Suite struct ShapeTests {
  @Test func notebookSummary() throws {
    let model = try TestModels.model(
      [28, 28, 1],
      [
        Conv2D(filters: 32, kernelSize: Size2D(3), activation: .relu), MaxPooling2D(),
        Conv2D(filters: 64, kernelSize: Size2D(3), activation: .relu), MaxPooling2D(),
        Conv2D(filters: 64, kernelSize: Size2D(3), activation: .relu), Flatten(),
        Dense(units: 64, activation: .relu), Dense(units: 10, activation: .softmax),
      ])
    #expect(
      model.summary.map(\.name) == [
        "conv2d", "max_pooling2d", "conv2d_1", "max_pooling2d_1", "conv2d_2", "flatten", "dense",
        "dense_1",
      ])
    #expect(
      model.summary.map(\.outputShape) == [
        [26, 26, 32], [13, 13, 32], [11, 11, 64], [5, 5, 64], [3, 3, 64], [576], [64], [10],
      ])
    #expect(
      model.summary.map(\.parameterCount) == [320, 0, 18_496, 0, 36_928, 0, 36_928, 650])
    #expect(model.parameterCount == 93_322)
    #expect(model.outputShape == [10])
  }

  struct Window: Sendable {
    var size: Int
    var window: Int
    var stride: Int
    var valid: Int?
    var same: Int
  }

  /// Keras's output sizes; nil where the window does not fit.
  @Test(
    "windows",
    arguments: [
      Window(size: 28, window: 3, stride: 1, valid: 26, same: 28),
      Window(size: 13, window: 2, stride: 2, valid: 6, same: 7),
      Window(size: 5, window: 3, stride: 2, valid: 2, same: 3),
      Window(size: 2, window: 3, stride: 1, valid: nil, same: 2),
      Window(size: 7, window: 7, stride: 3, valid: 1, same: 3),
    ])
  func windows(_ tested: Window) throws {
    let input = [tested.size, tested.size + 1, 2]
    let convolution = { (padding: Padding) in
      Conv2D(
        filters: 5, kernelSize: Size2D(tested.window), strides: Size2D(tested.stride),
        padding: padding)
    }
    #expect(try convolution(.same).outputShape(for: input)[0] == tested.same)
    if let valid = tested.valid {
      #expect(try convolution(.valid).outputShape(for: input)[0] == valid)
    } else {
      #expect(
        throws: ShapeError.windowTooLarge(
          layer: "Conv2D", window: Size2D(tested.window), shape: input)
      ) { try convolution(.valid).outputShape(for: input) }
    }
  }

  @Test func ranksAndSizesAreChecked() {
    #expect(throws: ShapeError.rank(layer: "Dense", expected: .vector, shape: [4, 4, 1])) {
      try Sequential(inputShape: [4, 4, 1], layers: [Dense(units: 1)], threads: 1)
    }
    #expect(throws: ShapeError.rank(layer: "Conv2D", expected: .image, shape: [4])) {
      try Sequential(
        inputShape: [4], layers: [Conv2D(filters: 1, kernelSize: Size2D(1))], threads: 1)
    }
    #expect(throws: ShapeError.tooLarge(layer: "Dense", shape: [1 << 40])) {
      try Sequential(inputShape: [1], layers: [Dense(units: 1 << 40)], threads: 1)
    }
  }
}
