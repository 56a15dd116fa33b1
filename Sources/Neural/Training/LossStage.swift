import Tensors

/// A loss as it is computed for a model. If the last layer's activation is softmax or sigmoid,
/// every cross-entropy works from the sums before it, with its own function (softmax for the
/// categorical ones, sigmoid for the binary one), whichever the activation is: so does Keras, which
/// leaves the logits on the output tensor. Otherwise a cross-entropy clips the output.
struct LossStage {
  let loss: Loss
  let isFused: Bool
  /// The loss's own function is not the activation's.
  private let isMixed: Bool
  private let sums: Int
  private let output: Int
  private let width: Int

  init(_ loss: Loss, network: Network, outputActivation: Activation?) {
    self.loss = loss
    width = network.outputSize
    let last = network.operations.last
    output = last?.output ?? network.input
    let isCrossentropy =
      switch loss {
      case .binaryCrossentropy, .categoricalCrossentropy, .sparseCategoricalCrossentropy: true
      case .meanSquaredError, .meanAbsoluteError, .huber: false
      }
    isFused = isCrossentropy && (outputActivation == .softmax || outputActivation == .sigmoid)
    isMixed =
      isFused && (loss == .binaryCrossentropy) != (outputActivation == .sigmoid)
    sums = last?.sums ?? output
  }

  /// Each sample's loss into `losses`, and with `gradient` the gradient of `scale * their sum`.
  func apply(
    _ network: Network, _ values: UnsafeMutablePointer<Float>, rows: Int,
    gradient: UnsafeMutablePointer<Float>?, scale: Float
  ) {
    let y = values + output
    let z = values + sums
    let t = values + network.target
    let losses = values + network.losses
    let scratch = values + network.scratch
    // The probabilities that the fused losses start from.
    var p = y
    if isMixed {
      p = values + network.mixed
      if loss == .binaryCrossentropy {
        logistics(z, p, count: rows * width)
      } else {
        softmaxRows(z, p, rows: rows, columns: width)
      }
    }
    switch (loss, isFused) {
    case (.meanSquaredError, _):
      squaredErrors(
        y, t, rows: rows, width: width, losses: losses, gradient: gradient, scale: scale)
    case (.meanAbsoluteError, _):
      absoluteErrors(
        y, t, rows: rows, width: width, losses: losses, gradient: gradient, scale: scale)
    case (.huber, _):
      huberErrors(
        y, t, rows: rows, width: width, losses: losses, gradient: gradient, scale: scale)
    case (.binaryCrossentropy, true):
      logisticCrossentropies(
        z, p, t, rows: rows, width: width, losses: losses, gradient: gradient, scale: scale,
        scratch: scratch)
    case (.binaryCrossentropy, false):
      binaryCrossentropies(
        y, t, rows: rows, width: width, losses: losses, gradient: gradient, scale: scale,
        scratch: scratch)
    case (_, true):
      softmaxCrossentropies(
        z, p, t, rows: rows, width: width, losses: losses, gradient: gradient, scale: scale)
    case (.categoricalCrossentropy, false):
      categoricalCrossentropies(
        y, t, rows: rows, width: width, losses: losses, gradient: gradient, scale: scale,
        scratch: scratch)
    case (.sparseCategoricalCrossentropy, false):
      sparseCrossentropies(
        y, t, rows: rows, width: width, losses: losses, gradient: gradient, scale: scale,
        scratch: scratch)
    }
  }
}
