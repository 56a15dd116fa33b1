@testable import Neural

/// Layers one after the other, from the declarations the engine takes and its get_weights() order.
struct ReferenceNetwork<Scalar: BinaryFloatingPoint> {
  var layers: [any ReferenceLayer<Scalar>] = []

  init(inputShape: [Int], layers declared: [any Layer], weights: [[Scalar]]) throws {
    var shape = inputShape
    var rest = weights[...]
    for layer in declared {
      let count = layer.weightShapes(for: shape).count
      let output = try layer.outputShape(for: shape)
      layers.append(try Self.make(layer, weights: Array(rest.prefix(count)), output: output))
      rest = rest.dropFirst(count)
      shape = output
    }
    precondition(rest.isEmpty, "\(rest.count) weights too many")
  }

  struct UnknownLayer: Error {
    var name: String
  }

  private static func make(
    _ layer: any Layer, weights: [[Scalar]], output: [Int]
  ) throws -> any ReferenceLayer<Scalar> {
    switch layer {
    case let layer as Dense: ReferenceDense<Scalar>(layer, weights: weights)
    case let layer as Conv2D: ReferenceConv2D<Scalar>(layer, weights: weights)
    case let layer as MaxPooling2D: ReferenceMaxPooling2D<Scalar>(layer)
    case let layer as AveragePooling2D: ReferenceAveragePooling2D<Scalar>(layer)
    case is GlobalAveragePooling2D: ReferenceGlobalAveragePooling2D<Scalar>()
    case is Flatten, is Dropout: ReferenceReshape<Scalar>(to: output)
    case is Normalization: ReferenceNormalization<Scalar>(weights: weights)
    case let layer as BatchNormalization:
      ReferenceBatchNormalization<Scalar>(layer, weights: weights)
    default: throw UnknownLayer(name: type(of: layer).className)
    }
  }

  var kinkDistance: Scalar { layers.map { $0.kinkDistance }.min() ?? .infinity }

  mutating func forward(
    _ input: ReferenceBatch<Scalar>, training: Bool = false
  ) -> ReferenceBatch<Scalar> {
    var batch = input
    for index in layers.indices { batch = layers[index].forward(batch, training: training) }
    return batch
  }

  /// Gradients of the trainable weights in get_weights() order, and of the input.
  func backward(_ gradient: ReferenceBatch<Scalar>) -> ReferenceGradients<Scalar> {
    var batch = gradient
    var weights: [[Scalar]] = []
    for layer in layers.reversed() {
      let gradients = layer.backward(batch)
      batch = gradients.input
      weights.insert(contentsOf: gradients.weights, at: 0)
    }
    return ReferenceGradients(input: batch, weights: weights)
  }
}
