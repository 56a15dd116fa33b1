import Tensors

/// The activation at the end of a dense layer or convolution: from the sums, which the product has
/// left there, to the output, and back.
struct ActivationStage {
  let activation: Activation
  /// Offset of the sums, kept beside the output for activations whose slope (or fused loss) needs
  /// them.
  var sums: Int?

  init(_ activation: Activation) {
    self.activation = activation
  }

  var keepsSums: Bool {
    switch activation {
    case .gelu, .softmax, .sigmoid: true
    case .linear, .relu, .leakyReLU, .elu, .tanh: false
    }
  }

  /// Keras's slope of `leaky_relu` below zero.
  private static let leak: Float = 0.2

  func apply(
    _ x: UnsafeMutablePointer<Float>, _ y: UnsafeMutablePointer<Float>, rows: Int, columns: Int
  ) {
    let count = rows * columns
    switch activation {
    case .linear: break
    case .relu: rectify(y, count: count)
    case .leakyReLU: rectifyLeaking(y, count: count, slope: Self.leak)
    case .elu: exponentialUnits(y, y, count: count)
    case .tanh: hyperbolicTangents(y, y, count: count)
    case .gelu: gaussianErrorUnits(x, y, count: count)
    case .sigmoid: logistics(x, y, count: count)
    case .softmax: softmaxRows(x, y, rows: rows, columns: columns)
    }
  }

  /// The gradient `g` with respect to the output becomes that with respect to the sums.
  func applySlope(
    _ x: UnsafeMutablePointer<Float>, _ y: UnsafeMutablePointer<Float>,
    _ g: UnsafeMutablePointer<Float>, rows: Int, columns: Int
  ) {
    let count = rows * columns
    switch activation {
    case .linear: break
    case .relu: scaleByRectifierSlope(y, g, count: count)
    case .leakyReLU: scaleByLeakingSlope(y, g, count: count, slope: Self.leak)
    case .elu: scaleByExponentialUnitSlope(y, g, count: count)
    case .tanh: scaleByTangentSlope(y, g, count: count)
    case .gelu: scaleByGaussianErrorUnitSlope(x, g, count: count)
    case .sigmoid: scaleByLogisticSlope(y, g, count: count)
    case .softmax: scaleBySoftmaxSlope(y, g, rows: rows, columns: columns)
    }
  }
}
