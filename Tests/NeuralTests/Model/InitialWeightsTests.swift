import Tensors
import Testing

@testable import Neural

/// Keras's initial weights and names.
@Suite struct InitialWeightsTests {
  static func model() throws -> Sequential {
    let model = try Sequential(
      inputShape: [28, 28, 1],
      layers: [
        Conv2D(filters: 32, kernelSize: Size2D(3), activation: .relu), MaxPooling2D(),
        Conv2D(filters: 64, kernelSize: Size2D(3), activation: .relu), BatchNormalization(),
        MaxPooling2D(), Flatten(), Dense(units: 100, activation: .relu), Dropout(rate: 0.5),
        Dense(units: 10, activation: .softmax),
      ])
    model.initializeWeights {
      RandomStream(seed: 1, scope: "test", purpose: "weights", index: UInt64($0))
    }
    return model
  }

  @Test("kernels fill Glorot's range, the rest is zeros and ones")
  func glorot() throws {
    // sqrt(6 / (fan in + fan out)), as Keras printed them.
    let limits: [String: Float] = [
      "conv2d": 0.142134, "conv2d_1": 0.083333, "dense": 0.059409, "dense_1": 0.233550,
    ]
    for array in try Self.model().weights {
      switch array.name {
      case "kernel":
        let limit = try #require(limits[array.layer])
        let largest = array.values.map(abs).max()!
        #expect(largest <= limit * 1.00001)
        #expect(largest > limit * 0.97)
        let mean = array.values.reduce(0, +) / Float(array.values.count)
        #expect(abs(mean) < 4 * limit / Float(3 * array.values.count).squareRoot())
      case "gamma", "moving_variance": #expect(array.values.allSatisfy { $0 == 1 })
      default: #expect(array.values.allSatisfy { $0 == 0 })
      }
    }
  }

  @Test("layers are named and counted as in Keras")
  func summary() throws {
    let model = try Self.model()
    #expect(
      model.summary.map(\.name) == [
        "conv2d", "max_pooling2d", "conv2d_1", "batch_normalization", "max_pooling2d_1", "flatten",
        "dense", "dropout", "dense_1",
      ])
    #expect(
      model.summary.map(\.parameterCount) == [320, 0, 18_496, 256, 0, 0, 160_100, 0, 1010])
    #expect(model.summary[3].trainableCount == 128)
    #expect(model.parameterCount == 180_182)
    #expect(
      model.summary.map(\.outputShape) == [
        [26, 26, 32], [13, 13, 32], [11, 11, 64], [11, 11, 64], [5, 5, 64], [1600], [100], [100],
        [10],
      ])
    #expect(
      model.weights.map { "\($0.layer)/\($0.name)" } == [
        "conv2d/kernel", "conv2d/bias", "conv2d_1/kernel", "conv2d_1/bias",
        "batch_normalization/gamma", "batch_normalization/beta", "batch_normalization/moving_mean",
        "batch_normalization/moving_variance", "dense/kernel", "dense/bias", "dense_1/kernel",
        "dense_1/bias",
      ])
  }
}
