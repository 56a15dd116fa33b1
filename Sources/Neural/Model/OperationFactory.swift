import Tensors

/// Turns declared layers into operations. Flatten has none: in NHWC it changes no value's place.
struct OperationFactory {
  let layers: [any Layer]
  /// Input shape of each layer, and the output's last.
  let shapes: [[Int]]
  let slots: [WeightSlot]
  /// Neighbours that have a common kernel become one operation.
  let fuses: Bool

  /// Multiply-adds of a forward pass for one sample.
  var cost: Int {
    layers.indices.reduce(0) { sum, index in
      let outputs = shapes[index + 1].reduce(1, *)
      let kernel = slots.first { $0.layer == index && $0.name == "kernel" }
      return sum + outputs * (kernel.map { $0.count / $0.shape[$0.shape.count - 1] } ?? 1)
    }
  }

  func operations(unitSamples: Int) -> [Operation] {
    var operations: [Operation] = []
    var index = 0
    while index < layers.count {
      let pooled = fuses ? pooledConvolution(at: index) : nil
      if let operation = pooled ?? operation(at: index, unitSamples: unitSamples) {
        operation.layer = index
        operations.append(operation)
      }
      index += pooled == nil ? 1 : 2
    }
    return operations
  }

  private func offset(_ layer: Int, _ name: String) -> Int {
    slots.first { $0.layer == layer && $0.name == name }!.offset
  }

  private func operation(at index: Int, unitSamples: Int) -> Operation? {
    let input = shapes[index]
    let size = input.reduce(1, *)
    switch layers[index] {
    case let layer as Dense:
      return DenseOperation(
        layer, inputs: size, kernel: offset(index, "kernel"), bias: offset(index, "bias"),
        unitSamples: unitSamples)
    case let layer as Conv2D:
      return ConvolutionOperation(
        layer, input: input, kernel: offset(index, "kernel"), bias: offset(index, "bias"),
        usesLists: KernelChoice.listsPay(layer, channels: input[2]), unitSamples: unitSamples)
    case let layer as MaxPooling2D:
      return MaxPoolingOperation(
        geometry(input, layer.poolSize, layer.strides, layer.padding))
    case let layer as AveragePooling2D:
      return AveragePoolingOperation(
        geometry(input, layer.poolSize, layer.strides, layer.padding))
    case is GlobalAveragePooling2D:
      let window = Size2D(input[0], input[1])
      return AveragePoolingOperation(geometry(input, window, window, .valid))
    case let layer as Dropout:
      return DropoutOperation(layer, size: size)
    case let layer as BatchNormalization:
      return BatchNormalizationOperation(
        layer, size: size, channels: input[input.count - 1], gamma: offset(index, "gamma"),
        beta: offset(index, "beta"), movingMean: offset(index, "moving_mean"),
        movingVariance: offset(index, "moving_variance"))
    case is Normalization:
      return NormalizationOperation(
        size: size, channels: input[input.count - 1], mean: offset(index, "mean"),
        variance: offset(index, "variance"))
    case is Flatten:
      return nil
    default:
      preconditionFailure("no operation for \(type(of: layers[index]))")
    }
  }

  /// A convolution and the pooling behind it, where one kernel does both.
  private func pooledConvolution(at index: Int) -> Operation? {
    guard index + 1 < layers.count, let layer = layers[index] as? Conv2D,
      let pooling = layers[index + 1] as? MaxPooling2D,
      KernelChoice.fuses(layer, pooling)
    else { return nil }
    let geometry = geometry(shapes[index], layer.kernelSize, layer.strides, layer.padding)
    let usesLists = KernelChoice.pooledListsPay(
      kernelRows: geometry.windowHeight * geometry.windowWidth * geometry.channels,
      learnsBefore: learns(before: index))
    return PooledConvolutionOperation(
      layer, geometry, kernel: offset(index, "kernel"), bias: offset(index, "bias"),
      usesLists: usesLists,
      usesWinograd: usesLists && KernelChoice.winogradPays(layer, channels: geometry.channels))
  }

  /// Something before layer `index` learns, so that its input's gradient is needed.
  private func learns(before index: Int) -> Bool {
    slots.contains { $0.layer < index && $0.isTrainable }
  }

  private func geometry(
    _ input: [Int], _ window: Size2D, _ strides: Size2D, _ padding: Padding
  ) -> WindowGeometry {
    WindowGeometry(
      height: input[0], width: input[1], channels: input[2], windowHeight: window.height,
      windowWidth: window.width, strideHeight: strides.height, strideWidth: strides.width,
      isSame: padding == .same)
  }
}
