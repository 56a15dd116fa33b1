@testable import Neural

/// A layer as the fixtures write it: Keras's class and arguments.
struct LayerConfiguration: Decodable, Sendable {
  var `class`: String
  var units: Int?
  var filters: Int?
  var kernelSize: [Int]?
  var poolSize: [Int]?
  var strides: [Int]?
  var padding: Padding?
  var activation: Activation?
  var rate: Float?
  var momentum: Double?
  var epsilon: Double?

  struct Incomplete: Error {
    var layer: String
  }

  func layer() throws -> any Layer {
    let padding = padding ?? .valid
    let activation = activation ?? .linear
    switch self.class {
    case Dense.className:
      return Dense(units: try require(units), activation: activation)
    case Conv2D.className:
      return Conv2D(
        filters: try require(filters), kernelSize: try size(kernelSize),
        strides: try size(strides), padding: padding, activation: activation)
    case MaxPooling2D.className:
      return MaxPooling2D(
        poolSize: try size(poolSize), strides: try size(strides), padding: padding)
    case AveragePooling2D.className:
      return AveragePooling2D(
        poolSize: try size(poolSize), strides: try size(strides), padding: padding)
    case GlobalAveragePooling2D.className: return GlobalAveragePooling2D()
    case Flatten.className: return Flatten()
    case Dropout.className: return Dropout(rate: try require(rate))
    case Normalization.className: return Normalization()
    case BatchNormalization.className:
      return BatchNormalization(
        momentum: try require(momentum), epsilon: Float(try require(epsilon)))
    default: throw Incomplete(layer: self.class)
    }
  }

  private func require<Value>(_ value: Value?) throws -> Value {
    guard let value else { throw Incomplete(layer: self.class) }
    return value
  }

  private func size(_ pair: [Int]?) throws -> Size2D {
    let pair = try require(pair)
    return Size2D(pair[0], pair[1])
  }
}

/// An optimizer as the fixtures write it.
struct OptimizerConfiguration: Decodable, Sendable {
  var `class`: String
  var learningRate: Float
  var momentum: Float?
  var nesterov: Bool?
  var rho: Double?

  func optimizer() throws -> any Optimizer {
    switch self.class {
    case Adam.className: return Adam(learningRate: learningRate)
    case SGD.className:
      return SGD(
        learningRate: learningRate, momentum: momentum ?? 0, nesterov: nesterov ?? false)
    case RMSprop.className:
      return RMSprop(learningRate: learningRate, rho: rho ?? 0.9, momentum: momentum ?? 0)
    default: throw LayerConfiguration.Incomplete(layer: self.class)
    }
  }
}

/// Early stopping as the fixtures write it.
struct StoppingConfiguration: Decodable, Sendable {
  var monitor: String
  var patience: Int
  var minDelta: Double?
  var restoreBestWeights: Bool?

  var rule: EarlyStopping {
    EarlyStopping(
      monitor: monitor, patience: patience, minDelta: minDelta ?? 0,
      restoreBestWeights: restoreBestWeights ?? false)
  }
}
