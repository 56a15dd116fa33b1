import Tensors

/// The one place where a kernel is chosen, by shape alone: never by the number of threads or by
/// time, so that the choice, and with it every bit, is the same everywhere.
enum KernelChoice {
  /// Packing and 6 x 16 tiles, or plain loops.
  static func tilesPay(rows: Int, columns: Int) -> Bool {
    rows * columns >= 128 && columns >= 4
  }

  /// Convolution, relu and 2 x 2 max pooling in one kernel. Relu and maximum commute:
  /// both keep the order, and a tie at zero has no gradient.
  static func fuses(_ layer: Conv2D, _ pooling: MaxPooling2D) -> Bool {
    (layer.activation == .relu || layer.activation == .linear)
      && pooling.poolSize == Size2D(2) && pooling.strides == Size2D(2)
      && pooling.padding == .valid
  }

  /// Lists of non-zero gradients, behind a max pooling: always if the input's gradient is needed
  /// too, else unless the window (`kernelRows` values) is tiny.
  static func pooledListsPay(kernelRows: Int, learnsBefore: Bool) -> Bool {
    learnsBefore || kernelRows >= 27
  }

  /// The same behind a relu alone, which leaves about half of them: if a row of the window fills
  /// six registers, the lists cost less than they save.
  static func listsPay(_ activation: Activation, _ geometry: WindowGeometry) -> Bool {
    activation == .relu && geometry.windowWidth * geometry.channels >= 48
  }

  /// Winograd's F(2 x 2, 3 x 3), for a convolution that is pooled and keeps its kernel by filter.
  static func winogradPays(_ geometry: WindowGeometry) -> Bool {
    geometry.windowHeight == 3 && geometry.windowWidth == 3 && geometry.strideHeight == 1
      && geometry.strideWidth == 1 && geometry.channels % 8 == 0 && geometry.channels >= 16
  }

  /// Samples that go through all layers together: few if a sample is much work, so that their
  /// values stay in the cache and slices keep several cores busy.
  static func unitSamples(cost: Int) -> Int {
    cost >= 10_000 ? 8 : 32
  }

  /// Slices of a batch; each has a gradient buffer of its own.
  static func sliceCount(units: Int) -> Int {
    min(units, 16)
  }

  /// Whether `cost` multiply-adds are worth waking other threads. Has no effect on results.
  static func threadsPay(cost: Int) -> Bool {
    cost >= 100_000
  }
}
