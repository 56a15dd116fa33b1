import Tensors

/// A loss as it is computed for a model: from the sums before a softmax or logistic output where
/// loss and output belong together (as Keras does on TensorFlow), else from the output.
struct LossStage {
  let loss: Loss
  let isFused: Bool
  private let sums: Int
  private let output: Int
  private let width: Int

  init(_ loss: Loss, network: Network, outputActivation: Activation?) {
    self.loss = loss
    width = network.outputSize
    let last = network.operations.last
    output = last?.output ?? network.input
    switch (loss, outputActivation) {
    case (.categoricalCrossentropy, .softmax), (.sparseCategoricalCrossentropy, .softmax),
      (.binaryCrossentropy, .sigmoid):
      isFused = last?.sums != nil
    default:
      isFused = false
    }
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
        z, y, t, rows: rows, width: width, losses: losses, gradient: gradient, scale: scale,
        scratch: scratch)
    case (.binaryCrossentropy, false):
      binaryCrossentropies(
        y, t, rows: rows, width: width, losses: losses, gradient: gradient, scale: scale,
        scratch: scratch)
    case (_, true):
      softmaxCrossentropies(
        z, y, t, rows: rows, width: width, losses: losses, gradient: gradient, scale: scale)
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
